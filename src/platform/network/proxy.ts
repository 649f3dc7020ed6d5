import { BlockList, isIP } from 'node:net'
import { InputError, Problem } from '../../model/errors.ts'
import { isLoopback, type ProxySettings, type Variable } from '../../model/values/endpoint.ts'

/** An HTTP proxy that is asked for tunnels. */
export type HttpProxy = {
  readonly host: string
  readonly port: number
  /** `user:password`, decoded. */
  readonly credentials: string | undefined
  /** The variable that names it. */
  readonly variable: string
}

/**
 * The proxy on the way to an https URL; undefined is: directly. Loopback never goes through one, and `no_proxy` has the rules
 * of @actions/http-client, and addresses and their ranges besides. Throws InputError where the proxy cannot be used.
 */
export function proxyFor(target: URL, { proxy, noProxy }: ProxySettings): HttpProxy | undefined {
  if (proxy === undefined || isLoopback(target.hostname) || isDirect(target, noProxy)) return undefined
  return parseProxy(proxy)
}

function isDirect(target: URL, noProxy: string): boolean {
  const host = hostOf(target)
  const names = [host, target.hostname, `${target.hostname}:${target.port || 443}`]
  const entries = noProxy
    .toLowerCase()
    .split(/[\s,]+/)
    .map(plainEntry)
    .filter((entry) => entry !== '')
  const isNamed = (entry: string) =>
    isIP(host) === 0 ? names.some((name) => ends(name, entry)) : names.includes(entry) || isInRange(host, entry)
  return entries.some((entry) => entry === '*' || isNamed(entry))
}

/** People write `https://example.com/` and `*.example.com`, too. */
function plainEntry(entry: string): string {
  const host = /^[a-z][a-z0-9+.-]*:\/\/([^/]*)/.exec(entry)?.[1] ?? entry
  return host.startsWith('*.') ? host.slice(1) : host
}

/** `example.com` and `.example.com` both stand for what lies below; only the first for the name itself. */
function ends(name: string, entry: string): boolean {
  return name === entry || name.endsWith(entry.startsWith('.') ? entry : `.${entry}`)
}

function isInRange(host: string, entry: string): boolean {
  const [, network = '', bits] = /^([^/]+)\/(\d+)$/.exec(entry) ?? []
  const family = isIP(network)
  if (family === 0 || family !== isIP(host) || Number(bits) > (family === 4 ? 32 : 128)) return false
  const range = new BlockList()
  const kind = family === 4 ? 'ipv4' : 'ipv6'
  range.addSubnet(network, Number(bits), kind)
  return range.check(host, kind)
}

function parseProxy({ name, value }: Variable): HttpProxy {
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`)
  const credentials = url ? credentialsIn(url) : undefined
  if (!url || credentials === undefined) throw unusable(name, 'does not hold the URL of a proxy')
  if (url.protocol !== 'http:') {
    throw unusable(name, `names a proxy by \`${url.protocol}//\`, and only \`http://\` is supported`)
  }
  return {
    host: hostOf(url),
    port: Number(url.port || 80),
    credentials: credentials === '' ? undefined : credentials,
    variable: name
  }
}

/** Undefined where the escapes are broken. */
function credentialsIn({ username, password }: URL): string | undefined {
  try {
    return username === '' && password === '' ? '' : decodeURIComponent(`${username}:${password}`)
  } catch {
    return undefined
  }
}

/** Without the value: it may hold a password. */
function unusable(name: string, problem: string): InputError {
  return new InputError([
    new Problem({
      inputs: [name],
      message: `The variable \`${name}\` ${problem}.`,
      fix: 'Write `http://host:port` or `http://user:password@host:port`; what goes through it is encrypted all the same.'
    })
  ])
}

/** Without the brackets of an IPv6 address. */
function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '')
}
