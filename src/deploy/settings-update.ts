import type { AppState } from './ports.ts'
import { appId, type Run } from './run.ts'
import { checkReadBack, desired, difference, named } from './settings.ts'
import { PhaseError } from './errors.ts'

/**
 * Brings the app's settings to what the plan says, leaves all others as they were read, and reads them back.
 * Returns the app as it is then.
 */
export async function changeSettings(
  { app, plan, platform, tools }: Pick<Run, 'app' | 'plan' | 'platform' | 'tools'>,
  read: AppState
): Promise<AppState> {
  const wanted = desired(read.settings, plan.settings, plan.envUpdateStrategy)
  const change = difference(read.settings, wanted)
  if (Object.keys(change).length === 0) return read
  await platform.updateSettings(app, read.settings, change)
  const got = await platform.readApp(app)
  if (!got) throw new PhaseError('settings_failed', `The app ${appId(app)} is gone after its settings were changed.`)
  checkReadBack(wanted, got.settings)
  tools.log.info(`Changed ${named(change, read.settings)}.`)
  if (got.settings.allowUnauthenticated && !read.settings.allowUnauthenticated) {
    tools.log.notice(`${appId(app)} can now be called by anyone, without a token.`)
  }
  return got
}

/** Applies what is left to change, as a step of its own, and tells how to undo it. */
export async function applySettings(run: Run, read: AppState): Promise<() => Promise<void>> {
  const { app, plan, platform, tools, step } = run
  const wanted = desired(read.settings, plan.settings, plan.envUpdateStrategy)
  if (Object.keys(difference(read.settings, wanted)).length === 0) return async () => undefined
  await step(
    'Apply settings',
    () => changeSettings(run, read),
    () => 'Settings applied and read back'
  )
  return async () => {
    await platform.updateSettings(app, wanted, difference(wanted, read.settings))
    tools.log.info('The settings that this run changed were put back.')
  }
}

