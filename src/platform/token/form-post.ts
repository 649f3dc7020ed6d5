import { type IncomingMessage, request as requestHttp } from 'node:http'
import { type RequestOptions, request as requestHttps } from 'node:https'
import { isIP, type Socket } from 'node:net'
import { connect } from 'node:tls'
import type { HttpProxy } from '../network/proxy.ts'
import { openTunnel } from '../network/tunnel.ts'

type FormPost = {
  readonly url: URL
  readonly form: URLSearchParams
  readonly proxy: HttpProxy | undefined
  readonly signal: AbortSignal
  /** An answer is cut off there. */
  readonly maxBytes: number
}

export type FormAnswer = {
  readonly code: number
  readonly text: string
  readonly retryAfter: string | undefined
  /** The server's clock. */
  readonly date: string | undefined
}

/**
 * Posts a form, directly or through a proxy; follows no redirect. Not by `fetch`, which knows no proxy. Throws
 * ProxyError, what the connection failed with, or the signal's reason.
 */
export async function postForm(post: FormPost): Promise<FormAnswer> {
  const { url, proxy, signal } = post
  if (proxy === undefined) return await exchange(post, { agent: false })
  const tunnel = await openTunnel(proxy, `${url.hostname}:${url.port || 443}`, signal)
  try {
    return await exchange(post, { createConnection: () => secured(tunnel, url) })
  } finally {
    tunnel.destroy()
  }
}

/** Certificates are checked whatever NODE_TLS_REJECT_UNAUTHORIZED says: a secret is sent. */
const CHECKED = { rejectUnauthorized: true } as const

function secured(socket: Socket, { hostname }: URL): Socket {
  const host = hostname.replace(/^\[|\]$/g, '')
  const servername = isIP(host) === 0 ? host : ''
  return connect({ socket, host, servername, ...CHECKED })
}

async function exchange({ url, form, signal, maxBytes }: FormPost, way: RequestOptions): Promise<FormAnswer> {
  const body = Buffer.from(form.toString())
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': body.length }
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  const asking = request(url, { method: 'POST', headers, signal, ...CHECKED, ...way }, resolve)
  asking.on('error', reject)
  asking.end(body)
  const response = await promise
  const { statusCode: code = 0 } = response
  const { date, 'retry-after': retryAfter } = response.headers
  return { code, text: await limited(response, maxBytes), retryAfter, date }
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
