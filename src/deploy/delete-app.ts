import type { Outcome } from '../model/outcome.ts'
import type { DeletePlan } from '../model/plan.ts'
import type { Tools } from '../model/ports/ports.ts'
import { connect } from './start/connect-run.ts'
import { findApp } from './start/find-app.ts'
import { removeOwn } from './start/remove-app.ts'

/** An app that runs of this repository made is removed, with all its versions. */
export async function deleteApp(plan: DeletePlan, tools: Tools): Promise<Outcome> {
  const run = await connect(plan, tools)
  return await removeOwn(run, await findApp(run))
}
