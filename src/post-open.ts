import path from 'node:path'
import type { Advise } from './action/failure.ts'
import { RunnerLog } from './action/log.ts'
import { maskCredentials } from './action/mask.ts'
import { tellAftermath, tellStaying, tellTrouble } from './action/post-report.ts'
import { readRunFacts } from './action/run-facts.ts'
import { liveIn, readLive, readOpenRun } from './action/state.ts'
import { stopSwitch } from './action/stop.ts'
import { afterJob, isSettled, refusedRollback } from './deploy/after-job.ts'
import type { RunFacts } from './inputs/facts.ts'
import { InputReader } from './inputs/input-reader.ts'
import { readAccess } from './inputs/read-access.ts'
import { readJobStatus } from './inputs/read-job-status.ts'
import { baseOf, readRollback } from './inputs/read-plan.ts'
import { readTestsAgain } from './inputs/read-tests.ts'
import { Redactor } from './log/redact.ts'
import { InputError } from './model/errors.ts'
import type { EndedJob } from './model/open-run.ts'
import { adviceFor } from './platform/advice/advice.ts'
import { clockUntil, openSession as connect } from './session.ts'

/** The runner ends what runs after a cancelled job about five minutes later (docs/runner.md, Signals). */
const POST_MS = 4 * 60_000

const redactor = new Redactor()
const log = new RunnerLog(redactor)

/** Settles what main left open. Inputs are evaluated again for post, so no secret had to be kept. */
export async function postOpen(state: string): Promise<void> {
  const inputs = new InputReader(process.env, log)
  const facts = readRunFacts(process.env, process.cwd())
  maskCredentials(inputs, redactor)
  const policy = readRollback(inputs)
  const job = readJobStatus(inputs, policy)
  const live = readLive(state, facts.run)
  if (live) return await tellStaying(log, live, job)
  const open = readOpenRun(state, facts.run)
  if (typeof open === 'string') log.warning(`${open} Nothing is settled or rolled back.`)
  else if (open && isSettled({ open, job, policy })) await tellStaying(log, liveIn(open), job)
  else if (open) await settle({ open, job, policy }, inputs, facts)
}

async function settle(ended: EndedJob, inputs: InputReader, facts: RunFacts): Promise<void> {
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
    await tellAftermath(log, await afterJob({ ...ended, platform, log, clock, tests }))
  } catch (error) {
    const isGiven = (name: string): boolean => inputs.given([name]).length > 0
    const advise: Advise = (text, speaker) => adviceFor({ text, speaker, isGiven })
    await tellTrouble(log, refusedRollback(error, ended) ?? error, advise)
  }
}
