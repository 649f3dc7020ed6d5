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
import { doneBetween, type WayBack, wayBack } from './way-back.ts'

type PutBackTools = { readonly platform: Platform; readonly log: Log; readonly clock: Clock }
type LiveChange = ChangedSettings & { readonly app: App }

/** How much is back. `but-variables`: what is left are new variables, which the platform does not remove. */
type PutBackEnd = 'all' | 'but-variables' | 'not'

/**
 * Puts back what a run changed, only where it still is what the run made of it: anything else is another hand’s. Says
 * what it did. Values of the environment are known to main alone, so post lists the names. Throws the stop's reason.
 */
export async function putBack(tools: PutBackTools, changed: LiveChange): Promise<PutBackEnd> {
  const { envChanged = [], envValues, settingsBefore = {} } = changed
  if (envChanged.length > 0 && envValues === undefined) {
    tools.log.warning(
      `This run changed variables whose values are not kept for this step, look at them: ${enumerate(envChanged)}.`
    )
  }
  const env = envValues && envChanged.length > 0 ? envChanged : undefined
  const names = namedAll(env, namesIn(settingsBefore))
  if (names === '') return 'all'
  try {
    const read = await tools.platform.readApp(changed.app)
    return read === undefined ? 'all' : await restore(tools, changed, read)
  } catch (error) {
    if (!isBearable(error)) throw error
    tools.log.warning(
      `It is not known whether the settings that this run changed are back (${names}): ${error.message}`
    )
    return 'not'
  }
}

async function restore(tools: PutBackTools, changed: LiveChange, read: AppState): Promise<PutBackEnd> {
  const { settings: before } = read
  const way = wayBack(changed, before)
  const { due, foreign, change } = way
  if (foreign !== '') tools.log.notice(`Changed by another hand since, and left so: ${foreign}.`)
  if (due === '') return 'all'
  const deed = {
    send: (last = read) => tools.platform.updateSettings(changed.app, wayBack(changed, last.settings).change, last),
    // Undefined where the app is gone.
    look: () => tools.platform.readApp(changed.app),
    seen: (now: AppState | undefined) => progressOf(way, leftOf(changed, now))
  }
  const end = await perform(deed, tools.clock, lookMs({ before, wanted: { ...before, ...change }, change }))
  return told(tools.log, way, { end, left: leftOf(changed, end.state) })
}

/** Where the other things are back, the call has done what it does, and variables that are still there stay. */
function progressOf(way: WayBack, left: WayBack | undefined): 'done' | 'otherwise' | undefined {
  if (left === undefined || left.due === '') return 'done'
  return left.removesOnly && !way.removesOnly ? 'otherwise' : undefined
}

/** Undefined where the app is gone, or was not read. */
function leftOf(changed: LiveChange, now: AppState | undefined): WayBack | undefined {
  return now && wayBack(changed, now.settings)
}

type Ending = { readonly end: DeedEnd<AppState | undefined>; readonly left: WayBack | undefined }

function told(log: Log, way: WayBack, { end, left }: Ending): PutBackEnd {
  const due = left?.due || way.due
  switch (end.kind) {
    case 'seen':
      tellBack(log, way.due)
      return 'all'
    case 'otherwise':
      tellBack(log, left ? doneBetween(way, left) : way.due)
      tellKept(log, due)
      return 'but-variables'
    case 'refused':
      log.warning(`The settings that this run changed were not put back (${due}): ${end.error.message}`)
      return 'not'
    case 'unseen':
      if (end.error) {
        log.warning(
          `It is not known whether the settings that this run changed were put back (${due}): ${end.error.message}`
        )
      } else tellKept(log, due)
      return 'not'
  }
}

function tellBack(log: Log, names: string): void {
  log.notice(`The settings that this run changed were put back: ${names}.`)
}

function tellKept(log: Log, names: string): void {
  log.warning(`The platform took the call, and did not take back what this run changed: ${names}.`)
}
