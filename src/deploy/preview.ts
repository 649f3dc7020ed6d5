import { rootCause, Stopped } from '../model/errors.ts'
import type { Outcome } from '../model/outcome.ts'
import type { DeletePlan, DeployPlan } from '../model/plan.ts'
import type { Tools } from '../model/ports/ports.ts'
import { deleteApp } from './delete-app.ts'
import { deploy } from './deploy.ts'

/**
 * The app of a pull request. Who closes it meanwhile finds no app, or half of one: what this run made then is removed by
 * itself. `isClosed` reads whether it is closed by now; it is asked when the deployment has ended, well or not.
 */
export async function preview(plan: DeployPlan, tools: Tools, isClosed: () => Promise<boolean>): Promise<Outcome> {
  const end = await deploy(plan, tools).then(
    (outcome) => ({ outcome }),
    (error: unknown) => ({ error })
  )
  const isStopped = 'error' in end && rootCause(end.error) instanceof Stopped
  if (!isStopped && (await isClosed())) {
    tools.log.notice('The pull request was closed while this run deployed it: its preview is removed.')
    const removed = await deleteApp(removalOf(plan), tools)
    if ('outcome' in end) return removed
  }
  if ('error' in end) throw end.error
  return end.outcome
}

function removalOf({ target, madeBy }: DeployPlan): DeletePlan {
  return { mode: 'delete', target, madeBy }
}
