import type { DescMethod } from '@bufbuild/protobuf'
import { PlatformError } from '../../model/errors.ts'
import type { Answer } from '../codec/answer.ts'
import type { Plain } from '../codec/read.ts'
import { type ClientWritableStream, type ServiceError, status } from '../network/grpc.ts'
import { cancelledBy, isServiceError } from '../network/transport.ts'
import { explained } from './call-failure.ts'
import { bearer, deadline, type Link, type Manner, stopReason } from './link.ts'
import { decode, encode, path, same } from './wire.ts'

/** A server stream as an async iterable. Leaving the loop early cancels the call. Nothing is retried. */
export async function* receive(link: Link, method: DescMethod, request: Plain, manner: Manner): AsyncGenerator<Answer> {
  const bytes = encode(method, request)
  const metadata = bearer(await link.token.bearer())
  link.stop.throwIfAborted()
  const options = deadline(link, manner)
  const incoming = link.channel.client.makeServerStreamRequest(path(method), same, same, bytes, metadata, options)
  // Cancelling emits an error. Whether the loop that has ended still hears it is Node's affair; unheard, it ends us.
  incoming.on('error', () => undefined)
  using _ = cancelledBy(link.stop, incoming)
  try {
    for await (const each of incoming) yield decode(method, each as Buffer, manner)
  } catch (error) {
    throw reasonFor(error, link, manner)
  } finally {
    incoming.cancel()
  }
}

/**
 * A client stream: many requests, one answer. The next request is asked for only when the server has taken those
 * before it, and they are left closed however the call ends. Sent once. Throws PlatformError, what the requests throw,
 * and the stop's reason.
 */
export async function sendAll(
  link: Link,
  method: DescMethod,
  requests: AsyncIterable<Plain>,
  manner: Manner
): Promise<Answer> {
  const token = await link.token.bearer()
  link.stop.throwIfAborted()
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  const ended = new AbortController()
  const options = deadline(link, manner)
  const outgoing = link.channel.client.makeClientStreamRequest(
    path(method),
    same,
    same,
    bearer(token),
    options,
    (error, value) => {
      if (value !== undefined) resolve(value)
      else reject(error ?? new Error(`${manner.doing}: no answer and no error`))
      ended.abort()
    }
  )
  // Both are heard of below, or not at all where the requests themselves fail; unheard, they end us.
  outgoing.on('error', () => undefined)
  promise.catch(() => undefined)
  using _ = cancelledBy(link.stop, outgoing)
  try {
    const isWhole = await pour(outgoing, encoded(method, requests), ended.signal)
    const answer = decode(method, await promise, manner)
    if (!isWhole) throw answeredEarly(manner)
    return answer
  } catch (error) {
    if (!link.stop.aborted && isRefusal(error)) throw await refused(error, link, { manner, token })
    throw reasonFor(error, link, manner)
  } finally {
    outgoing.cancel()
  }
}

function isRefusal(error: unknown): error is ServiceError {
  return isServiceError(error) && error.code === status.UNAUTHENTICATED
}

/** Where there is another token the requests are worth being sent again, which only their sender can do. */
async function refused(
  error: ServiceError,
  link: Link,
  { manner, token }: { readonly manner: Manner; readonly token: string }
): Promise<PlatformError> {
  const { code, message, reason, hint } = explained(error, manner, { token: link.token })
  const isRenewed = (await link.token.renew(token)) !== undefined
  return new PlatformError(code, message, { cause: error, ambiguous: isRenewed, reason, hint })
}

async function* encoded(method: DescMethod, requests: AsyncIterable<Plain>): AsyncGenerator<Buffer> {
  for await (const request of requests) yield encode(method, request)
}

/**
 * False where the call ended before all was written. A message is made while the one before it is on its way, and no
 * more than that: the stream would take 16 before it asks for a pause. Not every call that ends calls back its writes.
 */
async function pour(
  outgoing: ClientWritableStream<Buffer>,
  messages: AsyncIterable<Buffer>,
  ended: AbortSignal
): Promise<boolean> {
  let wake = () => {}
  ended.addEventListener('abort', () => wake(), { once: true })
  let taken = Promise.resolve()
  for await (const message of messages) {
    await taken
    if (ended.aborted) return false
    taken = new Promise((resolve) => {
      wake = resolve
      outgoing.write(message, () => resolve())
    })
  }
  outgoing.end()
  return true
}

/** The server cannot know that what came was all. */
function answeredEarly({ doing, reason }: Manner): PlatformError {
  const hint = 'Run the job again.'
  const message = `${doing}: the platform answered before it had everything`
  return new PlatformError('ABORTED', message, { ambiguous: true, reason, hint })
}

function reasonFor(error: unknown, { stop, token }: Link, manner: Manner): unknown {
  if (stop.aborted) return stopReason({ stop }, manner)
  return isServiceError(error) ? explained(error, manner, { token }) : error
}
