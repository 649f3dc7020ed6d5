import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { splitAddress } from '../../faults/support/tcp-proxy.ts'

/** Of HTTP/2: what a client begins with, the head of a frame, and the type of frame that opens a request. */
const PREFACE_BYTES = 24
const HEAD_BYTES = 9
const HEADERS = 1

export type SilentFront = AsyncDisposable & {
  /** `127.0.0.1:PORT` */
  readonly address: string
}

/** Stands before an HTTP/2 server, of which nothing is heard until it is asked something: least of all its settings. */
export async function silentFront(target: string): Promise<SilentFront> {
  const [host, port] = splitAddress(target)
  const server = createServer((client) => void join(client, connect({ host, port })))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: async () => void server.close()
  }
}

async function join(client: Socket, far: Socket): Promise<void> {
  const { promise: asked, resolve: ask } = Promise.withResolvers<void>()
  const questions = async function* (pieces: AsyncIterable<Buffer>) {
    let said: Buffer = Buffer.alloc(0)
    for await (const piece of pieces) {
      said = Buffer.concat([said, piece])
      if (holdsRequest(said)) ask()
      yield piece
    }
  }
  const answers = async function* (pieces: AsyncIterable<Buffer>) {
    await asked
    yield* pieces
  }
  await Promise.allSettled([pipeline(client, questions, far).finally(ask), pipeline(far, answers, client)])
}

function holdsRequest(said: Buffer): boolean {
  for (let at = PREFACE_BYTES; at + HEAD_BYTES <= said.length; at += HEAD_BYTES + said.readUIntBE(at, 3)) {
    if (said[at + 3] === HEADERS) return true
  }
  return false
}
