import { createServer, type Server } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'

export type Listening = AsyncDisposable & {
  /** `127.0.0.1:PORT` */
  readonly address: string
  /** How often it was connected to. */
  readonly connections: () => number
}

export type HttpAnswer = { readonly code: number; readonly type: string; readonly body: string }

/** An HTTP server that gives one answer to whatever it is asked. */
export async function answering({ code, type, body }: HttpAnswer): Promise<Listening> {
  const server = createServer((request, response) => {
    request.resume()
    response.writeHead(code, { 'content-type': type, connection: 'close' }).end(body)
  })
  return await listening(server)
}

/** Nothing listens there, and nothing will: a port that was free a moment ago is soon another test's. */
export const CLOSED_ADDRESS = '127.0.0.1:2'

/** A port that counts who comes, and hangs up. */
export async function counting(): Promise<Listening> {
  return await listening(createTcpServer((socket) => socket.destroy()) as Server)
}

async function listening(server: Server): Promise<Listening> {
  let connections = 0
  server.on('connection', () => {
    connections++
  })
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', reject).listen(0, '127.0.0.1', resolve)
  await promise
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections: () => connections,
    [Symbol.asyncDispose]: () => new Promise((closed) => server.close(() => closed()))
  }
}
