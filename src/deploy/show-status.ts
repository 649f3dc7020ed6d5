import type { Outcome } from '../model/outcome.ts'
import type { StatusPlan } from '../model/plan.ts'
import type { Tools } from '../model/ports/ports.ts'
import { connect } from './start/connect-run.ts'
import { existingApp } from './start/find-app.ts'
import { tellApp } from './start/tell-app.ts'

/** Reads the app and tells of it. Writes nothing. */
export async function showStatus(plan: StatusPlan, tools: Tools): Promise<Outcome> {
  const run = await connect(plan, tools)
  tellApp(run, await existingApp(run))
  return { status: 'unchanged', reason: 'ok' }
}
