import { DeployError } from '../../model/errors.ts'
import type { AppState } from '../../model/platform-state.ts'
import { appId, type Run } from '../../model/ports/run.ts'

/** Reads what is live now, in a step of its own. */
export function readLive(run: Run): Promise<AppState> {
  return run.step('Check active version', () => reported(run), liveLine)
}

async function reported({ app, platform, tools }: Run): Promise<AppState> {
  const state = await platform.readApp(app)
  if (!state) throw new DeployError('app_missing', `The app ${appId(app)} is gone.`)
  const { activeVersion, publicUrls } = state
  tools.report({ activeVersion, publicUrls })
  return state
}

function liveLine({ activeVersion }: AppState): string {
  return `Version ${activeVersion} is active`
}
