import type { RunnerLog } from './action/log.ts'
import { mask } from './action/mask.ts'
import type { Access } from './inputs/read-access.ts'
import type { Redactor } from './log/redact.ts'
import type { Clock } from './model/ports/ports.ts'
import type { ServiceName } from './platform/calls/service.ts'
import type { TokenSource } from './platform/calls/token-source.ts'
import { type Connection, connect } from './platform/connect.ts'
import { proxyFor } from './platform/network/proxy.ts'
import { accountToken, staticToken } from './platform/token/token.ts'
import { clockUntil } from './run-clock.ts'
import { VERSION } from './version.ts'

type Session = {
  readonly access: Access
  readonly timeoutMs: number
  readonly services: readonly ServiceName[]
  /** Tells this step of this run from any other. */
  readonly step: string
  readonly clock: Clock
  readonly stop: AbortSignal
  readonly log: RunnerLog
  readonly redactor: Redactor
}

/**
 * Connects as main and post both do: every token is masked before its first use. Throws what `connect` throws, and
 * InputError where the environment names a proxy that cannot be used.
 */
export async function openSession(session: Session): Promise<Connection> {
  const { access, timeoutMs, services, step, clock, stop, log } = session
  const proxy = proxyFor(new URL(`https://${access.endpoint.authority}`), access.proxies)
  if (proxy) log.info(`The platform is reached through the proxy ${proxy.host}:${proxy.port} (${proxy.variable}).`)
  // A token that is still asked for when the connection has failed would keep the process alive.
  const failed = new AbortController()
  const token = tokenSource(session, AbortSignal.any([stop, failed.signal]))
  const endsAt = clock.now() + timeoutMs
  const debug = (text: string): void => log.debug(text)
  try {
    return await connect({ ...access, proxy, token, version: VERSION, services, step, endsAt, debug, clock, stop })
  } catch (error) {
    failed.abort()
    throw error
  }
}

function tokenSource({ access: { credentials, proxies }, redactor }: Session, stop: AbortSignal): TokenSource {
  if (credentials.kind === 'token') return staticToken(credentials.token, credentials.origin)
  const { id, secret, tokenUrl } = credentials
  const onMint = (minted: string): void => void mask(minted, redactor)
  const proxy = proxyFor(new URL(tokenUrl), proxies)
  return accountToken({ account: { id, secret, url: tokenUrl }, proxy, clock: clockUntil(stop), stop, onMint })
}
