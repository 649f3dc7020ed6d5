import { isRecord } from '../model/values/json.ts'
import { type PullRequest, readPullRequest } from '../model/values/pull-request.ts'
import { Budget } from './budget.ts'
import { GitHubApi, type GitHubApiOptions, unreadable } from './github-api.ts'

/** How long GitHub may take to tell of one. */
const ASKING_MS = 20_000

/** Reads a pull request by its number. Throws GitHubError. */
export async function askPullRequest(options: Omit<GitHubApiOptions, 'budget'>, number: number): Promise<PullRequest> {
  const api = new GitHubApi({ ...options, budget: new Budget(options.clock, ASKING_MS) })
  const found = readPullRequest(await api.get(`/pulls/${number}`), options.access.repository)
  if (!found) throw unreadable()
  return found
}

/** The number of the pull request that brought a commit, or would: an open one first. Undefined where there is none. */
export async function pullRequestWith(api: GitHubApi, commit: string): Promise<number | undefined> {
  const listed = await api.list(`/commits/${commit}/pulls`)
  const found = listed.filter(isRecord)
  const chosen = found.find(({ state }) => state === 'open') ?? found[0]
  return typeof chosen?.['number'] === 'number' ? chosen['number'] : undefined
}
