/** One HTTP request. Its headers may be secret. */
export type HttpRequest = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly signal: AbortSignal
  /** An answer is cut off there. */
  readonly maxBytes: number
}

export type HttpAnswer = {
  readonly code: number
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly text: string
}

/**
 * Sends a request once, by the proxy that is on the way, and follows no redirect. Throws what the connection failed with,
 * or the signal's reason.
 */
export type Exchange = (request: HttpRequest) => Promise<HttpAnswer>
