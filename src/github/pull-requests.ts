import { isRecord } from '../model/values/json.ts'
import type { GitHubApi } from './github-api.ts'

/** The number of the pull request that brought a commit, or would: an open one first. Undefined where there is none. */
export async function pullRequestWith(api: GitHubApi, commit: string): Promise<number | undefined> {
  const listed = await api.list(`/commits/${commit}/pulls`)
  const found = listed.filter(isRecord)
  const chosen = found.find(({ state }) => state === 'open') ?? found[0]
  return typeof chosen?.['number'] === 'number' ? chosen['number'] : undefined
}
