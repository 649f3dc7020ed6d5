import { InputError, Problem, UnsupportedServerError, why } from '../model/errors.ts'
import type { ListingPlatform } from '../model/ports/platform-port.ts'
import type { Clock } from '../model/ports/ports.ts'
import type { Descriptors, Endpoint } from '../model/values/endpoint.ts'
import { isBrokenStream } from './calls/call-failure.ts'
import { connectionTrouble } from './calls/connection-trouble.ts'
import { bearer, type Link, leaveSilence } from './calls/link.ts'
import { persistExplained } from './calls/persist-explained.ts'
import { type Pause, pauseBefore, pauseMs } from './calls/retry.ts'
import type { ServiceName } from './calls/service.ts'
import type { TokenSource } from './calls/token-source.ts'
import { bundledFiles } from './descriptors/bundled.ts'
import { filesFrom, MAKE_A_SET } from './descriptors/file.ts'
import { type ReflectedFiles, reflect } from './descriptors/reflection.ts'
import { buildSchema, fullServiceName, type Schema } from './descriptors/registry.ts'
import { Ignite } from './ignite.ts'
import { openChannel } from './network/channel.ts'
import { Metadata, type ServiceError, status } from './network/grpc.ts'
import type { HttpProxy } from './network/proxy.ts'
import { isServiceError } from './network/transport.ts'
import { openTunnel, ProxyError } from './network/tunnel.ts'

export type ConnectOptions = {
  readonly endpoint: Endpoint
  /** On the way to the endpoint. */
  readonly proxy?: HttpProxy | undefined
  readonly descriptors: Descriptors
  readonly token: TokenSource
  /** The action's own version, for the user agent. */
  readonly version: string
  readonly clock: Clock
  readonly stop: AbortSignal
  /** Milliseconds of `clock` at which `timeout-minutes` is over. */
  readonly endsAt: number
  readonly debug: (text: string) => void
  /** Tells this step of this run from any other. */
  readonly step: string
  /** The services that reflection is asked for (see servicesFor). */
  readonly services: readonly ServiceName[]
}

/** The platform over an open channel: the process does not end before it is closed. */
export type Connection = ListingPlatform & Disposable & { close(): void }

const REFLECTION_MS = 30_000
const PROXY_TRIES = 4

/**
 * Opens the channel, fetches the message types and the first token, all at once. Nothing on the platform changes.
 * Throws PlatformError (ProxyError among them), AuthError, UnsupportedServerError, InputError, or the stop's reason.
 */
export async function connect(options: ConnectOptions): Promise<Connection> {
  const channel = openChannel({ ...options, early: options.descriptors.kind === 'reflection' })
  // Closing a channel does not end its calls, so what failed beside a call ends it.
  const failed = new AbortController()
  const { token, clock, endsAt, debug, step } = options
  const link: Link = { channel, token, clock, stop: options.stop, endsAt, debug, step }
  try {
    const connecting = { ...link, stop: AbortSignal.any([options.stop, failed.signal]) }
    const [schema] = await Promise.all([schemaFrom(options, connecting), token.bearer()])
    return new Ignite(link, schema)
  } catch (error) {
    failed.abort(error)
    channel.close()
    throw error
  }
}

async function schemaFrom(options: ConnectOptions, link: Link): Promise<Schema> {
  const { endpoint, descriptors } = options
  switch (descriptors.kind) {
    case 'bundled':
      if (!endpoint.loopback) throw bundledIsForLoopback()
      return built(bundledFiles(), 'the bundled descriptors')
    case 'file':
      return built(await filesFrom(descriptors.path), 'the descriptor set in `descriptors`')
    case 'reflection': {
      const reflected = await persistReflecting(link, options)
      if (reflected === undefined) throw noReflection(endpoint)
      return built(reflected.files, `reflection (${reflected.version}, ${reflected.files.length} files)`)
    }
  }
}

function built(files: ReflectedFiles['files'], origin: string): Schema {
  try {
    return buildSchema(files, origin)
  } catch (cause) {
    const reason = why(cause)
    const hint = `Set \`descriptors\` to a descriptor set, made with ${MAKE_A_SET}.`
    throw new UnsupportedServerError(`The message types from ${origin} cannot be used: ${reason}`, { cause, hint })
  }
}

