import { pauseAfter } from '../model/backoff.ts'
import { why } from '../model/errors.ts'
import type { GitHubAccess } from '../model/github.ts'
import type { Exchange, HttpAnswer, HttpRequest } from '../model/ports/http-port.ts'
import type { Clock } from '../model/ports/ports.ts'
import { isRecord, type Json } from '../model/values/json.ts'
import type { Budget } from './budget.ts'
import { GitHubError } from './github-error.ts'
import { refusal } from './refusal.ts'

export type GitHubApiOptions = {
  readonly access: GitHubAccess
  readonly exchange: Exchange
  readonly clock: Clock
  /** What all calls together may take. */
  readonly budget: Budget
  readonly stop: AbortSignal
  /** The action's own, for the user agent. */
  readonly version: string
}

type Query = Readonly<Record<string, string>>

type ApiCall = {
  readonly method: HttpRequest['method']
  readonly url: URL
  readonly body?: Json
}

type ApiAnswer = Pick<HttpAnswer, 'code' | 'headers'> & { readonly json: unknown }

const TRIES = 3
const PAUSES = { first: 500, most: 4_000 }

/** A page of a hundred comments may be as long as this. */
const MAX_BYTES = 32 * 1024 * 1024

/**
 * GitHub's REST API for one repository. Calls are made one after the other, as GitHub asks. What may be sent again is, while
 * there is time; every failure is a GitHubError, or the stop's reason.
 */
export class GitHubApi {
  readonly #options: GitHubApiOptions

  constructor(options: GitHubApiOptions) {
    this.#options = options
  }

  /** Paths begin below the repository's. */
  async get(path: string, query: Query = {}): Promise<unknown> {
    return (await this.#persist({ method: 'GET', url: this.#url(path, query) }, true)).json
  }

  /** All items of a list, page by page. */
  async list(path: string, query: Query = {}): Promise<readonly unknown[]> {
    const items: unknown[] = []
    for (let page = 1; ; page++) {
      const url = this.#url(path, { ...query, per_page: '100', page: String(page) })
      const { json, headers } = await this.#persist({ method: 'GET', url }, true)
      if (!Array.isArray(json)) throw unreadable()
      items.push(...json)
      if (!/;\s*rel="next"/.test(headers['link'] ?? '')) return items
    }
  }

  /** Makes something new: sent once, for a second time might make a second. */
  async create(path: string, body: Json): Promise<Pick<ApiAnswer, 'code' | 'json'>> {
    return await this.#persist({ method: 'POST', url: this.#url(path), body }, false)
  }

  /** Changes what is the same when it is changed twice. */
  async change(path: string, body: Json): Promise<void> {
    await this.#persist({ method: 'PATCH', url: this.#url(path), body }, true)
  }

  async remove(path: string): Promise<void> {
    await this.#persist({ method: 'DELETE', url: this.#url(path) }, true)
  }

  /** The login of whom the token is for, as REST names the authors of comments; undefined where GitHub does not say. */
  async login(): Promise<string | undefined> {
    const url = new URL(this.#options.access.graphqlUrl)
    const { json } = await this.#persist({ method: 'POST', url, body: { query: 'query { viewer { login } }' } }, true)
    const data = isRecord(json) ? json['data'] : undefined
    const viewer = isRecord(data) ? data['viewer'] : undefined
    return isRecord(viewer) && typeof viewer['login'] === 'string' ? viewer['login'] : undefined
  }

  #url(path: string, query: Query = {}): URL {
    const { apiUrl, repository } = this.#options.access
    const url = new URL(`${apiUrl.replace(/\/+$/, '')}/repos/${repository}${path}`)
    url.search = new URLSearchParams(query).toString()
    return url
  }

  async #persist(call: ApiCall, isRepeatable: boolean): Promise<ApiAnswer> {
    const { budget } = this.#options
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#send(call)
      } catch (error) {
        const ms = pauseBefore(error, attempt, isRepeatable)
        if (ms === undefined || ms >= budget.leftMs) throw error
        await this.pause(ms)
      }
    }
  }

  /** Part of the time that all calls together may take. */
  async pause(ms: number): Promise<void> {
    const { budget, clock } = this.#options
    await budget.spend(() => clock.sleep(ms))
  }

  async #send({ method, url, body }: ApiCall): Promise<ApiAnswer> {
    const { access, budget, exchange, stop, version } = this.#options
    if (budget.leftMs <= 0) throw outOfTime(false)
    const mayChange = method !== 'GET'
    const answer = await budget.spend(async (end) => {
      try {
        return await exchange({
          method,
          url,
          headers: headersFor(access, version),
          ...(body !== undefined && { body: JSON.stringify(body) }),
          signal: AbortSignal.any([end, stop]),
          maxBytes: MAX_BYTES
        })
      } catch (cause) {
        stop.throwIfAborted()
        if (end.aborted) throw outOfTime(mayChange)
        const options = { trouble: 'no-answer', cause, mayHaveHappened: mayChange } as const
        throw new GitHubError(`GitHub’s API did not answer: ${why(cause)}`, options)
      }
    })
    const json = parse(answer.text)
    if (answer.code < 200 || answer.code >= 300) throw refusal(answer, json, mayChange)
    return { code: answer.code, headers: answer.headers, json }
  }
}

function headersFor({ token }: GitHubAccess, version: string): Readonly<Record<string, string>> {
  return {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'user-agent': `ignite-deploy/${version}`,
    'x-github-api-version': '2022-11-28'
  }
}

/** Milliseconds; undefined where there is to be no other try. */
function pauseBefore(error: unknown, attempt: number, isRepeatable: boolean): number | undefined {
  if (!(error instanceof GitHubError) || attempt >= TRIES) return undefined
  // What is over a limit was not done.
  if (error.trouble === 'rate-limit') return error.waitMs
  return error.trouble === 'no-answer' && isRepeatable ? pauseAfter(PAUSES, attempt) : undefined
}

function outOfTime(mayHaveHappened: boolean): GitHubError {
  const options = { trouble: 'no-time', mayHaveHappened } as const
  return new GitHubError('GitHub’s API took longer than what is told there may take', options)
}

/** What came is no answer of this API. */
export function unreadable(): GitHubError {
  return new GitHubError('GitHub’s API gave an answer of another form than is documented', { trouble: 'refused' })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
