import { once } from 'node:events'
import {
  type ClientHttp2Session,
  connect,
  createServer,
  type IncomingHttpHeaders,
  type ServerHttp2Session,
  type ServerHttp2Stream
} from 'node:http2'
import type { AddressInfo } from 'node:net'

/** What the front does with one call. `late` is: once the platform has taken the call and answered. */
export type Meddling =
  /** Answers a page, as load balancers do. */
  | { readonly kind: 'page'; readonly code: number; readonly body?: string; readonly late?: true }
  /** Resets the stream. */
  | { readonly kind: 'reset'; readonly code: number; readonly late?: true }
  /** Announces the end of the connection: gracefully the call goes on, otherwise everything on it dies. */
  | { readonly kind: 'goaway'; readonly code: number; readonly debug?: string; readonly graceful: boolean }
  /** Changes the messages and the headers of the answer. */
  | {
      readonly kind: 'change'
      readonly message?: (bytes: Buffer) => Buffer
      readonly headers?: (headers: IncomingHttpHeaders) => IncomingHttpHeaders
    }

/** Told each call as `ComputeService/GetApp` and the count of that method, from 1; undefined lets it pass. */
export type Meddle = (method: string, call: number) => Meddling | undefined

export type Http2Front = AsyncDisposable & {
  /** `127.0.0.1:PORT`, plaintext. */
  readonly address: string
  /** How often each method was called, whether or not it got through. */
  readonly calls: ReadonlyMap<string, number>
}

/** A server before the emulator that passes gRPC calls on, frame by frame, and meddles with chosen ones. */
export async function http2Front(target: string, meddle: Meddle): Promise<Http2Front> {
  const calls = new Map<string, number>()
  const sessions = new Set<ServerHttp2Session>()
  const server = createServer()
  server.on('session', (session) => {
    const upstream = connect(`http://${target}`).on('error', () => undefined)
    sessions.add(session.on('error', () => undefined))
    session.on('close', () => {
      sessions.delete(session)
      upstream.destroy()
    })
    session.on('stream', (stream: ServerHttp2Stream, headers: IncomingHttpHeaders) => {
      const method = /(\w+\/\w+)$/.exec(headers[':path'] ?? '')?.[1] ?? ''
      const call = (calls.get(method) ?? 0) + 1
      calls.set(method, call)
      stream.on('error', () => undefined)
      void new Exchange(stream, headers, upstream).run(meddle(method, call))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    [Symbol.asyncDispose]: async () => {
      for (const session of sessions) session.destroy()
      server.close()
    }
  }
}

/** One call on its way through. */
class Exchange {
  readonly #stream: ServerHttp2Stream
  readonly #headers: IncomingHttpHeaders
  readonly #upstream: ClientHttp2Session

  constructor(stream: ServerHttp2Stream, headers: IncomingHttpHeaders, upstream: ClientHttp2Session) {
    this.#stream = stream
    this.#headers = headers
    this.#upstream = upstream
  }

  async run(meddling: Meddling | undefined): Promise<void> {
    switch (meddling?.kind) {
      case 'page':
        if (meddling.late) await this.#swallow()
        this.#stream.respond({ ':status': meddling.code, 'content-type': 'text/html' })
        this.#stream.end(meddling.body ?? '<html><h1>Sorry</h1></html>')
        break
      case 'reset':
        if (meddling.late) await this.#swallow()
        this.#stream.close(meddling.code)
        break
      case 'goaway':
        await this.#sayGoodbye(meddling)
        break
      default:
        this.#pass(meddling ?? {})
    }
  }

  /** Lets the platform do it, and keeps the answer. */
  async #swallow(): Promise<void> {
    const far = this.#ask()
    far.resume()
    await once(far, 'close')
  }

  async #sayGoodbye({ code, debug = '', graceful }: Extract<Meddling, { kind: 'goaway' }>): Promise<void> {
    if (!graceful) await this.#swallow()
    this.#stream.session?.goaway(code, this.#stream.id, Buffer.from(debug))
    if (graceful) this.#pass({})
    else this.#stream.session?.destroy()
  }

  #ask() {
    const far = this.#upstream.request(this.#headers).on('error', () => undefined)
    this.#stream.on('close', () => far.close(this.#stream.rstCode))
    return this.#stream.pipe(far)
  }

  #pass({ message, headers: change = (headers) => headers }: Omit<Extract<Meddling, { kind: 'change' }>, 'kind'>) {
    const far = this.#ask()
    let trailers: IncomingHttpHeaders = {}
    far.on('response', (headers, flags) => {
      const isOver = (flags & 1) === 1
      this.#stream.respond(change(headers), { endStream: isOver, waitForTrailers: !isOver })
    })
    far.on('trailers', (given) => {
      trailers = given
    })
    this.#stream.on('wantTrailers', () => this.#stream.sendTrailers(trailers))
    far.on('close', () => {
      if (far.rstCode !== 0) this.#stream.close(far.rstCode)
    })
    if (message === undefined) far.pipe(this.#stream)
    else void this.#changed(far, message)
  }

  /** For answers of one message, which is all that unary calls have. */
  async #changed(far: AsyncIterable<Buffer>, message: (bytes: Buffer) => Buffer): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of far) chunks.push(chunk)
    const framed = Buffer.concat(chunks)
    this.#stream.end(framed.length === 0 ? framed : frame(message(framed.subarray(5))))
  }
}

/** As gRPC writes a message: not compressed, its length, its bytes. */
function frame(message: Buffer): Buffer {
  const head = Buffer.alloc(5)
  head.writeUInt32BE(message.length, 1)
  return Buffer.concat([head, message])
}
