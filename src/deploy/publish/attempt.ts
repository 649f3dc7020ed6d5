import { clause, ExpectedError, Stopped } from '../../model/errors.ts'
import type { PublishedRun, PublishingRun } from '../../model/open-run.ts'
import type { Run } from '../../model/ports/run.ts'
import { LOOK_MS } from '../deed.ts'
import { hasFailed } from '../draft/compile.ts'
import { checkUnchanged, fingerprint, sameFingerprint, shownDraft } from '../draft/draft.ts'
import { poll } from '../poll.ts'
import type { EarlyReads } from './early-reads.ts'
import {
  findPublished,
  ownIn,
  PAUSES,
  publishedRun,
  readable,
  unknown,
  unreadable,
  type VersionLook
} from './find-version.ts'
import { firstLookMs, hasBrokenDown, type PublishEnd, sendPublish } from './publish-call.ts'

export type Publication = {
  readonly version: number
  /**
   * `found`: the answer was lost, `unnamed`: it named no version or was an error; the version was found by reading. `adopted`:
   * another run published our draft.
   */
  readonly origin: 'answered' | 'found' | 'unnamed' | 'adopted'
  /** Where it was answered. */
  readonly early?: EarlyReads
}

type Attempt = {
  /** Begins once the answer is there. */
  readonly readEarly: () => EarlyReads
  /** How long a version is looked for whose answer was lost, in milliseconds. */
  readonly settleMs: number
  /** How the call before this one ended. */
  readonly earlier?: 'lost' | 'token-refused'
}

/**
 * Sends the publish, and reads the versions before it says what came of it. After a lost answer it is sent once more,
 * where the versions show that it never took effect and the draft is unchanged.
 */
export async function publishAndSettle(run: Run, open: PublishingRun, attempt: Attempt): Promise<Publication> {
  const { readEarly, settleMs, earlier } = attempt
  const { platform, tools } = run
  const end = await sendPublish(run, open)
  if (end.kind === 'published') return await answered(run, open, { version: end.version, readEarly })
  const seen = await lookFor(run, open, { end, settleMs })
  if (seen.kind === 'own') {
    if (end.kind === 'refused') tools.log.warning(`${clause(end.error)}. The version was published all the same.`)
    return conclude(run, open, seen.published, end.kind === 'lost' ? 'found' : 'unnamed')
  }
  switch (end.kind) {
    case 'taken':
      ownIn(seen, open)
      throw unknown(
        open,
        'none appeared: it is not known whether one will',
        'The platform took the publish and named no version'
      )
    case 'lost':
      ownIn(seen, open)
      if (earlier === 'lost') throw unknown(open, 'no version appeared after a second try either')
      await checkDraftStays(run, open)
      return await publishAndSettle(run, open, { ...attempt, earlier: 'lost' })
    default:
      if (earlier === 'lost') throw unknown(open, `the second try was refused: ${clause(end.error)}`)
      if (seen.kind === 'unreadable' && end.kind === 'token-refused') throw end.error
      if (seen.kind === 'unreadable') throw unreadable(open, seen.error, clause(end.error))
      if (seen.kind === 'foreign' && firstLookMs(end, settleMs) > 0) ownIn(seen, open)
      await nothingPublished(run, open)
      if (end.kind === 'refused' || earlier === 'token-refused') throw end.error
      checkUnchanged(open.app, open.fingerprint, await platform.readDraft(open.app))
      return await publishAndSettle(run, open, { ...attempt, earlier: 'token-refused' })
  }
}

/** What the versions show of a call. After a breakdown for a minute, unless the draft says that it could not be made. */
async function lookFor(
  run: Run,
  open: PublishingRun,
  { end, settleMs }: { readonly end: PublishEnd; readonly settleMs: number }
): Promise<VersionLook> {
  const { platform, tools } = run
  const ms = firstLookMs(end, settleMs)
  const seen = await findPublished(open, { platform, clock: tools.clock, ms })
  const isTold = seen.kind === 'own' || seen.kind === 'unreadable'
  if (isTold || !hasBrokenDown(end) || (await isUnmade(run))) return seen
  tools.log.info('The platform failed inside, and the version may come all the same: reading the versions.')
  return await findPublished(open, { platform, clock: tools.clock, ms: Math.min(settleMs, LOOK_MS) - ms })
}

