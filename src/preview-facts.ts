import type { RunnerLog } from './action/log.ts'
import { readPullRequest } from './decorate.ts'
import type { Budget } from './github/budget.ts'
import type { RunFacts } from './inputs/facts.ts'
import { readGitHubAccess } from './inputs/github/read-github.ts'
import { isPreview, withPreviewCommit, withPullRequest } from './inputs/github/read-preview.ts'
import type { InputReader } from './inputs/input-reader.ts'
import { clause } from './model/errors.ts'
import type { PullRequest } from './model/values/pull-request.ts'

type Asking = {
  readonly inputs: InputReader
  readonly log: RunnerLog
  readonly budget: Budget
  readonly stop: AbortSignal
}

/**
 * The facts with the pull request that `pr-number` names. A preview is of its own commit, and of none that is closed: what
 * the event does not say of that is asked.
 */
export async function withPullRequestOf(read: RunFacts, asking: Asking): Promise<RunFacts> {
  const facts = withPullRequest(asking.inputs, read)
  if (!isPreview(asking.inputs)) return facts
  const pullRequest = facts.pullRequest ?? (await pullRequestNow(facts, asking))
  if (!pullRequest) asking.stop.throwIfAborted()
  return withPreviewCommit(asking.inputs, facts, pullRequest)
}

/** Whether the pull request is closed by now; where GitHub does not tell, it is taken to be open. */
export async function isClosedNow(facts: RunFacts, asking: Asking): Promise<boolean> {
  return (await pullRequestNow(facts, asking))?.isClosed ?? false
}

/** Undefined where there is none, and where GitHub does not tell. */
async function pullRequestNow(
  facts: RunFacts,
  { inputs, log, budget, stop }: Asking
): Promise<PullRequest | undefined> {
  const { pullRequestNumber: number } = facts
  if (number === undefined) return undefined
  try {
    const access = readGitHubAccess(inputs, facts)
    if (typeof access === 'string') throw new Error(access)
    return await readPullRequest(number, { access, inputs, budget, stop })
  } catch (error) {
    if (stop.aborted) return undefined
    log.info(`Whether the pull request ${number} is open could not be read: ${clause(error)}.`)
    return undefined
  }
}