/** Also what survives a blip at the start: grpc-js tries to connect again meanwhile. */
function persistReflecting(link: Link, options: ConnectOptions): Promise<ReflectedFiles | undefined> {
  const purpose = { doing: `Connecting to ${options.endpoint.name}`, reason: 'platform_unavailable' } as const
  let isFirst = true
  const work = async () => {
    if (!isFirst) await askProxy(link, options)
    isFirst = false
    return await askAuthorized(link, options.services).catch((error) => throwExplained(unheard(error), link, options))
  }
  const pause: Pause = (error, attempt) => {
    const ms = isServiceError(error) || error instanceof ProxyError ? pauseToConnect(error, attempt) : undefined
    if (ms !== undefined) link.debug(`${purpose.doing}: trying again`)
    return ms
  }
  return persistExplained(link, purpose, { work, pause })
}

function pauseToConnect(error: ServiceError | ProxyError, attempt: number): number | undefined {
  if (!(error instanceof ProxyError)) return pauseBefore(error, 'read', attempt)
  return error.final || attempt >= PROXY_TRIES ? undefined : pauseMs(attempt)
}

/** The first call is sent before the server has said anything: one that speaks something else breaks the call, not connecting. */
function unheard(error: unknown): unknown {
  const isOther = isServiceError(error) && isBrokenStream(error) && connectionTrouble(error) !== undefined
  return isOther ? Object.assign(error, { code: status.UNAVAILABLE }) : error
}

/** grpc-js does not tell why a proxy gave no connection, so the proxy is asked once more. */
async function throwExplained(error: unknown, link: Link, options: ConnectOptions): Promise<never> {
  leaveSilence(link, error)
  if (isServiceError(error) && UNCONNECTED.includes(error.code)) await askProxy(link, options)
  throw error
}

const UNCONNECTED: readonly number[] = [status.UNAVAILABLE, status.DEADLINE_EXCEEDED]

/** Throws ProxyError where the proxy gives no tunnel: a call would wait for one until its own deadline. */
async function askProxy(link: Link, { proxy, endpoint }: ConnectOptions): Promise<void> {
  if (proxy === undefined) return
  const tunnel = await openTunnel(proxy, endpoint.authority, link.stop)
  tunnel.destroy()
}

/** Without a token at hand it is asked for without one, so that minting and reflection do not wait for each other. */
async function askAuthorized(
  { channel, token, stop, clock, endsAt }: Link,
  services: readonly string[]
): Promise<ReflectedFiles | undefined> {
  const ask = (metadata: Metadata) => {
    const deadline = Date.now() + Math.max(1, Math.min(REFLECTION_MS, endsAt - clock.now()))
    return reflect({
      client: channel.client,
      metadata,
      deadline,
      signal: stop,
      services: services.map(fullServiceName)
    })
  }
  const held = token.held()
  try {
    return await ask(held === undefined ? new Metadata() : bearer(held))
  } catch (error) {
    if (!isServiceError(error) || !WANTS_A_TOKEN.includes(error.code)) throw error
    const other = held === undefined ? await token.bearer() : await token.renew(held)
    if (other === undefined) throw error
    return await ask(bearer(other))
  }
}

const WANTS_A_TOKEN: readonly number[] = [status.UNAUTHENTICATED, status.PERMISSION_DENIED]

function bundledIsForLoopback(): InputError {
  const message = '`descriptors: bundled` works on loopback only: part of its field numbers are placeholders.'
  return new InputError([
    new Problem({ inputs: ['descriptors', 'api-endpoint'], message, fix: 'Leave `descriptors` out.' })
  ])
}

function noReflection(endpoint: Endpoint): UnsupportedServerError {
  const own = endpoint.loopback ? ' On loopback, `descriptors: bundled` works too.' : ''
  return new UnsupportedServerError(`${endpoint.name} has no reflection service, so its message types are unknown.`, {
    hint: `Set \`descriptors\` to a descriptor set of the platform's proto files, made with ${MAKE_A_SET}.${own}`
  })
}
