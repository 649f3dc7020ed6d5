import type { Changed } from './open-run.ts'
import type { SettingsChange } from './plan.ts'
import type { Platform } from './platform-port.ts'
import type { Log } from './ports.ts'
import { difference, labels } from './settings.ts'
import { enumerate } from './words.ts'

/**
 * Puts back what a run changed that has ended. Settings are no part of a version; environment values may be secret and
 * were not kept, so their names are listed. Says so where it cannot: what else post does is not undone by that.
 */
export async function putSettingsBack(
  { platform, log }: { readonly platform: Platform; readonly log: Log },
  { settingsBefore = {}, envChanged = [], app }: Omit<Changed, 'phase'>
): Promise<void> {
  if (envChanged.length > 0) {
    log.warning(`The environment keeps what this run changed, look at it: ${enumerate(envChanged)}.`)
  }
  if (Object.keys(settingsBefore).length === 0) return
  try {
    const state = await platform.readApp(app)
    if (!state) return
    const change: SettingsChange = difference(state.settings, { ...state.settings, ...settingsBefore })
    if (Object.keys(change).length === 0) return
    await platform.updateSettings(app, change)
    log.notice(`Put back: ${labels(change)}.`)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    log.warning(`These settings keep what this run changed: ${labels(settingsBefore)}. ${why}`)
  }
}
