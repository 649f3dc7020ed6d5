import { checkUnchanged, shown } from './draft.ts'
import { PhaseError, PlatformError } from './errors.ts'
import type { Changed, Clock, Fingerprint, Platform, Publishing, Tools, Version } from './ports.ts'
import type { Run } from './run.ts'

/** How long a publish whose answer was lost is looked for among the versions. */
const SETTLE_MS = 60_000

export type Publication = {
  readonly version: number
  /** True when the answer was lost and the version was found by reading. */
  readonly recovered: boolean
}

/**
 * Publishes the draft exactly once (DESIGN section 5.1). An answer that is lost is settled by reading the versions; the
 * call is sent a second time only when the versions show that the first never took effect and the draft is unchanged.
 */
export async function publishOnce(run: Run, before: Changed, fingerprint: Fingerprint): Promise<Publication> {
  const { app, platform, tools } = run
  const [versions, draft] = await Promise.all([platform.readVersions(app), platform.readDraft(app)])
  checkUnchanged(fingerprint, draft)
  const open: Publishing = { ...before, phase: 'publishing', highestVersion: highest(versions), fingerprint }
  const publication = (await attempt(open, platform, tools)) ?? (await attemptAgain(open, platform, tools))
  tools.ledger.write({ ...open, phase: 'published', publishedVersion: publication.version })
  return publication
}

/** One call. Undefined is: it never took effect. */
async function attempt(open: Publishing, platform: Platform, tools: Tools): Promise<Publication | undefined> {
  tools.stop.throwIfAborted()
  tools.ledger.write(open)
  try {
    const version = await platform.publishDraft(open.app)
    if (version !== undefined) return { version, recovered: false }
  } catch (error) {
    if (!(error instanceof PlatformError && error.ambiguous)) {
      tools.ledger.write({ ...open, phase: 'changed' })
      throw error
    }
    tools.log.warning(`${error.message}. It is not known whether the version was published: reading the versions.`)
  }
  return await settle(open, platform, tools)
}

async function attemptAgain(open: Publishing, platform: Platform, tools: Tools): Promise<Publication> {
  checkUnchanged(open.fingerprint, await platform.readDraft(open.app))
  tools.log.info('No version was published and the draft is unchanged: publishing again.')
  const publication = await attempt(open, platform, tools)
  if (publication) return publication
  throw unknown(open, 'no version appeared after a second try either')
}

async function settle(open: Publishing, platform: Platform, { clock }: Tools): Promise<Publication | undefined> {
  const version = await findVersion(open, platform, clock)
  return version === undefined ? undefined : { version, recovered: true }
}

/** Reads the versions until ours is among them, or the settle time is over. Throws where they cannot be read. */
export async function findVersion(open: Publishing, platform: Platform, clock: Clock): Promise<number | undefined> {
  const deadline = clock.now() + SETTLE_MS
  for (let wait = 1000; ; wait = Math.min(wait * 2, 8000)) {
    const versions = await readable(platform.readVersions(open.app))
    const found = versions && ownVersion(open, versions)
    if (found !== undefined) return found
    if (clock.now() + wait > deadline) {
      if (versions) return undefined
      throw unknown(open, 'the versions cannot be read')
    }
    await clock.sleep(wait)
  }
}

/** Undefined where the platform does not answer: while a publish is being settled that is no reason to give up. */
async function readable<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof PlatformError && error.ambiguous) return undefined
    throw error
  }
}

function unknown(open: Publishing, why: string): PhaseError {
  return new PhaseError('publish_unknown', `The answer to publishing ${open.app.name} was lost, and ${why}.`, {
    hint: `Look at the app’s versions before you deploy again: version ${open.highestVersion + 1} would be this run’s.`
  })
}

/** The version among the new ones that holds our draft; throws when the new ones hold only other code. */
export function ownVersion(open: Publishing, versions: readonly Version[]): number | undefined {
  const added = versions.filter((version) => version.number > open.highestVersion)
  const own = added.filter((version) => !contradicts(version, open.fingerprint))
  if (own.length > 0) return Math.min(...own.map((version) => version.number))
  const other = added.at(0)
  if (!other) return undefined
  throw new PhaseError(
    'publish_unknown',
    `The answer to publishing was lost, and version ${other.number}, which appeared since, holds other code ` +
      `(${other.codeHash}) than this run’s draft (${shown(open.fingerprint)}).`,
    { hint: 'Another run published meanwhile. Look at the app’s versions to see which code is active.' }
  )
}

/** A platform that gives no hash cannot contradict. */
export function contradicts(version: Version, draft: Fingerprint): boolean {
  return version.codeHash !== '' && draft.codeHash !== '' && version.codeHash !== draft.codeHash
}

export function highest(versions: readonly Version[]): number {
  return Math.max(0, ...versions.map((version) => version.number))
}
