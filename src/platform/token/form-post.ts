import { exchangeHttp } from '../network/http-exchange.ts'
import type { HttpProxy } from '../network/proxy.ts'

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
 * Posts a form, directly or through a proxy; follows no redirect. Throws ProxyError, what the connection failed with, or
 * the signal's reason.
 */
export async function postForm({ form, ...where }: FormPost): Promise<FormAnswer> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const body = form.toString()
  const { code, text, headers: given } = await exchangeHttp({ ...where, method: 'POST', headers, body })
  return { code, text, retryAfter: given['retry-after'], date: given.date }
}
