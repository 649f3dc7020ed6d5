import { clause, DeployError, rootCause, StepError } from '../../model/errors.ts'
import type { PublishedRun } from '../../model/open-run.ts'
import type { PostTools } from '../post-tools.ts'
import { type RollbackEnd, RollbackRefused, rollBack } from '../publish/rollback.ts'
import { activeVersion } from '../switch/make-active.ts'
import type { VerifyingRun } from './active-version.ts'

/**
 * Makes the version before active again, where this run's own did not answer and `rollback-on-failure` asks for it. Gives
 * what the run fails with, which says what came of it. What could not be ended is left to post, by the ledger.
 */
export async function goBack(run: VerifyingRun, failure: unknown): Promise<unknown> {
  const { tools, plan } = run
  const cause = rootCause(failure)
  const { open } = tools.ledger
  const isAsked = plan.rollback?.onFailure && open?.phase === 'published'
  if (!isAsked || !(cause instanceof DeployError) || cause.reason !== 'verify_failed') return failure
  try {
    const end = await goBackNow(run, { ...open, isGoingBack: true })
    return asFailure(cause, end.line)
  } catch (error) {
    const said = rootCause(error)
    if (said instanceof RollbackRefused && said.active !== undefined) tellStays(run, said.active)
    const what = said instanceof DeployError ? '' : `Version ${open.previousVersion} was not made active again: `
    return asFailure(cause, `${what}${clause(said)}.`)
  }
}

async function goBackNow(run: VerifyingRun, published: PublishedRun): Promise<RollbackEnd> {
  const { tools, platform, plan, step } = run
  tools.ledger.write(published)
  tools.report({ activeVersion: 'unknown', changed: 'unknown' })
  const post: PostTools = { platform, log: tools.log, clock: tools.clock, tests: async () => plan.tests }
  const end = await step(
    'Roll back',
    () => rollBack(post, published),
    ({ line }) => line
  )
  tools.ledger.close()
  tools.report({ activeVersion: await activeNow(run), changed: !end.isUndone })
  return end
}

/** What was read after the refusal. Post may go back yet, as after any run. */
function tellStays({ tools }: VerifyingRun, active: number): void {
  tools.report({ activeVersion: active || 'none', changed: true })
}

/** What follows a rollback takes its time, in which another run may publish. */
function activeNow({ platform, app }: VerifyingRun): Promise<number | 'none' | 'unknown'> {
  return activeVersion({ platform }, app).then(
    (active) => active || 'none',
    () => 'unknown' as const
  )
}

/** Who reads the red line alone must know what is live now. */
function asFailure(cause: DeployError, line: string): StepError {
  const { hint, excerpt, snippet, speaker } = cause
  const told = new DeployError(cause.reason, `${cause.message} ${line}`, {
    cause,
    excerpt,
    snippet,
    speaker,
    ...(hint !== undefined && { hint })
  })
  return new StepError('Verify app', told)
}
