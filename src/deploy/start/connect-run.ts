import { mayRollBack, type Plan } from '../../model/plan.ts'
import type { Platform } from '../../model/ports/platform-port.ts'
import type { Tools } from '../../model/ports/ports.ts'
import type { Run } from '../../model/ports/run.ts'
import { duration } from '../../model/values/words.ts'
import { stepper } from '../step.ts'
import { needs } from './needs.ts'

/**
 * Connects, and finds out what the plan needs and the server lacks before anything is written. What describes the app is
 * a setting like the others where the server has it so.
 */
export function connect(plan: Plan, tools: Tools): Promise<Run> {
  const step = stepper(tools)
  const begin = async (): Promise<Run> => {
    const platform = await tools.connect()
    tools.log.debug(`The messages of the platform are known by ${platform.described}.`)
    platform.require(needs(plan))
    warnOfExpiry(plan, platform, tools)
    const isCompiled = plan.source.kind === 'code'
    const settings = { ...plan.settings, ...platform.settingsIn(plan.description, isCompiled) }
    const organization = await platform.organization(plan.target.organization)
    return { plan: { ...plan, settings }, tools, step, platform, app: { organization, name: plan.target.name } }
  }
  return step('Connect', begin, connectedLine)
}

/** A rollback is made when the job has ended, and needs to be let in then. */
function warnOfExpiry({ rollback }: Plan, platform: Platform, { log, msLeft }: Tools): void {
  const accessMs = platform.accessLeftMs()
  if (!mayRollBack(rollback) || accessMs === undefined || accessMs >= msLeft()) return
  log.warning(
    `The token expires in ${duration(accessMs)}, and this run may take ${duration(msLeft())}: after that, nothing can be ` +
      'rolled back. Use a service account, whose tokens are renewed, or a token that lives longer.'
  )
}

function connectedLine({ app }: Run): string {
  return `Connected as ${app.organization}`
}
