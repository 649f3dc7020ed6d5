/** Where the platform answers gRPC calls. */
export type Endpoint = {
  /** `host:port`; an IPv6 address stands in brackets. */
  readonly authority: string
  /** TLS. Plaintext is for loopback only, since a bearer token is sent. */
  readonly secure: boolean
  readonly loopback: boolean
  /** As it is shown to people. */
  readonly name: string
}

/** Where the server's message types come from (docs/platform.md, Numbers). */
export type Descriptors =
  | { readonly kind: 'reflection' }
  /** Our own reconstruction, for loopback endpoints only. */
  | { readonly kind: 'bundled' }
  | { readonly kind: 'file'; readonly path: string }

export type Refusal = { readonly problem: string; readonly fix: string }

const KNOWN: Readonly<Record<string, { readonly authority: string; readonly tokenUrl: string }>> = {
  staging: {
    authority: 'rpc.dev.dodil.io:443',
    tokenUrl: 'https://id.dev.dodil.io/realms/dodil/protocol/openid-connect/token'
  },
  production: {
    authority: 'rpc.dodil.io:443',
    tokenUrl: 'https://id.dodil.io/realms/dodil/protocol/openid-connect/token'
  }
}

/** The HTTP API of each, as its pages write it: a URL. */
const HTTP_HOSTS: Readonly<Record<string, string>> = { 'api.dev.dodil.io': 'staging', 'api.dodil.io': 'production' }

const FORMS = 'Write `staging`, `production`, `host:port` or `https://host:port`.'

/**
 * Reads `api-endpoint`. `host:port` without a scheme is TLS, except on loopback, where it is plaintext: so the address
 * that the emulator prints works as it is.
 */
export function parseEndpoint(text: string): Endpoint | Refusal {
  const written = text.trim()
  const known = Object.hasOwn(KNOWN, written) ? KNOWN[written] : undefined
  if (known)
    return { authority: known.authority, secure: true, loopback: false, name: `${known.authority} (${written})` }
  const address = parseAddress(written)
  if ('problem' in address) return address
  const { scheme, hostname, port } = address
  const meant = scheme === undefined ? undefined : HTTP_HOSTS[hostname]
  if (meant !== undefined) {
    return {
      problem: `${hostname} is the host of the HTTP API.`,
      fix: `Write \`${meant}\`, which is gRPC’s \`${KNOWN[meant]?.authority}\`.`
    }
  }
  const loopback = isLoopback(hostname)
  if (scheme === 'http' && !loopback) {
    return {
      problem: 'Plaintext is refused: the token would be readable on the way.',
      fix: 'Write `https://host:port`.'
    }
  }
  const authority = `${hostname}:${port}`
  return { authority, secure: scheme === 'https' || (scheme === undefined && !loopback), loopback, name: authority }
}

/** The platform's name for an endpoint, or where it is; what cannot be read, as it was written. */
export function shortEndpoint(text: string): string {
  const endpoint = Object.hasOwn(KNOWN, text) ? undefined : parseEndpoint(text)
  return endpoint && 'authority' in endpoint ? endpoint.authority : text
}

/** The token endpoint that belongs to a known platform; any other needs `auth-url`. */
export function defaultTokenUrl(endpoint: Endpoint): string | undefined {
  return Object.values(KNOWN).find((known) => known.authority === endpoint.authority)?.tokenUrl
}

/** Reads `auth-url`: the token endpoint's whole URL, https, or http on loopback. */
export function parseTokenUrl(text: string): string | Refusal {
  const fix = 'Write the whole URL, such as `https://id.example.com/realms/dodil/protocol/openid-connect/token`.'
  if (!URL.canParse(text.trim())) return { problem: 'This is not a URL.', fix }
  const url = new URL(text.trim())
  if (url.username !== '' || url.password !== '') return { problem: 'A URL with a user or password is refused.', fix }
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) return url.href
  return { problem: 'Only https is accepted, or http on loopback: the secret is sent there.', fix }
}

type Address = { readonly scheme: 'http' | 'https' | undefined; readonly hostname: string; readonly port: number }

function parseAddress(written: string): Address | Refusal {
  const parts = /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^\s\\/?#]+)(.*)$/is.exec(written)
  const scheme = parts?.[1]?.toLowerCase()
  const authority = parts?.[2] ?? ''
  const rest = parts?.[3] ?? ''
  if (/^(unix|unix-abstract|xds|dns|ipv4|ipv6|vsock):(?!\d+$)/i.test(written)) return unreadable('a gRPC name scheme')
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return unreadable('another scheme')
  if (authority.includes('@')) return unreadable('a user name')
  if (rest !== '' && rest !== '/') return unreadable('a path')
  const port = /:(\d+)$/.exec(authority)?.[1]
  if (port === undefined && scheme === undefined) return { problem: 'The address has no port.', fix: FORMS }
  const form = `${scheme ?? 'https'}://${authority}`
  if (authority === '' || authority.includes('%') || !URL.canParse(form))
    return { problem: 'This is no address.', fix: FORMS }
  const number = Number(port ?? (scheme === 'http' ? 80 : 443))
  if (number < 1 || number > 65_535) return { problem: 'A port is a number from 1 to 65535.', fix: FORMS }
  return { scheme, hostname: new URL(form).hostname, port: number }
}

function unreadable(what: string): Refusal {
  return { problem: `An address with ${what} is refused.`, fix: FORMS }
}

/** `hostname` as URL gives it: IPv4 in four decimal parts, IPv6 short and in brackets. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
}

/** What the environment says of proxies, as it is written there. */
export type ProxySettings = {
  readonly proxy: Variable | undefined
  /** A list of hosts that are reached directly. */
  readonly noProxy: string
}

/** An environment variable: its name is for messages, its value may hold a password. */
export type Variable = { readonly name: string; readonly value: string }
