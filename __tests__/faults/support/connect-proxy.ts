import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { splitAddress } from './tcp-proxy.ts'

export type ConnectProxyOptions = {
  /** What it knows: `host:port` as it is asked for → `host:port` where that really is. Anything else is a 502. */
  readonly routes: Readonly<Record<string, string>>
  /** `user:password`, without which it answers 407. */
  readonly credentials?: string
  /** Answers that, whatever it is asked for. */
  readonly code?: number
  /** What it says of a tunnel that it gives; 200 where nothing is said. */
  readonly given?: number
  /** Leaves the connection open when it has refused a tunnel, for another try. */
  readonly keepsOpen?: true
  /** Drops the connection of the first that asks, and leaves all others without an answer. */
  readonly deserts?: true
}

export type ConnectProxy = AsyncDisposable & {
  /** `127.0.0.1:PORT` */
  readonly address: string
  /** What it was asked for, whether or not it gave it. */
  readonly asked: readonly string[]
}

/** An HTTP proxy as companies have them: it gives tunnels, and nothing else. */
export async function connectProxy({
  routes,
  credentials,
  code,
  given = 200,
  keepsOpen,
  deserts
}: ConnectProxyOptions): Promise<ConnectProxy> {
  const asked: string[] = []
  const open = new Set<Socket>()
  const verdict = ({ url = '', headers }: IncomingMessage): number => {
    if (code !== undefined) return code
    const basic = credentials && `Basic ${Buffer.from(credentials).toString('base64')}`
    if (headers['proxy-authorization'] !== basic) return 407
    return routes[url] === undefined ? 502 : given
  }
  const server = createServer((_, response) => response.writeHead(405).end())
  server.on('connect', (request, client: Socket) => {
    asked.push(request.url ?? '')
    open.add(client.on('error', () => undefined).on('close', () => open.delete(client)))
    if (deserts) return void (asked.length === 1 && client.destroy())
    const answer = verdict(request)
    client.write(`HTTP/1.1 ${answer} of the test\r\n\r\n`)
    if (answer !== given) return void (keepsOpen || client.end())
    const [host, port] = splitAddress(routes[request.url ?? ''] ?? '')
    const far = connect({ host, port }).on('error', () => client.destroy())
    client.on('close', () => far.destroy())
    client.pipe(far).pipe(client)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    [Symbol.asyncDispose]: async () => {
      for (const socket of open) socket.destroy()
      server.close()
    }
  }
}