async function isUnmade({ app, platform }: Run): Promise<boolean> {
  const draft = await readable(platform.readDraft(app))
  return draft !== undefined && !(draft instanceof ExpectedError) && hasFailed(draft)
}

/** Only where the draft is as it was may the call be sent again. Throws `publish_unknown`. */
async function checkDraftStays({ platform, tools }: Run, open: PublishingRun): Promise<void> {
  const draft = await readable(platform.readDraft(open.app))
  if (draft instanceof ExpectedError) throw unknown(open, `the draft cannot be read: ${clause(draft)}`)
  if (!draft) throw unknown(open, 'the draft slot is empty, as publishing leaves it, while no version appeared')
  const now = fingerprint(draft)
  if (!sameFingerprint(open.fingerprint, now)) {
    throw unknown(open, `no version appeared; the slot holds another draft now (${shownDraft(now)})`)
  }
  tools.log.info('No version was published and the draft is unchanged: publishing again.')
}

/** The versions show that it never took effect: only settings may be changed, and they are in the ledger. */
async function nothingPublished({ platform, tools }: Run, open: PublishingRun): Promise<void> {
  tools.ledger.write({ ...open, phase: 'changed' })
  tools.report({ changed: (open.envChanged ?? []).length > 0 || Object.keys(open.settingsBefore ?? {}).length > 0 })
  const state = await readable(platform.readApp(open.app))
  if (state && !(state instanceof ExpectedError)) tools.report({ activeVersion: state.activeVersion || 'none' })
}

type Answer = Pick<Attempt, 'readEarly'> & { readonly version: number }

/**
 * A run that is told to stop when it has the answer has published all the same. What was active right before is then left
 * to post, which finds the ledger open.
 */
async function answered(run: Run, open: PublishingRun, { version, readEarly }: Answer): Promise<Publication> {
  run.tools.report({ publishedVersion: version, changed: true, previousVersion: 'unknown' })
  const early = readEarly()
  try {
    return { ...conclude(run, open, await namedVersion(run, open, { version, early }), 'answered'), early }
  } catch (error) {
    if (error instanceof Stopped) return { version, origin: 'answered' }
    throw error
  }
}

type NamedVersion = { readonly version: number; readonly early: EarlyReads }

/** The version of an answer, as the versions show it: what was active right before is told by them alone. */
async function namedVersion(
  { platform, tools }: Run,
  open: PublishingRun,
  { version, early }: NamedVersion
): Promise<PublishedRun> {
  let reading: EarlyReads['versions'] | undefined = early.versions
  const look = async () => {
    const versions = await readable(reading ?? platform.readVersions(open.app))
    reading = undefined
    if (versions instanceof ExpectedError) return undefined
    return versions.some((each) => each.number === version) ? versions : undefined
  }
  const versions = await poll(look, { clock: tools.clock, pauses: PAUSES, ms: LOOK_MS })
  if (!versions) {
    tools.log.warning(
      `The platform published version ${version}, and does not list it: its code could not be compared.`
    )
  }
  return publishedRun(open, version, versions ?? [])
}

function conclude(
  { tools }: Run,
  open: PublishingRun,
  published: PublishedRun,
  origin: Publication['origin']
): Publication {
  const { publishedVersion: version, previousVersion } = published
  tools.ledger.write(published)
  if (previousVersion !== open.previousVersion) {
    tools.log.notice(
      `Version ${previousVersion}, published by another run meanwhile, was active right before version ${version}.`
    )
  }
  tools.report({ publishedVersion: version, changed: true, previousVersion: previousVersion || undefined })
  return { version, origin }
}
