import { DeployError, ExpectedError, PlatformError, Stopped } from '../../model/errors.ts'
import type { ChangedRun, PublishingRun } from '../../model/open-run.ts'
import { mayRollBack } from '../../model/plan.ts'
import type { Platform } from '../../model/platform-port.ts'
import { contradicts, type Fingerprint, highest, type Version } from '../../model/platform-state.ts'
import type { Clock } from '../../model/ports.ts'
import type { Run } from '../../model/run.ts'
import { checkUnchanged, concurrency, shownDraft, WAIT_FOR_EACH_OTHER } from '../draft/draft.ts'

/** How long a publish whose answer was lost is looked for among the versions. */
export const SETTLE_MS = 60_000

export type Publication = {
  readonly version: number
  /** True when the answer was lost and the version was found by reading. */
  readonly recovered: boolean
}

/** The draft that was saved and tested. */
export type SavedDraft = {
  readonly fingerprint: Fingerprint
  /** How long a publish whose answer was lost is looked for: where publishing builds, all that is left of the run. */
  readonly settleMs: number
  /** True where publishing compiles or builds. */
  readonly builds: boolean
  /** The highest version number when the run began. */
  readonly highestAtStart: number
}

/**
 * Publishes the draft exactly once. An answer that is lost is settled by reading the versions; the
 * call is sent a second time only when the versions show that the first never took effect and the draft is unchanged.
 */
export async function publishOnce(run: Run, before: ChangedRun, saved: SavedDraft): Promise<Publication> {
  const { app, platform, tools } = run
  const { fingerprint, settleMs, builds } = saved
  const [versions, draft] = await Promise.all([platform.readVersions(app), platform.readDraft(app)])
  const published = publishedByAnother(versions, saved)
  if (published !== undefined) {
    tools.log.notice(
      `Another run published this run’s draft as version ${published}: that version is adopted${notRolledBackEither(run)}.`
    )
    tools.ledger.close()
    return { version: published, recovered: true }
  }
  checkUnchanged(app, fingerprint, draft)
  const open: PublishingRun = {
    ...before,
    phase: 'publishing',
    highestVersion: highest(versions),
    fingerprint,
    ...(builds && { builds })
  }
  const publication =
    (await attempt(run, open, { settleMs, isFirst: true })) ?? (await attemptAgain(run, open, settleMs))
  tools.ledger.write({ ...open, phase: 'published', publishedVersion: publication.version })
  return publication
}

/** Only what this run itself published is rolled back. */
function notRolledBackEither({ plan }: Run): string {
  return mayRollBack(plan.rollback) ? ', and not rolled back if the job fails' : ''
}

/** A version that is newer than the run and holds our draft. Only a hash can tell. */
function publishedByAnother(
  versions: readonly Version[],
  { fingerprint, highestAtStart }: SavedDraft
): number | undefined {
  const hash = fingerprint.codeHash
  return versions.find((each) => hash !== '' && each.number > highestAtStart && each.codeHash === hash)?.number
}

type PublishTry = { readonly settleMs: number; readonly isFirst: boolean }

/** One call. Undefined is: it never took effect. */
async function attempt({ platform, tools }: Run, open: PublishingRun, { settleMs, isFirst }: PublishTry) {
  tools.stop.throwIfAborted()
  tools.ledger.write(open)
  tools.report({ changed: 'unknown' })
  try {
    const version = await platform.publishDraft(open.app, open.fingerprint)
    if (version !== undefined) return { version, recovered: false }
  } catch (error) {
    if (!(error instanceof PlatformError && (error.ambiguous || (isFirst && isUnauthenticated(error))))) {
      tools.ledger.write({ ...open, phase: 'changed' })
      throw error
    }
    tools.log.warning(`${error.message}. It is not known whether the version was published: reading the versions.`)
    if (isUnauthenticated(error)) return await adoptNow(open, platform, error)
  }
  const version = await findVersion(open, { platform, clock: tools.clock, settleMs })
  return version === undefined ? undefined : { version, recovered: true }
}

/** A token that expired on the way is refused before the call is looked at, in all likelihood; the versions tell. */
function isUnauthenticated({ code }: PlatformError): boolean {
  return code === 'UNAUTHENTICATED'
}

/**
 * Reading renews the token. A call that was refused is not on its way any more, so one look is enough; where the next
 * token is refused, too, the refusal is what there is to say.
 */
async function adoptNow(open: PublishingRun, platform: Platform, refusal: Error): Promise<Publication | undefined> {
  const versions = await readable(platform.readVersions(open.app))
  if (versions instanceof ExpectedError) throw refusal
  const version = ownVersion(open, versions)
  return version === undefined ? undefined : { version, recovered: true }
}

async function attemptAgain(run: Run, open: PublishingRun, settleMs: number): Promise<Publication> {
  checkUnchanged(open.app, open.fingerprint, await run.platform.readDraft(open.app))
  run.tools.log.info('No version was published and the draft is unchanged: publishing again.')
  const publication = await attempt(run, open, { settleMs, isFirst: false })
  if (publication) return publication
  throw unknown(open, 'no version appeared after a second try either')
}

type SettleTools = { readonly platform: Platform; readonly clock: Clock; readonly settleMs: number }

/**
 * Reads the versions until ours is among them, or the settle time is over. Throws `publish_unknown` where they cannot be
 * read, whatever the reason: that says nothing of the publish.
 */
export async function findVersion(
  open: PublishingRun,
  { platform, clock, settleMs }: SettleTools
): Promise<number | undefined> {
  const deadline = clock.now() + settleMs
  for (let wait = 1000; ; wait = Math.min(wait * 2, 8000)) {
    const versions = await readable(platform.readVersions(open.app))
    const found = versions instanceof ExpectedError ? undefined : ownVersion(open, versions)
    if (found !== undefined) return found
    const left = deadline - clock.now()
    if (left <= 0) {
      if (!(versions instanceof ExpectedError)) return undefined
      throw unknown(open, `the versions cannot be read: ${versions.message.replace(/\.$/, '')}`)
    }
    await clock.sleep(Math.min(wait, left))
  }
}

/** What the platform, or the token endpoint, said instead. */
async function readable<T>(reading: Promise<T>): Promise<T | ExpectedError> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof ExpectedError && !(error instanceof Stopped)) return error
    throw error
  }
}

function unknown(open: PublishingRun, why: string): DeployError {
  return new DeployError('publish_unknown', `The answer to publishing ${open.app.name} was lost, and ${why}.`, {
    hint: `Look at the app’s versions before you deploy again: version ${open.highestVersion + 1} would be this run’s.`
  })
}

/** The version among the new ones that holds our draft; throws when the new ones hold only other code. */
export function ownVersion(open: PublishingRun, versions: readonly Version[]): number | undefined {
  const added = versions.filter((version) => version.number > open.highestVersion)
  const own = added.filter((version) => !contradicts(version, open.fingerprint))
  if (own.length > 0) return Math.min(...own.map((version) => version.number))
  const other = added.at(0)
  if (!other) return undefined
  throw new DeployError(
    'publish_unknown',
    `The answer to publishing was lost, and version ${other.number}, which appeared since, holds other code ` +
      `(${other.codeHash}) than this run’s draft (${shownDraft(open.fingerprint)}).`,
    {
      hint: `Another run published meanwhile. Look at the app’s versions to see which code is active. ${WAIT_FOR_EACH_OTHER}`,
      snippet: concurrency(open.app)
    }
  )
}
