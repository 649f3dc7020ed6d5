import { DeployError } from '../../model/errors.ts'
import { type AppState, type Draft, highest, type Version } from '../../model/platform-state.ts'
import type { Tools } from '../../model/ports/ports.ts'
import { appId, type Run } from '../../model/ports/run.ts'
import { all } from '../all.ts'

/** An app as it was read, with its draft and its versions. */
export type FoundApp = {
  readonly state: AppState
  readonly draft: Draft | undefined
  readonly versions: readonly Version[]
  /** The highest version number; 0 is none. */
  readonly highestVersion: number
  /** The active version, as far as the platform lists it. */
  readonly active: Version | undefined
}

type ReadingTools = Pick<Tools, 'report'>

/** Reads the app in a step of its own. Undefined where there is none. */
export function findApp(run: Run<unknown, ReadingTools>): Promise<FoundApp | undefined> {
  return findChecked(run, (found) => found)
}

/** The same. Throws `app_missing` where there is none. */
export function existingApp(run: Run): Promise<FoundApp> {
  return findChecked(run, (found) => found ?? missing(run))
}

/** The same. `check` gives what was found, or refuses it: then the step fails. */
export function findChecked<F extends FoundApp | undefined>(
  run: Run<unknown, ReadingTools>,
  check: (found: FoundApp | undefined) => F
): Promise<F> {
  return run.step(
    'Read app',
    async () => check(await readApp(run)),
    (found) => foundLine(run, found)
  )
}

function missing({ app }: Run): never {
  throw new DeployError('app_missing', `The app ${appId(app)} does not exist.`, {
    hint: 'Check `app`, and the organization in it: without one, the token’s own is used.'
  })
}

async function readApp({ app, platform, tools }: Run<unknown, ReadingTools>): Promise<FoundApp | undefined> {
  const [state, draft, versions] = await all([
    platform.readApp(app),
    platform.readDraft(app),
    platform.readVersions(app)
  ])
  if (!state) return undefined
  tools.report({ appId: state.id, publicUrls: state.publicUrls, ...previous(state.activeVersion) })
  const active = versions.find(({ number }) => number === state.activeVersion)
  return { state, draft, versions, highestVersion: highest(versions), active }
}

function previous(activeVersion: number): { readonly previousVersion?: number; readonly activeVersion?: number } {
  return activeVersion > 0 ? { previousVersion: activeVersion, activeVersion } : {}
}

function foundLine({ app }: Pick<Run, 'app'>, found: FoundApp | undefined): string {
  if (!found) return `${appId(app)} does not exist yet`
  const { activeVersion } = found.state
  return activeVersion > 0
    ? `Version ${activeVersion} of ${appId(app)} is active`
    : `${appId(app)} has no published version yet`
}
