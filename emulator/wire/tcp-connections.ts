import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { type Server, ServerCredentials } from '@grpc/grpc-js'

/** The TCP side of the server: the port, and the connections by the name that grpc-js gives a call's peer. */
export type Connections = {
  readonly port: number
  /** Cuts a client's connection at once, with all calls on it. `peer` is what `call.getPeer()` says. */
  readonly drop: (peer: string) => void
  readonly close: () => Promise<void>
}

/**
 * Accepts connections by ourselves and hands them to grpc-js. A fault must be able to cut the connection of a given
 * call, and grpc-js shows a call neither its session nor its socket; but it takes sockets from outside
 * (`createConnectionInjector`, public), and names each call's peer by the socket's remote address and port.
 */
export async function listen(server: Server, options: { host: string; port: number }): Promise<Connections> {
  const injector = server.createConnectionInjector(ServerCredentials.createInsecure())
  const sockets = new Map<string, Socket>()
  const listener = createServer({ noDelay: true }, (socket) => {
    const peer = `${socket.remoteAddress}:${socket.remotePort}`
    sockets.set(peer, socket)
    socket.on('close', () => sockets.delete(peer))
    injector.injectConnection(socket)
  })
  listener.listen(options)
  await once(listener, 'listening')
  const address = listener.address()
  if (address === null || typeof address === 'string') throw new Error('The server listens on no TCP port')
  const close = async (): Promise<void> => {
    const closed = once(listener, 'close')
    listener.close()
    for (const socket of sockets.values()) socket.destroy()
    server.forceShutdown()
    await closed
  }
  return { port: address.port, drop: (peer) => sockets.get(peer)?.destroy(), close }
}
