/** The ranges of RFC 1918, 3927, 6598 and 4193, and of the machine itself. */
const ADDRESSES =
  /^(?:127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)\d|^\[(?:::1|fe[89ab][0-9a-f]:|f[cd][0-9a-f]{2}:)/

/** Names that no public name server knows. */
const NAMES = /(?:^|\.)(?:localhost|local|lan|internal|intranet|corp|home\.arpa)$/

/** True for a host that only its own network reaches. `hostname` as URL gives it. */
export function isPrivateHost(hostname: string): boolean {
  return ADDRESSES.test(hostname) || NAMES.test(hostname) || !/[.:]/.test(hostname)
}
