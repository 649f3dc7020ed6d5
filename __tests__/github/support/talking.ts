import { expect } from '@jest/globals'
import { type GitHub, type GitHubOptions, startGitHub } from '../../../runner/github/github-server.ts'
import { Budget } from '../../../src/github/budget.ts'
import { type GitHubClient, openGitHub } from '../../../src/github/github-client.ts'
import type { GitHubAccess } from '../../../src/model/github.ts'
import type { Exchange } from '../../../src/model/ports/http-port.ts'
import { explainedExchange } from '../../../src/platform/network/explained-exchange.ts'
import { faultsIn } from '../../runner/github/support/judge.ts'
import { SteppingClock } from '../../support/fakes.ts'

export const TOKEN = 'ghs_token'
export const SHA = 'a'.repeat(40)

export const directly: Exchange = explainedExchange({ proxy: undefined, noProxy: '' }, 'GITHUB_API_URL')

/** A GitHub with pull request 7 open, whose every exchange is judged when it goes. */
export async function judged(options: GitHubOptions = {}): Promise<GitHub> {
  const github = await startGitHub(options)
  github.store.openPullRequest(7)
  return {
    ...github,
    [Symbol.asyncDispose]: async () => {
      await github[Symbol.asyncDispose]()
      expect(faultsIn(github.calls)).toEqual([])
    }
  }
}

export function accessTo({ context }: GitHub): GitHubAccess {
  const { api_url: apiUrl, repository } = context
  return { apiUrl, repository, token: TOKEN }
}

/** Waits take no time, and count. */
export function apiOf(github: GitHub, { ms = 20_000, clock = new SteppingClock() } = {}): GitHubClient {
  return openGitHub({
    access: accessTo(github),
    exchange: directly,
    clock,
    budget: new Budget(clock, ms),
    stop: new AbortController().signal,
    version: '0.0.0'
  })
}

/** The calls that change something, as `POST /deployments`. */
export function changes({ calls }: GitHub): readonly string[] {
  return calls
    .filter(({ method, path }) => method !== 'GET' && path !== 'graphql')
    .map(({ method, path }) => `${method} ${path}`)
}
