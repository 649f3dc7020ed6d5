import type { DeployPlan } from '../../model/plan.ts'
import type { Run } from '../../model/ports/run.ts'
import { namesIn, type Settings } from '../../model/settings.ts'
import { desired, difference } from '../settings/compare-settings.ts'

type SettingsPlan = Pick<DeployPlan, 'settings' | 'envUpdateStrategy'>

/**
 * Refuses changes that the server can make of a new app alone. That is known only once the app was read: what is as it
 * should be needs no change.
 */
export function requireChanges({ plan, platform }: Run<SettingsPlan>, read: Settings): void {
  const change = difference(read, desired(read, plan.settings, plan.envUpdateStrategy))
  platform.require(namesIn(change).map((setting) => ({ setting, isThere: true })))
}
