import { mayRollBack, type Plan } from '../../model/plan.ts'
import type { Platform } from '../../model/ports/platform-port.ts'
import type { Tools } from '../../model/ports/ports.ts'
import type { Run } from '../../model/ports/run.ts'
import { duration } from '../../model/values/words.ts'
import { stepper } from '../step.ts'
import { checkHostName } from './host-name.ts'
import { needs } from './needs.ts'

/** Connects, and finds out what the plan needs and the server lacks before anything is written. */
export function connect<P extends Plan>(plan: P, tools: Tools): Promise<Run<P>> {
  const step = stepper(tools)
  const begin = async (): Promise<Run<P>> => {
    const platform = await tools.connect()
    tools.log.debug(`The messages of the platform are known by ${platform.described}.`)
    platform.require(needs(plan))
    warnOfExpiry(plan, platform, tools)
    const organization = await platform.organization(plan.target.organization)
    const app = { organization, name: plan.target.name }
    if (plan.mode === 'preview') checkHostName(app)
    return { plan: withDescription(plan, platform), tools, step, platform, app }
  }
  return step('Connect', begin, connectedLine)
}

/** What describes the app is a setting like the others where the server has it so. */
function withDescription<P extends Plan>(plan: P, platform: Platform): P {
  if (!('description' in plan)) return plan
  // What a saved draft was described with is not told: it is left to the draft where it can be part of that.
  const isCompiled = !('source' in plan) || plan.source.kind === 'code'
  return { ...plan, settings: { ...plan.settings, ...platform.settingsIn(plan.description, isCompiled) } }
}

/** A rollback is made when the job has ended, and needs to be let in then. */
function warnOfExpiry(plan: Plan, platform: Platform, { log, msLeft }: Tools): void {
  const accessMs = platform.accessLeftMs()
  if ('isDryRun' in plan && plan.isDryRun) return
  if (!('rollback' in plan) || !mayRollBack(plan.rollback) || accessMs === undefined || accessMs >= msLeft()) return
  log.warning(
    `The token expires in ${duration(accessMs)}, and this run may take ${duration(msLeft())}: after that, nothing can be ` +
      'rolled back. Use a service account, whose tokens are renewed, or a token that lives longer.'
  )
}

function connectedLine({ app }: Run): string {
  return `Connected as ${app.organization}`
}
