/** A shorter value is found by chance in any larger tree, and is no real credential. */
const SHORTEST = 12

/**
 * A credential as it may stand in a file: as it is, URL-encoded, and in base64, where the same bytes look different at each
 * of three alignments. None for a short one.
 */
export function formsOf(credential: string): readonly Buffer[] {
  if (credential.length < SHORTEST) return []
  const texts = new Set([credential, encodeURIComponent(credential.toWellFormed())])
  for (const offset of [0, 1, 2]) {
    const base64 = alignedBase64(Buffer.from(credential), offset)
    texts.add(base64)
    texts.add(base64.replaceAll('+', '-').replaceAll('/', '_'))
  }
  return [...texts].map((text) => Buffer.from(text))
}

/** Without the letters at both ends that depend on the bytes around. */
function alignedBase64(bytes: Buffer, offset: number): string {
  const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
  return text.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6))
}
