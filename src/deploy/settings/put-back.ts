import { isBearable } from '../../model/errors.ts'
import type { ChangedSettings } from '../../model/open-run.ts'
import type { App } from '../../model/plan.ts'
import type { AppState } from '../../model/platform-state.ts'
import type { Platform } from '../../model/ports/platform-port.ts'
import type { Clock, Log } from '../../model/ports/ports.ts'
import { namesIn } from '../../model/settings.ts'
import { enumerate } from '../../model/values/words.ts'
import { type DeedEnd, perform } from '../deed.ts'
import { namedAll } from './compare-settings.ts'
import { lookMs } from './read-back.ts'
import { wayBack } from './way-back.ts'

type PutBackTools = { readonly platform: Platform; readonly log: Log; readonly clock: Clock }
type LiveChange = ChangedSettings & { readonly app: App }

/**
 * Puts back what a run changed, only where it still is what the run made of it: anything else is another hand’s. Says
 * what it did; true where nothing is left to put back. Values of the environment are known to main alone, so post lists
 * the names. Throws the stop's reason.
 */
export async function putBack(tools: PutBackTools, changed: LiveChange): Promise<boolean> {
  const { envChanged = [], envValues, settingsBefore = {} } = changed
  if (envChanged.length > 0 && envValues === undefined) {
    tools.log.warning(
      `This run changed variables whose values are not kept for this step, look at them: ${enumerate(envChanged)}.`
    )
  }
  const env = envValues && envChanged.length > 0 ? envChanged : undefined
  const names = namedAll(env, namesIn(settingsBefore))
  if (names === '') return true
  try {
    const read = await tools.platform.readApp(changed.app)
    return read === undefined || (await restore(tools, changed, read))
  } catch (error) {
    if (!isBearable(error)) throw error
    tools.log.warning(
      `It is not known whether the settings that this run changed are back (${names}): ${error.message}`
    )
    return false
  }
}

async function restore(tools: PutBackTools, changed: LiveChange, read: AppState): Promise<boolean> {
  const { settings: before } = read
  const { due, foreign, change } = wayBack(changed, before)
  if (foreign !== '') tools.log.notice(`Changed by another hand since, and left so: ${foreign}.`)
  if (due === '') return true
  const deed = {
    send: (last = read) => tools.platform.updateSettings(changed.app, wayBack(changed, last.settings).change, last),
    // Undefined where the app is gone.
    look: () => tools.platform.readApp(changed.app),
    seen: (now: AppState | undefined) =>
      now === undefined || wayBack(changed, now.settings).due === '' ? ('done' as const) : undefined
  }
  const end = await perform(deed, tools.clock, lookMs({ before, wanted: { ...before, ...change }, change }))
  return told(tools.log, changed, { due, end })
}

type Ending = { readonly due: string; readonly end: DeedEnd<AppState | undefined> }

function told(log: Log, changed: LiveChange, { due, end }: Ending): boolean {
  const left = leftIn(changed, end.state) || due
  switch (end.kind) {
    case 'seen':
    case 'otherwise':
      log.notice(`The settings that this run changed were put back: ${due}.`)
      return true
    case 'refused':
      log.warning(`The settings that this run changed were not put back (${left}): ${end.error.message}`)
      return false
    case 'unseen': {
      log.warning(
        end.error
          ? `It is not known whether the settings that this run changed were put back (${left}): ${end.error.message}`
          : `The platform took the call, and did not take back what this run changed: ${left}.`
      )
      return false
    }
  }
}

function leftIn(changed: LiveChange, now: AppState | undefined): string {
  return now ? wayBack(changed, now.settings).due : ''
}
