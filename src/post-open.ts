import path from 'node:path'
import type { Advise } from './action/failure.ts'
import { RunnerLog } from './action/log.ts'
import { maskCredentials } from './action/mask.ts'
import { postNews } from './action/news/post-news.ts'
import { tellAftermath, tellStaying, tellTrouble } from './action/post-report.ts'
import { readRunFacts } from './action/run-facts.ts'
import { liveIn, readLive, readOpenOnGitHub, readOpenRun } from './action/state.ts'
import { stopSwitch } from './action/stop.ts'
import { decorationBudget, openTelling } from './decorate.ts'
import { afterJob, isSettled, refusedRollback } from './deploy/after-job.ts'
import type { RunFacts } from './inputs/facts.ts'
import { readGitHub } from './inputs/github/read-github.ts'
import { shownAppIn } from './inputs/github/read-preview.ts'
import { InputReader } from './inputs/input-reader.ts'
import { readAccess } from './inputs/read-access.ts'
import { readJobStatus } from './inputs/read-job-status.ts'
import { baseOf, readRollback } from './inputs/read-plan.ts'
import { readTestsAgain } from './inputs/read-tests.ts'
import { Redactor } from './log/redact.ts'
import { InputError, why } from './model/errors.ts'
import type { Aftermath, EndedJob, JobStatus, LiveVersion } from './model/open-run.ts'
import { adviceFor } from './platform/advice/advice.ts'
import { withPullRequestOf } from './preview-facts.ts'
import { clockUntil } from './run-clock.ts'
import { openSession as connect } from './session.ts'

/** The runner ends what runs after a cancelled job about five minutes later (docs/runner.md, Signals). */
const POST_MS = 4 * 60_000

const redactor = new Redactor()
const log = new RunnerLog(redactor)

/** Settles what main left open. Inputs are evaluated again for post, so no secret had to be kept. */
export async function postOpen(state: string): Promise<void> {
  const inputs = new InputReader(process.env, (text) => log.warning(text))
  const facts = readRunFacts(process.env, process.cwd())
  maskCredentials(inputs, redactor)
  const policy = readRollback(inputs)
  const job = readJobStatus(inputs, policy)
  const open = readOpenRun(state, facts.run)
  if (typeof open === 'string') return log.warning(`${open} Nothing is settled or rolled back.`)
  const ended = open && { open, job, policy }
  if (ended && !isSettled(ended))
    return await tellGitHub(state, { inputs, facts, job }, await settle(ended, inputs, facts))
  const live = open ? liveIn(open) : readLive(state, facts.run)
  await tellStaying(log, live, job)
  await tellGitHub(state, { inputs, facts, job }, unsettled(live, job))
}

/** What may have become of a run since main told its end. */
const SINCE_TOLD: readonly Aftermath['end'][] = ['rolled-back', 'replaced', 'unknown']

type PostRun = { readonly inputs: InputReader; readonly facts: RunFacts; readonly job: JobStatus | undefined }

/** What main began on GitHub is ended there, and what a rollback made of it is told. */
async function tellGitHub(state: string, { inputs, facts: read, job }: PostRun, aftermath: Aftermath): Promise<void> {
  const open = readOpenOnGitHub(state, read.run)
  if (!open || (open.isTold && !SINCE_TOLD.includes(aftermath.end))) return
  using stop = stopSwitch()
  const told = { inputs, log, budget: decorationBudget(), stop: stop.signal }
  // It throws where this process is told to stop, and nothing is told then.
  const facts = await withPullRequestOf(read, told).catch(() => read)
  const request = readGitHub(inputs, facts)
  if (!request) return
  const { end } = await openTelling({ ...told, request, facts, open })
  const app = log.clean(shownAppIn(inputs, facts) ?? '')
  const line = log.clean(aftermath.line)
  const url = aftermath.url && log.clean(aftermath.url)
  await end(postNews({ app, aftermath: { ...aftermath, line, url }, job, run: facts }))
}

/** Of a run that left nothing to settle. */
function unsettled(live: LiveVersion | undefined, job: JobStatus | undefined): Aftermath {
  if (live) return { line: `Version ${live.publishedVersion} is live.`, end: 'live', url: live.url }
  const how = job === 'cancelled' ? 'was cancelled' : 'ended before its time'
  return { line: `The run ${how}: nothing was published.`, end: 'not-published' }
}

async function settle(ended: EndedJob, inputs: InputReader, facts: RunFacts): Promise<Aftermath> {
  using stop = stopSwitch()
  stop.limit(POST_MS, { what: 'What is done after the job', hint: 'Look at the app’s versions.' })
  const clock = clockUntil(stop.signal)
  const base = baseOf(inputs, facts.workspace)
  try {
    const access = readAccess(inputs, facts, (file) => path.resolve(base, file))
    if (!access) throw new InputError(inputs.problems)
    using platform = await connect({
      access,
      timeoutMs: POST_MS,
      services: ['ComputeService', 'BuildService'],
      step: facts.step,
      clock,
      log,
      redactor,
      stop: stop.signal
    })
    const tests = () => readTestsAgain(process.env, base)
    const aftermath = await afterJob({ ...ended, platform, log, clock, tests })
    await tellAftermath(log, aftermath, ended.job)
    return aftermath
  } catch (error) {
    const isGiven = (name: string): boolean => inputs.given([name]).length > 0
    const advise: Advise = (text, speaker) => adviceFor({ text, speaker, isGiven })
    const trouble = refusedRollback(error, ended) ?? error
    await tellTrouble(log, trouble, advise)
    return { line: why(trouble), end: 'unknown' }
  }
}
