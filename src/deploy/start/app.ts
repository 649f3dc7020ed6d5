import { DeployError } from '../../model/errors.ts'
import { type AppState, type Draft, highest, type Version } from '../../model/platform-state.ts'
import { appId, type Run } from '../../model/run.ts'
import { fingerprint, shownDraft } from '../draft/draft.ts'
import { SettingsUpdate } from '../settings/settings-update.ts'

export type PreparedApp = {
  readonly state: AppState
  readonly created: boolean
  /** The highest version number before this run; 0 is none. */
  readonly highestVersion: number
}

/** Reads the app, or makes it with its settings where it is missing: nothing of a new app is live yet. */
export async function prepareApp(run: Run): Promise<PreparedApp> {
  const { app, platform, tools } = run
  const [state, draft, versions] = await Promise.all([
    platform.readApp(app),
    platform.readDraft(app),
    platform.readVersions(app)
  ])
  if (!state) return { state: await create(run), created: true, highestVersion: 0 }
  tools.report({ appId: state.id, ...previous(state.activeVersion) })
  if (draft && !isPublished(draft, versions)) {
    tools.log.warning(
      `The app holds a draft that was never published (${shownDraft(fingerprint(draft))}). It is replaced.`
    )
  }
  return { state, created: false, highestVersion: highest(versions) }
}

async function create(run: Run): Promise<AppState> {
  const { app, plan, platform, tools } = run
  if (!plan.createApp) {
    throw new DeployError('app_missing', `The app ${appId(app)} does not exist, and create-app is false.`, {
      hint: 'Check `app`, or set `create-app: true`.'
    })
  }
  await platform.createApp(app, plan.settings)
  tools.log.notice(`Created the app ${appId(app)}.`)
  const made = await readMade(app, platform)
  tools.report({ appId: made.id })
  return await new SettingsUpdate(run, made, false).apply()
}

async function readMade(app: Run['app'], platform: Run['platform']): Promise<AppState> {
  const made = await platform.readApp(app)
  if (made) return made
  throw new DeployError('app_missing', `The app ${appId(app)} was created, but the platform does not find it.`, {
    hint: 'Run the job again; if this repeats, ask the platform’s support.'
  })
}

function previous(activeVersion: number): { readonly previousVersion?: number; readonly activeVersion?: number } {
  return activeVersion > 0 ? { previousVersion: activeVersion, activeVersion } : {}
}

/** A draft that stays in its slot after publishing is nobody’s unfinished work. */
function isPublished(draft: Draft, versions: readonly Version[]): boolean {
  return versions.some((version) =>
    draft.codeHash ? version.codeHash === draft.codeHash : version.createdAtMs >= draft.createdAtMs
  )
}
