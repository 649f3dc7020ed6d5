import type { RunnerLog } from './action/log.ts'
import type { RunnerLedger } from './action/state.ts'
import { Budget } from './github/budget.ts'
import { hideFromLoading } from './hidden-variables.ts'
import type { RunFacts } from './inputs/facts.ts'
import type { GitHubRequest } from './inputs/github/read-github.ts'
import type { InputReader } from './inputs/input-reader.ts'
import { readProxies } from './inputs/read-network.ts'
import { Stopped } from './model/errors.ts'
import type { GitHubAccess, GitHubNews, OpenOnGitHub } from './model/github.ts'
import type { Facts } from './model/outcome.ts'
import type { Exchange } from './model/ports/http-port.ts'
import type { PullRequest } from './model/values/pull-request.ts'
import { clockUntil, RUN_TIME } from './run-clock.ts'
import { VERSION } from './version.ts'

/** What a run tells on GitHub beside its job. */
type Telling = {
  readonly begin: () => void
  readonly end: (news: GitHubNews) => Promise<void>
}

type TellingOptions = {
  readonly request: GitHubRequest
  readonly inputs: InputReader
  readonly facts: RunFacts
  readonly log: RunnerLog
  /** What an earlier stage of the run left open. */
  readonly open?: OpenOnGitHub
  readonly ledger?: RunnerLedger
  readonly report?: (facts: Facts) => void
  readonly budget: Budget
  readonly stop: AbortSignal
}

/** What all that a run says to GitHub may take together, so that it never dominates the run. */
const DECORATION_MS = 20_000

export function decorationBudget(): Budget {
  return new Budget(RUN_TIME, DECORATION_MS)
}

/** Loads what speaks to GitHub: a run that tells nothing there loads nothing of it. */
export async function openTelling(options: TellingOptions): Promise<Telling> {
  const { request, inputs, facts, log, open, ledger, report, budget, stop } = options
  const Decorations = await loadDecorations()
  const cancelled = cancelledBy(stop)
  const decorations = new Decorations({
    ...request,
    exchange: await exchangeBy(inputs),
    clock: clockUntil(cancelled),
    budget,
    log,
    version: VERSION,
    stamp: facts.step,
    open,
    keep: (now) => ledger?.keepGitHub(now),
    report: (ids) => report?.(ids),
    stop: cancelled
  })
  return { begin: () => decorations.begin(), end: (news) => decorations.end(news) }
}

async function loadDecorations() {
  using _hidden = hideFromLoading()
  const { Decorations } = await import('./github/decorations.ts')
  return Decorations
}

type Question = {
  readonly access: GitHubAccess
  readonly inputs: InputReader
  readonly budget: Budget
  readonly stop: AbortSignal
}

/** Reads a pull request from GitHub. Throws where that cannot be done. */
export async function readPullRequest(
  number: number,
  { access, inputs, budget, stop }: Question
): Promise<PullRequest> {
  const askPullRequest = await loadAskPullRequest()
  const exchange = await exchangeBy(inputs)
  return await askPullRequest({ access, exchange, clock: clockUntil(stop), budget, stop, version: VERSION }, number)
}

async function loadAskPullRequest() {
  using _hidden = hideFromLoading()
  const { askPullRequest } = await import('./github/pull-requests.ts')
  return askPullRequest
}

async function exchangeBy(inputs: InputReader): Promise<Exchange> {
  const { explainedExchange } = await import('./platform/network/explained-exchange.ts')
  return explainedExchange(readProxies(inputs), 'GITHUB_API_URL')
}

/** A run that took too long may still tell it; one that is cancelled has seconds to live, and post tells. */
function cancelledBy(stop: AbortSignal): AbortSignal {
  const cancelled = new AbortController()
  const look = (): void => {
    const { reason } = stop
    if (reason instanceof Stopped && reason.reason === 'cancelled') cancelled.abort(reason)
  }
  if (stop.aborted) look()
  stop.addEventListener('abort', look, { once: true })
  return cancelled.signal
}
