import { request as requestHttp } from 'node:http'
import { type RequestOptions, request as requestHttps } from 'node:https'
import { isIP, type Socket } from 'node:net'
import { connect } from 'node:tls'
import type { HttpProxy } from './proxy.ts'
import { openTunnel } from './tunnel.ts'

export type FormPost = {
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
export async function postForm({ url, form, proxy, signal, maxBytes }: FormPost): Promise<FormAnswer> {
  const body = Buffer.from(form.toString())
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': body.length }
  // Certificates are checked whatever NODE_TLS_REJECT_UNAUTHORIZED says: a secret is sent.
  const options = { method: 'POST', headers, agent: false, signal, rejectUnauthorized: true }
  const way = proxy && through(await openTunnel(proxy, authorityOf(url), signal), url)
  const { promise, resolve, reject } = Promise.withResolvers<FormAnswer>()
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  const asking = request(url, { ...options, ...way }, async (response) => {
    try {
      const chunks: Buffer[] = []
      let length = 0
      for await (const chunk of response) {
        chunks.push(chunk)
        length += chunk.length
        if (length > maxBytes) break
      }
      const { statusCode: code = 0, headers } = response
      const text = Buffer.concat(chunks).toString('utf8', 0, maxBytes)
      resolve({ code, text, retryAfter: headers['retry-after'], date: headers.date })
    } catch (error) {
      reject(error)
    }
  })
  asking.on('error', reject)
  asking.end(body)
  return await promise
}

function through(socket: Socket, { hostname }: URL): Pick<RequestOptions, 'createConnection'> {
  const host = hostname.replace(/^\[|\]$/g, '')
  const servername = isIP(host) === 0 ? host : ''
  return { createConnection: () => connect({ socket, host, servername, rejectUnauthorized: true }) }
}

function authorityOf({ hostname, port }: URL): string {
  return `${hostname}:${port || 443}`
}
