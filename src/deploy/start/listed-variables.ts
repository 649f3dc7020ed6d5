import type { DeployPlan } from '../../model/plan.ts'
import type { Run } from '../../model/ports/run.ts'
import type { Settings } from '../../model/settings.ts'
import { enumerate } from '../../model/values/words.ts'
import { desired } from '../settings/compare-settings.ts'

type ListedPlan = Pick<DeployPlan, 'settings' | 'envUpdateStrategy' | 'listed'>

/** Says which variables of the manifest's list nobody sets. The code may do without some, so it is no error. */
export function tellUnset({ plan, tools }: Run<ListedPlan>, read: Settings): void {
  const { listed, settings, envUpdateStrategy } = plan
  if (listed === undefined || read.env === undefined) return
  const { env = {} } = desired(read, settings, envUpdateStrategy)
  const unset = listed.names.filter((name) => !Object.hasOwn(env, name))
  if (unset.length === 0) return
  tools.log.notice(
    `${listed.file} lists what neither the app nor this run sets: ${enumerate(unset)}. Set in \`env\` what the code needs.`
  )
}
