import { why } from '../model/errors.ts'
import type { GitHubAccess } from '../model/github.ts'
import type { Exchange, HttpAnswer, HttpRequest } from '../model/ports/http-port.ts'
import type { Budget } from './budget.ts'
import { GitHubError } from './github-error.ts'

type ExchangeFetchOptions = {
  readonly access: Pick<GitHubAccess, 'apiUrl'>
  readonly exchange: Exchange
  readonly budget: Budget
  readonly stop: AbortSignal
}

type FetchOptions = Pick<HttpRequest, 'method' | 'headers'> & { readonly body?: string }
type Fetch = (address: string, options: FetchOptions) => Promise<Response>

/** The version of the API that the calls are written for. */
const API_VERSION = { 'x-github-api-version': '2022-11-28' }

/** A page of a hundred comments may be as long as this. */
const MAX_BYTES = 32 * 1024 * 1024

/** A `fetch` for the client, by the exchange and in the time of the budget. Throws GitHubError, or the stop's reason. */
export function exchangeFetch({ access, exchange, budget, stop }: ExchangeFetchOptions): Fetch {
  const { origin } = new URL(access.apiUrl)
  return async (address, { method, headers, body }) => {
    const url = new URL(address)
    if (url.origin !== origin) throw elsewhere(url)
    if (budget.leftMs <= 0) throw outOfTime()
    return await budget.spend(async (end) => {
      const signal = AbortSignal.any([end, stop])
      const request = { method, url, headers: { ...headers, ...API_VERSION }, signal, maxBytes: MAX_BYTES }
      try {
        return responseOf(await exchange(body === undefined ? request : { ...request, body }))
      } catch (cause) {
        stop.throwIfAborted()
        if (end.aborted) throw outOfTime()
        throw new GitHubError(`GitHub’s API did not answer: ${why(cause)}`, { trouble: 'no-answer', cause })
      }
    })
  }
}

/** What is no JSON stays a text to the client, whatever its type claims. */
function responseOf({ code, headers, text }: HttpAnswer): Response {
  const response = new Response(text || null, { status: code })
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.headers.set(name, value)
  response.headers.set('content-type', 'application/json')
  return response
}

/** An answer names the address of the next page, and the token is for its own server alone. */
function elsewhere({ host }: URL): GitHubError {
  return new GitHubError(`GitHub’s API has its next page on another server, ${host}`, { trouble: 'refused' })
}

function outOfTime(): GitHubError {
  return new GitHubError('GitHub’s API took longer than what is told there may take', { trouble: 'no-time' })
}
