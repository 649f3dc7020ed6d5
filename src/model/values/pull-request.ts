import { isRecord } from './json.ts'

/** A branch: both texts are anybody's. */
export type Branch = { readonly repository: string | undefined; readonly name: string | undefined }

/** A pull request, as an event or GitHub's API tells of it. */
export type PullRequest = {
  readonly number: number
  /** Undefined where what is told is no commit. */
  readonly headSha: string | undefined
  /** The branch that it brings. */
  readonly head: Branch
  /** Its code is another repository's, or one's that was deleted: that is null. */
  readonly isFork: boolean
  readonly isClosed: boolean
  readonly isMerged: boolean
}

/** Reads what GitHub tells of a pull request of `repository`; undefined where it is none. */
export function readPullRequest(json: unknown, repository: string): PullRequest | undefined {
  if (!isRecord(json) || !isNumber(json['number'])) return undefined
  const { number, head, state } = json
  const { sha, repo, ref } = isRecord(head) ? head : {}
  return {
    number,
    head: readBranch(repo, ref),
    headSha: typeof sha === 'string' && isCommit(sha) ? sha : undefined,
    // `fork: true` says nothing by itself: in a repository that is a fork, its own branches have it too.
    isFork: repo !== undefined && !(isRecord(repo) && repo['full_name'] === repository),
    isClosed: state === 'closed',
    isMerged: json['merged'] === true
  }
}

/** What GitHub tells of a branch. */
export function readBranch(repository: unknown, name: unknown): Branch {
  const full = isRecord(repository) ? repository['full_name'] : undefined
  return {
    repository: typeof full === 'string' ? full : undefined,
    name: typeof name === 'string' ? name : undefined
  }
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0
}

/** Anything else could be taken for an option of a program. */
export function isCommit(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text)
}
