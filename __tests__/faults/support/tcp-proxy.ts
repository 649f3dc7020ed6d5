import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { createSecureContext, TLSSocket } from 'node:tls'

/** `reset` is an RST: what was on its way is lost. `end` is a FIN in the middle of whatever was being said. */
export type Cut = 'reset' | 'end'

export type TcpProxyOptions = {
  /** `host:port` of what stands behind, in plaintext. */
  readonly target: string
  /** Where it listens; default 127.0.0.1. */
  readonly host?: string
  /** Milliseconds that each piece waits, in both directions; default 0. */
  readonly delayMs?: number
  /** Cuts each connection after so many bytes that the client or the server sent. */
  readonly cutAfter?: { readonly bytes: number; readonly from: 'client' | 'server'; readonly how: Cut }
  /** Speaks TLS before the target, with these PEM texts and ALPN h2. */
  readonly tls?: { readonly key: string; readonly cert: string }
}

type Pair = { readonly client: Socket; readonly server: Socket; isCut: boolean }

/** Starts a TCP proxy on a free port. Hold it with `await using`. */
export async function tcpProxy(options: TcpProxyOptions): Promise<TcpProxy> {
  const proxy = new TcpProxy(options)
  await proxy.listen()
  return proxy
}

/**
 * Stands between the action and the emulator, or the token endpoint, and does to connections what networks do. What is
 * told to it holds for the connections that are open and for those to come, until it is told something else:
 *
 * - `delay(ms)`: each piece of bytes waits so long, in both directions.
 * - `blackHole()`: takes everything and forwards nothing, without closing; `heal()` lets flow what was held back.
 * - `forget()`: what is open goes nowhere any more, without being closed, as when a NAT forgets; new connections do.
 * - `cut('reset' | 'end')`: ends all that is open; new connections are taken as before.
 * - `refuse()`: ends all that is open, and nothing listens any more, until `listen()`.
 */
export class TcpProxy implements AsyncDisposable {
  readonly #options: TcpProxyOptions
  readonly #pairs = new Set<Pair>()
  readonly #peers = new Set<string>()
  #server: Server | undefined
  #port = 0
  #accepted = 0
  #delayMs: number
  #flow = Promise.resolve()
  #heal = healthy

  constructor(options: TcpProxyOptions) {
    this.#options = options
    this.#delayMs = options.delayMs ?? 0
  }

  /** `host:port` */
  get address(): string {
    return `${this.#options.host ?? '127.0.0.1'}:${this.#port}`
  }

  get port(): number {
    return this.#port
  }

  /** How often it was connected to. */
  get accepted(): number {
    return this.#accepted
  }

  /** Whether the target has been spoken to from this `host:port`. */
  speaksFrom(peer: string): boolean {
    return this.#peers.has(peer)
  }

  /** Also after `refuse()`: at the port that it had. */
  async listen(): Promise<void> {
    const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => void this.#accept(socket))
    server.listen(this.#port, this.#options.host ?? '127.0.0.1')
    await once(server, 'listening')
    this.#port = (server.address() as AddressInfo).port
    this.#server = server
  }

  delay(ms: number): void {
    this.#delayMs = ms
  }

  blackHole(): void {
    if (this.#isBlackHole()) return
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#flow = promise
    this.#heal = resolve
  }

  heal(): void {
    this.#heal()
    this.#heal = healthy
  }

  #isBlackHole(): boolean {
    return this.#heal !== healthy
  }

  forget(): void {
    for (const pair of this.#pairs) pair.isCut = true
  }

  cut(how: Cut): void {
    for (const pair of this.#pairs) end(pair, how)
  }

  async refuse(): Promise<void> {
    const server = this.#server
    this.#server = undefined
    const closed = server && once(server, 'close')
    server?.close()
    this.cut('reset')
    await closed
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.heal()
    await this.refuse()
  }

  async #accept(client: Socket): Promise<void> {
    this.#accepted += 1
    const [host, port] = splitAddress(this.#options.target)
    const server = connect({ host, port, allowHalfOpen: true, noDelay: true })
    server.once('connect', () => this.#peers.add(`${server.localAddress}:${server.localPort}`))
    const pair = { client, server, isCut: false }
    this.#pairs.add(pair)
    const outer = this.#options.tls ? secured(client, this.#options.tls) : client
    const both = [
      pipeline(outer, (pieces: AsyncIterable<Buffer>) => this.#pass(pieces, pair, 'client'), server),
      pipeline(server, (pieces: AsyncIterable<Buffer>) => this.#pass(pieces, pair, 'server'), outer)
    ]
    const ends = await Promise.allSettled(both)
    if (ends.some(({ status }) => status === 'rejected')) end(pair, 'reset')
    this.#pairs.delete(pair)
  }

  async *#pass(pieces: AsyncIterable<Buffer>, pair: Pair, from: 'client' | 'server'): AsyncGenerator<Buffer> {
    const limit = this.#options.cutAfter?.from === from ? this.#options.cutAfter : undefined
    let left = limit?.bytes ?? Number.POSITIVE_INFINITY
    for await (const piece of pieces) {
      if (this.#delayMs > 0) await sleep(this.#delayMs, undefined, { ref: false })
      await this.#flow
      if (pair.isCut) continue
      yield left < piece.length ? piece.subarray(0, left) : piece
      left -= piece.length
      if (limit && left <= 0) return end(pair, limit.how)
    }
  }
}

function healthy(): void {}

function secured(socket: Socket, { key, cert }: { readonly key: string; readonly cert: string }): TLSSocket {
  const secureContext = createSecureContext({ key, cert })
  return new TLSSocket(socket, { isServer: true, secureContext, ALPNProtocols: ['h2', 'http/1.1'] })
}

/** What still comes after an `end` is taken and thrown away: closing over unread bytes would be a reset. */
function end(pair: Pair, how: Cut): void {
  pair.isCut = true
  for (const socket of [pair.client, pair.server]) {
    if (how === 'reset') socket.resetAndDestroy()
    else socket.end()
  }
}

/** `[::1]:50051` → `::1`, 50051 */
export function splitAddress(address: string): readonly [host: string, port: number] {
  const colon = address.lastIndexOf(':')
  return [address.slice(0, colon).replace(/^\[|\]$/g, ''), Number(address.slice(colon + 1))]
}
