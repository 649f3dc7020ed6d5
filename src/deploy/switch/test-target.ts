import { UnsupportedServerError } from '../../model/errors.ts'
import type { RollbackPlan } from '../../model/plan.ts'
import type { Run } from '../../model/ports/run.ts'
import { count } from '../../model/values/words.ts'
import { runCases } from '../draft/run-cases.ts'
import type { Switch } from './make-active.ts'

/** Runs every test case on the version that is to be active again, where there is one. Throws when one fails. */
export async function testTarget(run: Run<RollbackPlan>, { from, to }: Switch): Promise<void> {
  if (run.plan.tests.cases.length === 0) return
  const stays = `Version ${from} stays active.`
  const start = async (payload: Uint8Array): Promise<string> => {
    const id = await run.platform.testVersion(run.app, to, payload)
    if (id !== undefined) return id
    throw new UnsupportedServerError('The platform does not run versions that are not active.', {
      hint: `${stays} To roll back without a test, leave the test inputs out.`
    })
  }
  await run.step(
    `Test version ${to}`,
    () => runCases(run, { start, speaker: 'program', stays }),
    (records) => `${count(records.length, 'test')} passed`
  )
}
