import {
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request as requestHttp
} from 'node:http'
import { type RequestOptions, request as requestHttps } from 'node:https'
import { isIP, type LookupFunction, type Socket } from 'node:net'
import { connect } from 'node:tls'
import type { HttpProxy } from './proxy.ts'
import { openTunnel } from './tunnel.ts'

type HttpQuestion = {
  readonly url: URL
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly headers: OutgoingHttpHeaders
  readonly body?: string
  readonly proxy: HttpProxy | undefined
  readonly signal: AbortSignal
  /** An answer is cut off there. */
  readonly maxBytes: number
  /** Answers whose body is of interest; left out, all. */
  readonly wantsBody?: (code: number) => boolean
  /** How long a connection may take, in milliseconds; left out, as long as the signal lets it. */
  readonly connectMs?: number
}

type HttpReply = { readonly code: number; readonly headers: IncomingHttpHeaders; readonly text: string }

/**
 * Asks by HTTP, directly or through a proxy; follows no redirect. Not by `fetch`, which knows no proxy. Throws ProxyError,
 * what the connection failed with, or the signal's reason.
 */
export async function exchangeHttp(question: HttpQuestion): Promise<HttpReply> {
  const { url, proxy, signal } = question
  if (isBelowLocalhost(url)) return await exchange(question, { agent: false, lookup: thisMachine })
  if (proxy === undefined) return await exchange(question, { agent: false })
  const tunnel = await openTunnel(proxy, `${url.hostname}:${url.port || 443}`, signal)
  try {
    return await exchange(question, { createConnection: () => secured(tunnel, url) })
  } finally {
    tunnel.destroy()
  }
}

/** Browsers and curl know these names for this machine by themselves; Node asks the machine, and many do not know them. */
function isBelowLocalhost({ hostname }: URL): boolean {
  return hostname.endsWith('.localhost')
}

const thisMachine: LookupFunction = (_name, { all }, found) => {
  if (all) found(null, [{ address: '127.0.0.1', family: 4 }])
  else found(null, '127.0.0.1', 4)
}

/** Certificates are checked whatever NODE_TLS_REJECT_UNAUTHORIZED says: a secret is sent, or an answer believed. */
const CHECKED = { rejectUnauthorized: true } as const

function secured(socket: Socket, { hostname }: URL): Socket {
  const host = hostname.replace(/^\[|\]$/g, '')
  const servername = isIP(host) === 0 ? host : ''
  return connect({ socket, host, servername, ...CHECKED })
}

async function exchange(question: HttpQuestion, way: RequestOptions): Promise<HttpReply> {
  const { url, method, headers, body, signal, maxBytes, wantsBody = () => true, connectMs } = question
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  const sized = body === undefined ? headers : { ...headers, 'content-length': Buffer.byteLength(body) }
  const asking = request(url, { method, headers: sized, signal, ...CHECKED, ...way }, resolve)
  asking.on('error', reject)
  if (connectMs !== undefined) asking.on('socket', (socket) => limitConnecting(socket, connectMs))
  asking.end(body)
  const response = await promise
  const { statusCode: code = 0 } = response
  const text = wantsBody(code) ? await limited(response, maxBytes) : ''
  response.destroy()
  return { code, headers: response.headers, text }
}

function limitConnecting(socket: Socket, ms: number): void {
  if (!socket.connecting) return
  const late = Object.assign(new Error('no connection in time'), { code: 'ETIMEDOUT' })
  const timer = setTimeout(() => socket.destroy(late), ms)
  for (const event of ['connect', 'close']) socket.once(event, () => clearTimeout(timer))
}

/** The text, cut off at the limit. */
async function limited(response: AsyncIterable<Buffer>, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of response) {
    chunks.push(chunk)
    length += chunk.length
    if (length > maxBytes) break
  }
  return Buffer.concat(chunks).toString('utf8', 0, maxBytes)
}
