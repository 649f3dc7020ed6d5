import type { Outcome } from '../model/outcome.ts'
import type { RollbackPlan } from '../model/plan.ts'
import type { Tools } from '../model/ports/ports.ts'
import { readLive } from './publish/read-live.ts'
import { connect } from './start/connect-run.ts'
import { existingApp } from './start/find-app.ts'
import { switchVersion } from './switch/switch-version.ts'
import { chooseTarget } from './switch/target-version.ts'
import { testTarget } from './switch/test-target.ts'

/** An earlier version becomes the active one again. Settings are no part of a version, and stay. */
export async function rollBackTo(plan: RollbackPlan, tools: Tools): Promise<Outcome> {
  const run = await connect(plan, tools)
  const target = await chooseTarget(run, await existingApp(run))
  const isActive = target.from === target.to
  if (!isActive) {
    await testTarget(run, target)
    await switchVersion(run, target)
  }
  await readLive(run)
  return isActive ? { status: 'unchanged', reason: 'unchanged' } : { status: 'rolled_back', reason: 'rolled_back' }
}
