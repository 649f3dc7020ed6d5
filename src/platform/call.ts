import { type DescMethod, fromBinary, toBinary } from '@bufbuild/protobuf'
import { reflect } from '@bufbuild/protobuf/reflect'
import { type Client, Metadata, type ServiceError, status } from '@grpc/grpc-js'
import { PlatformError, UnsupportedServerError } from '../deploy/errors.ts'
import type { Clock } from '../deploy/ports.ts'
import type { Answer } from './codec/answer.ts'
import type { Plain } from './codec/read.ts'
import { FieldError, write } from './codec/write.ts'
import { explained, type Purpose, statusName } from './failure.ts'
import { type Effect, pauseBefore, persist } from './retry.ts'
import type { TokenSource } from './token.ts'
import { cancelledBy, isServiceError } from './transport.ts'

/** What every call of a run shares. */
export type Link = {
  readonly client: Client
  readonly token: TokenSource
  readonly clock: Clock
  /** Aborted when the run is told to stop; its reason is thrown. */
  readonly stop: AbortSignal
  /** Milliseconds of `clock` at which `timeout-minutes` is over. */
  readonly endsAt: number
  readonly debug: (text: string) => void
}

export type Manner = Purpose & {
  readonly effect: Effect
  /** The longest that one try may take, in milliseconds. */
  readonly capMs: number
  /** How long a call in flight is left alone after the run was told to stop, in milliseconds. */
  readonly graceMs?: number
}

/**
 * One request, one answer. Throws PlatformError, UnsupportedServerError where the server's type lacks a field, and the
 * stop's reason. A call with `graceMs` that is then cut off is an ambiguous PlatformError instead.
 */
export async function call(link: Link, method: DescMethod, request: Plain, manner: Manner): Promise<Answer> {
  const bytes = encode(method, request)
  const send = () => authorized(link, manner, (metadata) => unary(link, { method, bytes, metadata, manner }))
  const answer = await persist(send, link.clock, (error, attempt) => {
    const ms = isServiceError(error) ? pauseBefore(error, manner.effect, attempt) : undefined
    if (ms !== undefined) link.debug(`${manner.doing}: trying again: ${(error as ServiceError).details}`)
    return ms
  }).catch((error: unknown) => {
    throw isServiceError(error) ? explained(error, manner, link.token.refusal()) : error
  })
  return decode(method, answer, manner)
}

/** A server stream as an async iterable. Leaving the loop early cancels the call. Nothing is retried. */
export async function* stream(link: Link, method: DescMethod, request: Plain, manner: Manner): AsyncGenerator<Answer> {
  const bytes = encode(method, request)
  const metadata = bearer(await link.token.bearer())
  link.stop.throwIfAborted()
  const incoming = link.client.makeServerStreamRequest(
    path(method),
    same,
    same,
    bytes,
    metadata,
    deadline(link, manner)
  )
  // Cancelling emits an error. Whether the loop that has ended still hears it is Node's affair; unheard, it ends us.
  incoming.on('error', () => undefined)
  using _ = cancelledBy(link.stop, incoming)
  try {
    for await (const each of incoming) yield decode(method, each as Buffer, manner)
  } catch (error) {
    link.stop.throwIfAborted()
    throw isServiceError(error) ? explained(error, manner, link.token.refusal()) : error
  } finally {
    incoming.cancel()
  }
}

/**
 * UNAUTHENTICATED is tried once more with a new token. Not for a publish: whether the first one was seen must be read
 * from the versions first (docs/runner.md 5.2).
 */
async function authorized<T>(link: Link, { effect }: Manner, send: (metadata: Metadata) => Promise<T>): Promise<T> {
  const token = await link.token.bearer()
  try {
    return await send(bearer(token))
  } catch (error) {
    if (effect === 'publish' || !isServiceError(error) || error.code !== status.UNAUTHENTICATED) throw error
    const fresh = await link.token.renew(token)
    if (fresh === undefined) throw error
    return await send(bearer(fresh))
  }
}

type Sending = {
  readonly method: DescMethod
  readonly bytes: Buffer
  readonly metadata: Metadata
  readonly manner: Manner
}

async function unary(link: Link, { method, bytes, metadata, manner }: Sending): Promise<Buffer> {
  link.stop.throwIfAborted()
  using grace = delayed(link.stop, manner.graceMs ?? 0)
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  const options = deadline(link, manner)
  const sent = link.client.makeUnaryRequest(path(method), same, same, bytes, metadata, options, (error, value) => {
    if (value !== undefined) resolve(value)
    else reject(error ?? new Error(`${manner.doing}: no answer and no error`))
  })
  using _ = cancelledBy(grace.signal, sent)
  try {
    return await promise
  } catch (error) {
    if (manner.graceMs === undefined) link.stop.throwIfAborted()
    throw error
  }
}

/** A signal that follows another one after a while. */
function delayed(signal: AbortSignal, ms: number): Disposable & { readonly signal: AbortSignal } {
  if (ms === 0) return { signal, [Symbol.dispose]: () => undefined }
  const later = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const start = () => {
    timer = setTimeout(() => later.abort(signal.reason), ms)
  }
  signal.addEventListener('abort', start, { once: true })
  return {
    signal: later.signal,
    [Symbol.dispose]: () => {
      signal.removeEventListener('abort', start)
      clearTimeout(timer)
    }
  }
}

/** Every call has one: gRPC's own default is to wait for ever. */
function deadline({ clock, endsAt }: Link, { capMs }: Manner): { deadline: number } {
  return { deadline: Date.now() + Math.max(1, Math.min(capMs, endsAt - clock.now())) }
}

export function bearer(token: string): Metadata {
  const metadata = new Metadata()
  metadata.set('authorization', `Bearer ${token}`)
  return metadata
}

function path(method: DescMethod): string {
  return `/${method.parent.typeName}/${method.name}`
}

function encode(method: DescMethod, request: Plain): Buffer {
  try {
    const { message } = write(method.input, request)
    return Buffer.from(toBinary(method.input, message))
  } catch (error) {
    if (!(error instanceof FieldError)) throw error
    throw new UnsupportedServerError(
      `The server's ${method.name} does not take what is to be sent: ${error.message}.`,
      {
        cause: error,
        hint: 'Nothing was sent. Leave out the input that this belongs to, or check `api-endpoint` and `descriptors`.'
      }
    )
  }
}

/** An answer that cannot be read came all the same: what was asked for may have been done. */
function decode(method: DescMethod, bytes: Buffer, { doing, reason }: Purpose): Answer {
  try {
    return reflect(method.output, fromBinary(method.output, bytes))
  } catch (cause) {
    const code = statusName(status.INTERNAL)
    const hint = 'Check that `descriptors` is for this platform.'
    throw new PlatformError(code, `${doing}: the answer cannot be read`, { cause, ambiguous: true, reason, hint })
  }
}

function same(bytes: Buffer): Buffer {
  return bytes
}
