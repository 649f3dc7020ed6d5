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
  let wasThere = false
  const report: Tools['report'] = (facts) => {
    wasThere ||= facts.appId !== undefined
    tools.report(facts)
  }
  const end = await deploy(plan, { ...tools, report }).then(
    (outcome) => ({ outcome }),
    (error: unknown) => ({ error })
  )
  const isStopped = 'error' in end && rootCause(end.error) instanceof Stopped
  if (!isStopped && (await isClosed())) {
    tools.log.notice('The pull request was closed while this run deployed it: its preview is removed.')
    const { status } = await deleteApp(removalOf(plan), tools)
    // The run that closed it may have been faster. What this one failed with is then that its app went away.
    const isTaken = wasThere && status === 'unchanged'
    if (isTaken) tools.report({ activeVersion: 'none', publicUrls: [] })
    if ('outcome' in end || isTaken) return { status: 'removed', reason: 'ok' }
  }
  if ('error' in end) throw end.error
  return end.outcome
}

function removalOf({ target, madeBy }: DeployPlan): DeletePlan {
  return { mode: 'delete', target, madeBy }
}
