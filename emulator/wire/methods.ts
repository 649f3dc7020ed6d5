import type { EventEmitter } from 'node:events'
import {
  type handleClientStreamingCall,
  type handleServerStreamingCall,
  type handleUnaryCall,
  type Metadata,
  type MethodDefinition,
  type ServerWritableStream,
  status,
  type UntypedHandleCall
} from '@grpc/grpc-js'
import { type Call, type Handlers, StatusError } from '../contract/contract.ts'
import { summarise } from './client-messages.ts'
import { type Arrival, type Ending, type Exchange, perform } from './exchange.ts'
import type { Fault } from './faults/faults.ts'

type Message = Record<string, unknown>
/** What grpc-js's kinds of calls have in common. */
type Incoming = EventEmitter & {
  readonly cancelled: boolean
  readonly metadata: Metadata
  readonly getPeer: () => string
}

/** What grpc-js calls for the method `Service/Method`; without a handler the call answers UNIMPLEMENTED. */
export function implement(
  method: string,
  definition: MethodDefinition<unknown, unknown>,
  { handlers, exchange }: { readonly handlers: Handlers; readonly exchange: Exchange }
): UntypedHandleCall {
  if (definition.requestStream) return clientStream(method, handlers, exchange)
  if (definition.responseStream) return serverStream(method, handlers, exchange)
  return unary(method, handlers, exchange)
}

function unary(method: string, handlers: Handlers, exchange: Exchange): handleUnaryCall<Message, object> {
  return async (incoming, respond) => {
    using arrival = arrive(exchange, { method, incoming, request: incoming.request })
    const ending = await perform(exchange, arrival, async () => {
      const handler = handlers.unary[method] ?? missing(method)
      return { answer: await handler(arrival.call) }
    })
    answer(ending, respond)
  }
}

function clientStream(
  method: string,
  handlers: Handlers,
  exchange: Exchange
): handleClientStreamingCall<Message, object> {
  return async (incoming, respond) => {
    const request: Message = {}
    using arrival = arrive(exchange, { method, incoming, request })
    const ending = await perform(exchange, arrival, async (fault): Promise<Ending> => {
      const handler = handlers.clientStream[method] ?? missing(method)
      try {
        return {
          answer: await handler(arrival.call, received(incoming, { request, fault }))
        }
      } catch (error) {
        if (error instanceof Cut) return 'dropped'
        throw error
      }
    })
    answer(ending, respond)
  }
}

/** A fault has cut the connection in the middle of the client's messages. */
class Cut extends Error {}

/** Passes on the client's messages, and writes down in the request what has come. */
async function* received(
  incoming: AsyncIterable<Message>,
  { request, fault }: { readonly request: Message; readonly fault: Fault | undefined }
): AsyncGenerator<Message> {
  const summary = summarise(request)
  let count = 0
  for await (const message of incoming) {
    summary.add(message)
    yield message
    count += 1
    if (fault?.action === 'cut-stream' && fault.messages === count) throw new Cut()
  }
}

function serverStream(
  method: string,
  handlers: Handlers,
  exchange: Exchange
): handleServerStreamingCall<Message, object> {
  return async (incoming) => {
    using arrival = arrive(exchange, { method, incoming, request: incoming.request })
    const ending = await perform(exchange, arrival, async (fault) => {
      const handler = handlers.serverStream[method] ?? missing(method)
      return sendAll(handler(arrival.call), { incoming, signal: arrival.call.signal, fault })
    })
    if (ending === 'dropped' || arrival.call.signal.aborted) return
    if ('code' in ending && ending.code !== status.OK) incoming.emit('error', ending)
    else incoming.end()
  }
}

type Sending = {
  readonly incoming: ServerWritableStream<Message, object>
  readonly signal: AbortSignal
  readonly fault: Fault | undefined
}

async function sendAll(messages: AsyncIterable<object>, { incoming, signal, fault }: Sending): Promise<Ending> {
  let sent = 0
  for await (const message of messages) {
    await send(message, incoming, signal)
    sent += 1
    if (fault?.action === 'cut-stream' && fault.messages === sent) return 'dropped'
    if (signal.aborted) break
  }
  return { code: status.OK, details: '' }
}

/**
 * Resolves when the kernel has the message, so that a cut after it cannot take it back; or when the client has gone,
 * since the write is never called back then.
 */
async function send(message: object, incoming: Sending['incoming'], signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  const { promise, resolve } = Promise.withResolvers<void>()
  const gone = () => resolve()
  signal.addEventListener('abort', gone)
  incoming.write(message, () => resolve())
  await promise
  signal.removeEventListener('abort', gone)
}

type Respond = (error: { code: status; details: string } | null, answer?: object) => void

function answer(ending: Ending, respond: Respond): void {
  if (ending === 'dropped') return
  if ('code' in ending) respond(ending)
  else respond(null, ending.answer)
}

function arrive(
  exchange: Exchange,
  { method, incoming, request }: { method: string; incoming: Incoming; request: Message }
): Arrival & Disposable {
  const controller = new AbortController()
  const gone = () => controller.abort()
  incoming.on('cancelled', gone)
  if (incoming.cancelled) gone()
  const call: Call = { method, request, metadata: incoming.metadata, signal: controller.signal }
  return {
    call,
    number: exchange.count(method),
    peer: incoming.getPeer(),
    atMs: Date.now(),
    // grpc-js says `cancelled` after every call; after the handler's end it means nothing.
    [Symbol.dispose]: () => incoming.off('cancelled', gone)
  }
}

function missing(method: string): never {
  throw new StatusError(status.UNIMPLEMENTED, `The emulator does not implement ${method}`)
}
