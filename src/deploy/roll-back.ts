import type { Outcome } from '../model/outcome.ts'
import type { RollbackPlan } from '../model/plan.ts'
import type { Tools } from '../model/ports/ports.ts'
import { readLive } from './publish/read-live.ts'
import { connect } from './start/connect-run.ts'
import { existingApp } from './start/find-app.ts'
import { switchVersion } from './switch/switch-version.ts'
import { chooseTarget } from './switch/target-version.ts'
import { testTarget } from './switch/test-target.ts'
import { verifyApp } from './verify/verify-app.ts'

/** An earlier version becomes the active one again. Settings are no part of a version, and stay. */
export async function rollBackTo(plan: RollbackPlan, tools: Tools): Promise<Outcome> {
  const run = await connect(plan, tools)
  const target = await chooseTarget(run, await existingApp(run))
  if (target.from === target.to) {
    await readLive(run)
    return { status: 'unchanged', reason: 'unchanged' }
  }
  await testTarget(run, target)
  await switchVersion(run, target)
  const state = await readLive(run)
  await verifyApp(run, { version: target.to, state, test: plan.tests.cases[0] })
  return { status: 'rolled_back', reason: 'rolled_back' }
}
