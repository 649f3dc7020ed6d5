import type { Outcome } from '../model/outcome.ts'
import type { DeployPlan } from '../model/plan.ts'
import type { Tools } from '../model/ports/ports.ts'
import { checkRegistrySecret } from './code/prebuilt-image.ts'
import { startPacking } from './code/prepare-code.ts'
import { tellComparison } from './compare/tell-comparison.ts'
import { findReplaced } from './start/app.ts'
import { connect } from './start/connect-run.ts'
import { tellUnset } from './start/listed-variables.ts'

/** A deployment as far as it changes nothing: what it would change is told. Makes no call that writes. */
export async function dryRun(plan: DeployPlan, tools: Tools): Promise<Outcome> {
  const packing = startPacking(plan, tools)
  const run = await connect(plan, tools)
  const { contents } = await packing(run)
  await checkRegistrySecret(run)

  const app = await findReplaced(run)
  if (app) tellUnset(run, app.state.settings)
  await tellComparison(run, app, contents)
  if (app) tools.report({ publicUrls: app.state.publicUrls })
  return { status: 'planned', reason: 'planned' }
}
