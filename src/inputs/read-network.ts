import type { InputReader } from './input-reader.ts'

/** What the environment says of proxies. */
export type Proxies = {
  readonly proxy: { readonly name: string; readonly value: string } | undefined
  /** A list of hosts that are reached directly. */
  readonly noProxy: string
}

/**
 * The lower case counts first, as for everybody. `http_proxy` is for plaintext, which goes to loopback alone, and
 * loopback is reached directly.
 */
export function readProxies(inputs: InputReader): Proxies {
  const found = ['https_proxy', 'HTTPS_PROXY'].flatMap((name) => {
    const value = inputs.variable(name)
    return value === undefined ? [] : [{ name, value }]
  })
  return { proxy: found[0], noProxy: inputs.variable('no_proxy') ?? inputs.variable('NO_PROXY') ?? '' }
}

/** The password in the URL of a proxy, as it stands there and decoded; it may not be in any log. */
export function proxyPasswords(inputs: InputReader): readonly (readonly [name: string, password: string])[] {
  const { proxy } = readProxies(inputs)
  const written = /^(?:[a-z][a-z0-9+.-]*:\/\/)?[^/@:]*:(.+)@/i.exec(proxy?.value ?? '')?.[1]
  if (!proxy || written === undefined) return []
  return [...new Set([written, decoded(written)])].map((password) => [proxy.name, password] as const)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** What is dangerous in the environment, in sentences. */
export function networkWarnings(inputs: InputReader): readonly string[] {
  return inputs.variable('NODE_TLS_REJECT_UNAUTHORIZED') === '0' ? [UNCHECKED] : []
}

const UNCHECKED =
  '`NODE_TLS_REJECT_UNAUTHORIZED` is 0, which tells Node programs not to check certificates. This action checks them all the same. ' +
  'Remove the variable; an authority of your own is named in `NODE_EXTRA_CA_CERTS`.'
