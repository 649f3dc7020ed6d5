import { why } from '../../model/errors.ts'
import type { ChangedRun } from '../../model/open-run.ts'
import type { SettingsChange } from '../../model/plan.ts'
import type { Platform } from '../../model/platform-port.ts'
import type { Log } from '../../model/ports.ts'
import { enumerate } from '../../model/words.ts'
import { difference, labels } from './settings.ts'

/**
 * Puts back what a run changed that has ended. Settings are no part of a version; environment values may be secret and
 * were not kept, so their names are listed. Says so where it cannot: what else post does is not undone by that.
 */
export async function putSettingsBack(
  { platform, log }: { readonly platform: Platform; readonly log: Log },
  { settingsBefore = {}, envChanged = [], app }: Omit<ChangedRun, 'phase'>
): Promise<void> {
  if (envChanged.length > 0) {
    log.warning(`The environment keeps what this run changed, look at it: ${enumerate(envChanged)}.`)
  }
  if (Object.keys(settingsBefore).length === 0) return
  try {
    const state = await platform.readApp(app)
    if (!state) return
    const wanted = { ...state.settings, ...settingsBefore }
    const change: SettingsChange = difference(state.settings, wanted)
    if (Object.keys(change).length === 0) return
    // An answer that was lost says nothing of the settings; what is read says it all.
    const refusal = await platform.updateSettings(app, change).then(() => undefined, why)
    const stayed = difference((await platform.readApp(app))?.settings ?? state.settings, wanted)
    if (Object.keys(stayed).length === 0) log.notice(`Put back: ${labels(change)}.`)
    else log.warning(`${KEPT}: ${labels(stayed)}. ${refusal ?? 'The platform took the call, and did not change them.'}`)
  } catch (error) {
    log.warning(`${KEPT}: ${labels(settingsBefore)}. ${why(error)}`)
  }
}

const KEPT = 'These settings keep what this run changed'
