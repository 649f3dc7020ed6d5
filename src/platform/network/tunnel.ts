import { request } from 'node:http'
import type { Socket } from 'node:net'
import { PlatformError } from '../../model/errors.ts'
import type { HttpProxy } from './proxy.ts'

/** A proxy that gives no tunnel. Nothing has reached the platform. */
export class ProxyError extends PlatformError {
  /** True where trying again cannot help. */
  readonly final: boolean

  constructor(message: string, options: ErrorOptions & { readonly hint: string; readonly final: boolean }) {
    const { final, ...rest } = options
    super('UNAVAILABLE', message, { ...rest, ambiguous: false, reason: 'platform_unavailable' })
    this.final = final
  }
}

/** A proxy that takes the connection and says nothing would be waited for until the end of the run. */
const TUNNEL_MS = 15_000

/**
 * A connection through the proxy to `authority` (`host:port`), on one to the proxy where there is one already. Throws
 * ProxyError, or the signal's reason.
 */
export async function openTunnel(
  proxy: HttpProxy,
  authority: string,
  signal: AbortSignal,
  toProxy?: Socket
): Promise<Socket> {
  signal.throwIfAborted()
  const { promise, resolve, reject } = Promise.withResolvers<Socket>()
  const silence = AbortSignal.timeout(TUNNEL_MS)
  const asking = request({
    method: 'CONNECT',
    host: proxy.host,
    port: proxy.port,
    path: authority,
    headers: { host: authority, ...authorization(proxy) },
    ...(toProxy ? { createConnection: () => toProxy } : { agent: false }),
    signal: AbortSignal.any([signal, silence])
  })
  asking.once('connect', ({ statusCode = 0 }, socket: Socket, head: Buffer) => {
    if (statusCode >= 200 && statusCode < 300) {
      if (head.length > 0) socket.unshift(head)
      resolve(socket)
    } else {
      socket.destroy()
      reject(refused(proxy, authority, statusCode))
    }
  })
  asking.on('error', (cause) => {
    if (signal.aborted) reject(signal.reason)
    else reject(silence.aborted ? silent(proxy) : unreachable(proxy, cause))
  })
  asking.end()
  return await promise
}

function authorization({ credentials }: HttpProxy): Readonly<Record<string, string>> {
  return credentials === undefined
    ? {}
    : { 'proxy-authorization': `Basic ${Buffer.from(credentials).toString('base64')}` }
}

function refused(proxy: HttpProxy, authority: string, code: number): ProxyError {
  const { variable } = proxy
  if (code === 407) {
    const had = proxy.credentials !== undefined
    const hint = had
      ? `Check the user and the password in \`${variable}\`; special characters are written as in a URL, such as %40 for @.`
      : `Write them in \`${variable}\`, as \`http://user:password@host:port\`.`
    const message = had ? 'refused the user and the password (HTTP 407)' : 'wants a user and a password (HTTP 407)'
    return new ProxyError(`${nameOf(proxy)} ${message}.`, { hint, final: true })
  }
  return new ProxyError(`${nameOf(proxy)} does not connect to ${authority} (HTTP ${code}).`, {
    hint: `Have the proxy allow that host, or name the host in \`NO_PROXY\` where it can be reached directly.`,
    final: code < 500
  })
}

function unreachable(proxy: HttpProxy, cause: NodeJS.ErrnoException): ProxyError {
  return new ProxyError(`${nameOf(proxy)} cannot be reached${cause.code === undefined ? '' : ` (${cause.code})`}.`, {
    cause,
    hint: `Check \`${proxy.variable}\`, or name the host in \`NO_PROXY\` where it can be reached directly.`,
    final: false
  })
}

function silent(proxy: HttpProxy): ProxyError {
  return new ProxyError(`${nameOf(proxy)} did not answer within ${TUNNEL_MS / 1000} s.`, {
    hint: `Check \`${proxy.variable}\`, or name the host in \`NO_PROXY\` where it can be reached directly.`,
    final: false
  })
}

/** Without its password. */
function nameOf({ host, port, variable }: HttpProxy): string {
  return `The proxy ${host}:${port} (variable \`${variable}\`)`
}
