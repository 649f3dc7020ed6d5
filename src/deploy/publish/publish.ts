import { DeployError, Stopped } from '../../model/errors.ts'
import type { ChangedRun, PublishingRun } from '../../model/open-run.ts'
import { mainUrl } from '../../model/outcome.ts'
import { mayRollBack, type PublishingPlan } from '../../model/plan.ts'
import { type Fingerprint, highest, type Version } from '../../model/platform-state.ts'
import { appId, type Run } from '../../model/ports/run.ts'
import { all } from '../all.ts'
import { checkUnchanged } from '../draft/draft.ts'
import { type Publication, publishAndSettle } from './attempt.ts'
import { readEarly } from './early-reads.ts'

/** The draft that was saved and tested. */
type SavedDraft = {
  readonly fingerprint: Fingerprint
  /** How long a publish whose answer was lost is looked for: where publishing builds, all that is left of the run. */
  readonly settleMs: number
  /** True where publishing compiles or builds. */
  readonly builds: boolean
  /** The highest version number when the run began. */
  readonly highestAtStart: number
}

/** Publishes the draft exactly once, and only the draft that was saved and tested. */
export async function publishOnce(
  run: Run<PublishingPlan>,
  before: ChangedRun,
  saved: SavedDraft
): Promise<Publication> {
  const { app, platform, tools } = run
  const [versions, draft, state] = await all([
    platform.readVersions(app),
    platform.readDraft(app),
    platform.readApp(app)
  ])
  const adopted = publishedByAnother(versions, saved)
  if (adopted !== undefined) return adopt(run, adopted)
  checkUnchanged(app, saved.fingerprint, draft)
  if (!state) throw new DeployError('app_missing', `The app ${appId(app)} is gone. Nothing was published.`)
  const open: PublishingRun = {
    ...before,
    phase: 'publishing',
    previousVersion: state.activeVersion,
    highestVersion: highest(versions),
    fingerprint: saved.fingerprint,
    url: mainUrl(state.publicUrls),
    ...(saved.builds && { builds: true })
  }
  try {
    return await publishAndSettle(run, open, { readEarly: () => readEarly(run, state), settleMs: saved.settleMs })
  } catch (error) {
    throw error instanceof Stopped && tools.ledger.open?.phase === 'publishing' ? unanswered(error, open) : error
  }
}

/** A version that is newer than the run and holds our draft. Only a hash can tell. */
function publishedByAnother(
  versions: readonly Version[],
  { fingerprint, highestAtStart }: SavedDraft
): number | undefined {
  const hash = fingerprint.codeHash
  return versions.find((each) => hash !== '' && each.number > highestAtStart && each.codeHash === hash)?.number
}

/** Only what this run itself published is rolled back. */
function adopt({ plan, tools }: Run<PublishingPlan>, version: number): Publication {
  const fate = mayRollBack(plan.rollback) ? ', and not rolled back if the job fails' : ''
  tools.log.notice(`Another run published this run’s draft as version ${version}: that version is adopted${fate}.`)
  tools.ledger.close()
  tools.report({ publishedVersion: version, changed: true, activeVersion: 'unknown' })
  return { version, origin: 'adopted' }
}

/** The run was told to stop while its publish was on its way. */
function unanswered(stopped: Stopped, { app, highestVersion }: PublishingRun): Stopped {
  return new Stopped(
    stopped.reason,
    `${stopped.message} The publish of ${appId(app)} was sent and not answered: version ${highestVersion + 1} may be live.`,
    { hint: ['The post step reads the versions and says what came of it.', stopped.hint].filter(Boolean).join(' ') }
  )
}
