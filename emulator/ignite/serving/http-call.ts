import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request as startRequest } from 'node:http'

export type HttpRequest = {
  readonly method: string
  /** With the query. */
  readonly path: string
  readonly headers: OutgoingHttpHeaders
  readonly body: Uint8Array
}

export type HttpAnswer = { readonly code: number; readonly headers: OutgoingHttpHeaders; readonly body: Buffer }

/** About one connection, not about the message. */
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'content-length',
  'host',
  'expect'
]

/** Sends a request to a port of this machine and reads the whole answer. Rejects also when the signal comes. */
export async function callHttp(port: number, wanted: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
  const { method, path, headers, body } = wanted
  const { promise, resolve, reject } = Promise.withResolvers<HttpAnswer>()
  const length = body.length > 0 || method === 'POST' ? { 'content-length': body.length } : {}
  const outgoing = startRequest(
    { host: '127.0.0.1', port, method, path, headers: { ...endToEnd(headers), ...length }, agent: false, signal },
    async (incoming) => {
      try {
        const chunks = await Array.fromAsync(incoming as AsyncIterable<Buffer>)
        resolve({ code: incoming.statusCode ?? 0, headers: endToEnd(incoming.headers), body: Buffer.concat(chunks) })
      } catch (error) {
        reject(error)
      }
    }
  )
  outgoing.on('error', reject)
  outgoing.end(body)
  return promise
}

function endToEnd(headers: IncomingHttpHeaders | OutgoingHttpHeaders): OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.includes(name.toLowerCase())))
}
