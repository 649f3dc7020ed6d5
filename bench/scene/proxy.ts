import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { performance } from 'node:perf_hooks'

/** Somewhere that answers under an address of its own. */
export type Place = AsyncDisposable & {
  /** `127.0.0.1:PORT` */
  readonly address: string
}

/**
 * A network with a round-trip time and no bound to what it carries. A connection takes one round trip before anything can
 * be said over it, and each chunk half of one, in either direction, without waiting for the chunk before it.
 */
export async function farAway(target: string, rttMs: number): Promise<Place> {
  const sockets = new Set<Socket>()
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => void join(client))
  const join = async (client: Socket) => {
    sockets.add(client.on('error', () => undefined))
    const connectedAt = performance.now() + rttMs
    const toServer = delayed(client, rttMs / 2, connectedAt)
    // The last step of the handshake is on its way before the server hears of it.
    await until(connectedAt + rttMs / 2)
    const [host, port] = target.split(':') as [string, string]
    const upstream = connect({ host, port: Number(port), allowHalfOpen: true, noDelay: true })
    sockets.add(upstream.on('error', () => client.destroy()))
    toServer(upstream)
    delayed(upstream, rttMs / 2, 0)(client)
  }
  return await listening(server, sockets)
}

export async function listening(server: Server, sockets: ReadonlySet<Socket>): Promise<Place> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = async () => {
    const closed = once(server, 'close')
    server.close()
    for (const socket of sockets) socket.destroy()
    await closed
  }
  return { address: `127.0.0.1:${(server.address() as AddressInfo).port}`, [Symbol.asyncDispose]: close }
}

type Due = { readonly at: number; readonly chunk: Buffer | undefined }

/** Takes what a socket says from now on; told where, passes it on when it is due. */
function delayed(from: Socket, ms: number, notBefore: number): (to: Socket) => void {
  const queue: Due[] = []
  let to: Socket | undefined
  let timer: NodeJS.Timeout | undefined
  const pass = () => {
    timer = undefined
    for (let next = queue[0]; to && next; next = queue[0]) {
      const wait = next.at - performance.now()
      if (wait > 0.2) {
        timer = setTimeout(pass, wait)
        return
      }
      queue.shift()
      if (next.chunk) to.write(next.chunk)
      else to.end()
    }
  }
  const take = (chunk: Buffer | undefined) => {
    queue.push({ at: Math.max(performance.now(), notBefore) + ms, chunk })
    if (!timer) pass()
  }
  from.on('data', take)
  from.on('end', () => take(undefined))
  from.on('close', () => to?.destroySoon())
  return (target) => {
    to = target
    pass()
  }
}

async function until(at: number): Promise<void> {
  for (let left = at - performance.now(); left > 0; left = at - performance.now()) {
    await new Promise((resolve) => setTimeout(resolve, left))
  }
}
