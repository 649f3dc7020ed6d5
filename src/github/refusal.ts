import type { RequestError } from '@octokit/request-error'
import { isRecord } from '../model/values/json.ts'
import { GitHubError } from './github-error.ts'

type Answer = NonNullable<RequestError['response']>

/** What GitHub asks for where it says that too much was asked, and not for how long. */
const LIMIT_PAUSE_MS = 60_000

/** Of a token that may not. A pull request that is locked is answered with 403 as well. */
const NOT_PERMITTED = /\bnot accessible by\b/i

/** An answer that is no success, as an error. */
export function refusal(answer: Answer): GitHubError {
  const { status: code, headers, data } = answer
  const words = wordsIn(data)
  const message = `GitHub answered HTTP ${code}${words === '' ? '' : `: ${words}`}`
  if (isRateLimit(answer, words))
    return new GitHubError(message, { trouble: 'rate-limit', code, waitMs: waitMs(answer) })
  if (NOT_PERMITTED.test(words)) {
    return new GitHubError(message, {
      trouble: 'not-permitted',
      code,
      accepted: headers['x-accepted-github-permissions']
    })
  }
  return new GitHubError(message, { trouble: code >= 500 ? 'no-answer' : 'refused', code })
}

/** `message`, and what it says of single fields. */
function wordsIn(json: unknown): string {
  if (!isRecord(json)) return ''
  const { message, errors } = json
  const details = Array.isArray(errors) ? errors.map(detailIn).filter((detail) => detail !== '') : []
  return [typeof message === 'string' ? message : '', ...details].filter((part) => part !== '').join(': ')
}

function detailIn(error: unknown): string {
  if (typeof error === 'string') return error
  if (!isRecord(error)) return ''
  const { message, field, code } = error
  if (typeof message === 'string') return message
  return typeof field === 'string' && typeof code === 'string' ? `${field} ${code}` : ''
}

/** A limit is told as 403 as well as 429; what is not permitted is 403 too. */
function isRateLimit({ status: code, headers }: Answer, words: string): boolean {
  if (code === 429) return true
  if (code !== 403) return false
  return headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0' || /rate limit/i.test(words)
}

/** By GitHub's own clock, since the runner's may be wrong. */
function waitMs({ headers }: Answer): number {
  const seconds = Number(headers['retry-after'] ?? Number.NaN)
  if (seconds >= 0) return seconds * 1000
  const reset = Number(headers['x-ratelimit-reset'] ?? Number.NaN) * 1000
  const now = Date.parse(headers['date'] ?? '') || Date.now()
  return headers['x-ratelimit-remaining'] === '0' && reset > 0 ? Math.max(0, reset - now) : LIMIT_PAUSE_MS
}
