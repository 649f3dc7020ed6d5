import type { DescMethod } from '@bufbuild/protobuf'
import type { Answer } from '../codec/answer.ts'
import type { Plain } from '../codec/read.ts'
import { type Metadata, type ServiceError, status } from '../network/grpc.ts'
import { cancelledBy, isServiceError } from '../network/transport.ts'
import { deadline, type Link, leaveSilence, type Manner, metadataFor } from './link.ts'
import { persistExplained } from './persist-explained.ts'
import { type Pause, pauseBefore } from './retry.ts'
import { decode, encode, path, same } from './wire.ts'

/**
 * One request, one answer. Throws PlatformError, UnsupportedServerError where the server's type lacks a field, and the
 * stop's reason. A call with `graceMs` that is then cut off is an ambiguous PlatformError instead.
 */
export async function call(link: Link, method: DescMethod, request: Plain, manner: Manner): Promise<Answer> {
  const bytes = encode(method, request)
  const work = () => authorized(link, manner, (metadata) => unary(link, { method, bytes, metadata, manner }))
  const pause: Pause = (error, attempt) => {
    const ms = isServiceError(error) ? pauseBefore(error, manner.effect, attempt) : undefined
    if (ms !== undefined) link.debug(`${manner.doing}: trying again: ${(error as ServiceError).details}`)
    return ms
  }
  return decode(method, await persistExplained(link, manner, { work, pause }), manner)
}

/**
 * UNAUTHENTICATED is tried once more with a new token. A publish only gets the token: whether the first one was seen
 * must be read from the versions first (docs/runner.md, Which calls are sent again).
 */
async function authorized<T>(link: Link, manner: Manner, send: (metadata: Metadata) => Promise<T>): Promise<T> {
  const token = await link.token.bearer()
  try {
    return await send(metadataFor(link, manner, token))
  } catch (error) {
    if (!isServiceError(error) || error.code !== status.UNAUTHENTICATED) throw error
    const renewal = link.token.renew(token)
    const fresh = manner.effect === 'publish' ? await renewal.then(nothing, nothing) : await renewal
    if (fresh === undefined) throw error
    return await send(metadataFor(link, manner, fresh))
  }
}

function nothing(): undefined {}

type CallAttempt = {
  readonly method: DescMethod
  readonly bytes: Buffer
  readonly metadata: Metadata
  readonly manner: Manner
}

async function unary(link: Link, { method, bytes, metadata, manner }: CallAttempt): Promise<Buffer> {
  link.stop.throwIfAborted()
  using grace = delayed(link.stop, manner.graceMs ?? 0)
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  const options = deadline(link, manner)
  const sent = link.channel.client.makeUnaryRequest(
    path(method),
    same,
    same,
    bytes,
    metadata,
    options,
    (error, value) => {
      if (value !== undefined) resolve(value)
      else reject(error ?? new Error(`${manner.doing}: no answer and no error`))
    }
  )
  using _ = cancelledBy(grace.signal, sent)
  try {
    return await promise
  } catch (error) {
    if (manner.graceMs === undefined) link.stop.throwIfAborted()
    const failure = grace.signal.aborted ? unanswered(error) : error
    leaveSilence(link, failure)
    throw failure
  }
}

/** The grace was the call's deadline, whatever ended the run: that it was cut off by us tells the reader nothing. */
function unanswered(error: unknown): unknown {
  if (!isServiceError(error) || error.code !== status.CANCELLED) return error
  return Object.assign(error, { code: status.DEADLINE_EXCEEDED, details: 'Deadline exceeded' })
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
