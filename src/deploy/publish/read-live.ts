import { DeployError } from '../../model/errors.ts'
import type { AppState } from '../../model/platform-state.ts'
import { appId, type Run } from '../../model/ports/run.ts'

/** Tells what is live now, in a step of its own: as it is read, or as `read` finds it. */
export function readLive(run: Run, read = () => current(run)): Promise<AppState> {
  const check = async (): Promise<AppState> => {
    const state = await read()
    const { activeVersion, publicUrls } = state
    run.tools.report({ activeVersion, publicUrls })
    return state
  }
  return run.step('Check active version', check, ({ activeVersion }) => `Version ${activeVersion} is active`)
}

async function current({ app, platform }: Run): Promise<AppState> {
  const state = await platform.readApp(app)
  if (state) return state
  throw new DeployError('app_missing', `The app ${appId(app)} is gone.`)
}
