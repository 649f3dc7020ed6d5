import type { Run } from '../../model/ports/run.ts'
import { namesIn, type Settings } from '../../model/settings.ts'
import { changeFor, type SettingsPlan } from '../settings/compare-settings.ts'

/**
 * Refuses changes that the server can make of a new app alone. That is known only once the app was read: what is as it
 * should be needs no change.
 */
export function requireChanges({ plan, platform }: Run<SettingsPlan>, read: Settings): void {
  platform.require(namesIn(changeFor(read, plan)).map((setting) => ({ setting, isThere: true })))
}
