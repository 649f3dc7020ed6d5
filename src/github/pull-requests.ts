import { type PullRequest, readPullRequest } from '../model/values/pull-request.ts'
import { type GitHubClient, type GitHubClientOptions, openGitHub } from './github-client.ts'
import { unreadable } from './github-error.ts'

/** Reads a pull request by its number. Throws GitHubError. */
export async function askPullRequest(options: GitHubClientOptions, number: number): Promise<PullRequest> {
  const { rest, repository } = openGitHub(options)
  const { data } = await rest.pulls.get({ ...repository, pull_number: number })
  const found = readPullRequest(data, options.access.repository)
  // By what it tells, a preview is removed.
  if (found?.number !== number) throw unreadable()
  return found
}

/** The number of the pull request that brought a commit, or would: an open one first. Undefined where there is none. */
export async function pullRequestWith(
  { rest, paginate, repository }: GitHubClient,
  commit: string
): Promise<number | undefined> {
  const parameters = { ...repository, commit_sha: commit, per_page: 100 }
  const found = await paginate(rest.repos.listPullRequestsAssociatedWithCommit, parameters)
  return (found.find(({ state }) => state === 'open') ?? found[0])?.number
}
