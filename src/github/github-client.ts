import { GitHub, getOctokitOptions } from '@actions/github/lib/utils'
import { RequestError } from '@octokit/request-error'
import { pauseAfter } from '../model/backoff.ts'
import type { GitHubAccess } from '../model/github.ts'
import type { Exchange } from '../model/ports/http-port.ts'
import type { Clock } from '../model/ports/ports.ts'
import type { Budget } from './budget.ts'
import { exchangeFetch } from './exchange-fetch.ts'
import { GitHubError, unreadable } from './github-error.ts'
import { refusal } from './refusal.ts'

export type GitHubClientOptions = {
  readonly access: GitHubAccess
  readonly exchange: Exchange
  readonly clock: Clock
  /** What all calls together may take. */
  readonly budget: Budget
  readonly stop: AbortSignal
  /** The action's own, for the user agent. */
  readonly version: string
}

type Octokit = InstanceType<typeof GitHub>
type Answer = Awaited<ReturnType<Octokit['request']>>

/**
 * GitHub's API for one repository. Calls are made one after the other, as GitHub asks. What may be sent again is, while there
 * is time; every failure is a GitHubError, or the stop's reason.
 */
export type GitHubClient = Pick<Octokit, 'rest' | 'paginate' | 'graphql'> & {
  /** The repository, as the calls take it. */
  readonly repository: { readonly owner: string; readonly repo: string }
  /** Part of the time that all calls together may take. */
  readonly pause: (ms: number) => Promise<void>
}

const TRIES = 3
const PAUSES = { first: 500, most: 4_000 }

/** The client of `@actions/github`, made to share a time, to try again, and to send by the exchange. */
export function openGitHub(options: GitHubClientOptions): GitHubClient {
  const { access, budget, clock, version } = options
  const { rest, paginate, graphql, hook } = new GitHub(
    getOctokitOptions(access.token, {
      baseUrl: access.apiUrl.replace(/\/+$/, ''),
      userAgent: `ignite-deploy/${version}`,
      // By itself it warns on stderr, in words of the server.
      request: { fetch: exchangeFetch(options), log: { warn: () => undefined } }
    })
  )
  const pause = (ms: number) => budget.spend(() => clock.sleep(ms))
  hook.wrap('request', async (send, call) => {
    const isRepeatable = call.method !== 'POST' || call.url.endsWith('/graphql')
    for (let attempt = 1; ; attempt++) {
      try {
        return await explained(async () => await send(call))
      } catch (error) {
        const ms = pauseBefore(error, attempt, isRepeatable)
        if (ms === undefined || ms >= budget.leftMs) throw error
        await pause(ms)
      }
    }
  })
  const [owner = '', repo = ''] = access.repository.split('/')
  return { rest, paginate, graphql, repository: { owner, repo }, pause }
}

/** The answer, or why there is none in our words. */
async function explained(send: () => Promise<Answer>): Promise<Answer> {
  try {
    const answer = await send()
    // The client takes a redirect that nobody followed for a success.
    if (answer.status >= 300) throw refusal(answer)
    if (answer.status !== 204 && !(typeof answer.data === 'object' && answer.data)) throw unreadable()
    return answer
  } catch (error) {
    if (!(error instanceof RequestError)) throw error
    throw error.response ? refusal(error.response) : error.cause
  }
}

/** Milliseconds; undefined where there is to be no other try. */
function pauseBefore(error: unknown, attempt: number, isRepeatable: boolean): number | undefined {
  if (!(error instanceof GitHubError) || attempt >= TRIES) return undefined
  // What is over a limit was not done.
  if (error.trouble === 'rate-limit') return error.waitMs
  return error.trouble === 'no-answer' && isRepeatable ? pauseAfter(PAUSES, attempt) : undefined
}
