import { once } from 'node:events'
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** As much as the platform's gRPC side would take in one message of the action. */
const MAX_BODY_BYTES = 32 * 1024 * 1024

export type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void>

type HttpServer = {
  /** Without a path and a trailing slash. */
  readonly url: string
  close(): Promise<void>
}

/** Listens until closed; port 0 takes a free one. An error in the handler answers 500 and is told on stderr. */
export async function listen(handler: Listener, host: string, port: number): Promise<HttpServer> {
  const server = createServer(async (request, response) => {
    try {
      await handler(request, response)
    } catch (error) {
      process.stderr.write(`emulator: ${request.method} ${request.url}: ${error}\n`)
      if (!response.headersSent) sendJson(response, { code: 500, body: { error: 'internal emulator error' } })
    }
  })
  server.listen(port, host)
  await once(server, 'listening')
  const { port: bound } = server.address() as AddressInfo
  return {
    url: `http://${hostInUrls(host)}:${bound}`,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    }
  }
}

/** A host as a client on this machine writes it: a wildcard is no address to connect to. */
export function hostInUrls(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

/** The whole body. Rejects when it is over 32 MiB. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > MAX_BODY_BYTES) throw new RangeError('the request body is over 32 MiB')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Answers with JSON; a Buffer is taken as JSON text that is already made. */
export function sendJson(
  response: ServerResponse,
  answer: { code: number; body: object | Buffer; headers?: OutgoingHttpHeaders }
): void {
  const body = Buffer.isBuffer(answer.body) ? answer.body : Buffer.from(JSON.stringify(answer.body))
  response.writeHead(answer.code, {
    'content-type': 'application/json',
    'content-length': body.length,
    ...answer.headers
  })
  response.end(body)
}
