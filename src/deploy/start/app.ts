import { clause, DeployError, type ExpectedError, PlatformError, Stopped } from '../../model/errors.ts'
import type { SavingPlan } from '../../model/plan.ts'
import type { AppState, Draft, Version } from '../../model/platform-state.ts'
import { appId, type Run } from '../../model/ports/run.ts'
import { perform } from '../deed.ts'
import { fingerprint, shownDraft } from '../draft/draft.ts'
import { SettingsUpdate } from '../settings/change-settings.ts'
import { named } from '../settings/compare-settings.ts'
import { tellExposure } from '../settings/exposure.ts'
import { isMadeBy, isPullRequest, makerIn, withMark } from '../settings/maker-mark.ts'
import { type FoundApp, findChecked } from './find-app.ts'
import { tellUnset } from './listed-variables.ts'
import { requireChanges } from './require-changes.ts'

export type PreparedApp = {
  readonly state: AppState
  readonly isNew: boolean
  /** The highest version number before this run; 0 is none. */
  readonly highestVersion: number
  /** The version that was active before this run, as far as the platform lists it. */
  readonly active: Version | undefined
}

/** Reads the app, or makes it with its settings where it is missing: nothing of a new app is live yet. */
export async function prepareApp(run: Run<SavingPlan>): Promise<PreparedApp> {
  const app = (await findReplaced(run)) ?? (await createApp(run))
  tellUnset(run, app.state.settings)
  return app
}

/** The app whose draft is to be replaced. Undefined where there is none, and one may be made. */
export async function findReplaced(run: Run<SavingPlan>): Promise<PreparedApp | undefined> {
  const found = await findChecked(run, (each) => (each ? checkFound(run, each) : checkMayCreate(run)))
  return found && { ...found, isNew: false }
}

function checkMayCreate({ app, plan }: Run<SavingPlan>): undefined {
  if (plan.createApp) return undefined
  throw new DeployError('app_missing', `The app ${appId(app)} does not exist, and create-app is false.`, {
    hint: 'Check `app`, or set `create-app: true`.'
  })
}

function checkFound(run: Run<SavingPlan>, found: FoundApp): FoundApp {
  checkOwn(run, found)
  requireChanges(run, found.state.settings)
  tellReplaced(run, found)
  return found
}

/** What a pull request deploys must be its own, or it would be removed with it. */
function checkOwn({ app, plan }: Run<SavingPlan>, { state }: FoundApp): void {
  const { description } = state.settings
  if (!isPullRequest(plan.madeBy) || isMadeBy(description, plan.madeBy)) return
  const maker = makerIn(description) ?? 'nobody that its description names'
  throw new DeployError('bad_input', `${appId(app)} is not the preview of ${plan.madeBy}: it was made by ${maker}.`, {
    hint: 'Write another `preview-name`, or delete that app.'
  })
}

function tellReplaced({ plan, tools }: Run<SavingPlan>, { draft, versions }: FoundApp): void {
  if (!draft || isPublished(draft, versions)) return
  const fate = plan.isDryRun ? 'A deploy replaces it.' : 'It is replaced.'
  tools.log.warning(`The app holds a draft that was never published (${shownDraft(fingerprint(draft))}). ${fate}`)
}

function createApp(run: Run<SavingPlan>): Promise<PreparedApp> {
  return run.step(
    'Create app',
    () => create(run),
    (made) => createdLine(run, made)
  )
}

function createdLine({ app, plan }: Run<SavingPlan>, { isNew }: PreparedApp): string {
  if (!isNew) return `${appId(app)} is there`
  const settings = named(plan.settings, { env: undefined })
  return `Created ${appId(app)}${settings === '' ? '' : ` with ${settings}`}`
}

/** An app that another run made at the same time is used like one that was there. */
async function create(run: Run<SavingPlan>): Promise<PreparedApp> {
  const { app, plan, platform, tools } = run
  const description = withMark(plan.settings.description, plan.madeBy)
  const settings = { ...plan.settings, ...(description !== undefined && { description }) }
  let answer: unknown = 'made'
  const send = async () => {
    try {
      await platform.createApp(app, settings)
      answer = 'made'
    } catch (error) {
      answer = error
      throw error
    }
  }
  const seen = (state: AppState | undefined) => (state ? ('done' as const) : undefined)
  const end = await perform({ send, look: () => platform.readApp(app), seen }, tools.clock)
  if (end.kind === 'refused' || (end.kind === 'unseen' && end.error instanceof Stopped)) throw end.error
  if (!end.state) throw notFound(run, answer === 'made', end.kind === 'unseen' ? end.error : undefined)
  const { state } = end
  tools.report({ appId: state.id })
  tellExposure(run, { before: undefined, now: state.settings })
  if (answer !== 'made') {
    tools.log.notice(`${howMade(answer)}: ${appId(app)} is there now, and is used.`)
    return { state, isNew: false, highestVersion: 0, active: undefined }
  }
  await new SettingsUpdate(run, state, false).make(state)
  return { state, isNew: true, highestVersion: 0, active: undefined }
}

function howMade(answer: unknown): string {
  if (!(answer instanceof PlatformError) || answer.ambiguous) return 'The answer to creating the app was lost'
  const { code } = answer
  return code === 'ALREADY_EXISTS'
    ? 'Another run made the app at the same time'
    : `Creating the app was answered with ${code}`
}

/** `cause` is the lost answer to creating it, else what reading it ended with. */
function notFound({ app }: Run, isMade: boolean, cause: ExpectedError | undefined): DeployError {
  const said = cause && clause(cause)
  const again = 'Run the job again; if this repeats, ask the platform’s support.'
  if (isMade && cause) {
    return new DeployError(cause.reason, `The app ${appId(app)} was created, and cannot be read: ${said}.`, {
      cause,
      hint: cause.hint ?? again
    })
  }
  const what = cause ? `may have been created (${said})` : 'was created'
  return new DeployError('app_missing', `The app ${appId(app)} ${what}, but the platform does not show it.`, {
    cause,
    hint: again
  })
}

/** A draft that stays in its slot after publishing is nobody’s unfinished work. */
function isPublished(draft: Draft, versions: readonly Version[]): boolean {
  return versions.some((version) =>
    draft.codeHash ? version.codeHash === draft.codeHash : version.createdAtMs >= draft.createdAtMs
  )
}
