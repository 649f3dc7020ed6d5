import { DeployError, ExpectedError } from '../../model/errors.ts'
import type { Outcome } from '../../model/outcome.ts'
import { mayRollBack, type PublishingPlan } from '../../model/plan.ts'
import { type AppState, contradicts, type Draft, type Fingerprint, type Version } from '../../model/platform-state.ts'
import { appId, type Run } from '../../model/ports/run.ts'
import { all } from '../all.ts'
import { concurrency, fingerprint, shownDraft, WAIT_FOR_EACH_OTHER } from '../draft/draft.ts'
import { poll } from '../poll.ts'
import type { Publication } from './attempt.ts'
import { readable } from './find-version.ts'
import { readLive } from './read-live.ts'

/** How long the platform may take to report the published version as active. */
const ACTIVE_MS = 60_000
const PAUSES = { first: 250, most: 5_000 }

type CheckedVersion = { readonly published: Publication; readonly draft: Draft }

/** Green means that the app’s active version was read, and is the published one, or a newer one. */
export function checkActive(run: Run, { published, draft }: CheckedVersion): Promise<AppState> {
  return readLive(run, async () => {
    const [, state] = await all([checkPublishedCode(run, published, fingerprint(draft)), untilActive(run, published)])
    return state
  })
}

async function untilActive({ app, platform, tools }: Run, published: Publication): Promise<AppState> {
  let activeVersion = 0
  let early = published.early?.state
  const look = async () => {
    const state = await (early ?? platform.readApp(app))
    early = undefined
    activeVersion = state?.activeVersion ?? 0
    return activeVersion >= published.version ? state : undefined
  }
  const state = await poll(look, { clock: tools.clock, pauses: PAUSES, ms: ACTIVE_MS })
  if (state) return state
  throw new DeployError(
    'verify_failed',
    `Version ${published.version} of ${appId(app)} was published, but version ${activeVersion} is active.`,
    { hint: 'Look at the app’s versions: the platform may have refused to start the new one.' }
  )
}

/**
 * Throws where the published version holds other code than the draft that was tested: its hash says so, or, where there
 * is none, a draft that was saved after ours and not after the version was made. Post then leaves it alone: to roll
 * back would undo what another run has tested, and may already report as its own.
 */
async function checkPublishedCode({ app, platform, tools }: Run, published: Publication, draft: Fingerprint) {
  const { early } = published
  const [version, now] = await all([versionOf({ app, platform }, published), early?.draft ?? platform.readDraft(app)])
  if (!version) return
  const isReplaced = version.codeHash === '' && now !== undefined && isBetween(draft, now, version)
  if (!isReplaced && !contradicts(version, draft)) return
  tools.ledger.close()
  // Without a hash, only the times speak: a publish that takes long may have begun before the other draft was saved.
  const holds = isReplaced ? `may hold other code (${shownDraft(now)})` : `holds other code (${version.codeHash})`
  throw new DeployError(
    'draft_conflict',
    `Version ${published.version} of ${appId(app)} ${holds} than ` +
      `this run’s draft (${shownDraft(draft)}): another run replaced the draft in the moment of publishing.`,
    { hint: `It is active now, and is left so. Deploy again. ${WAIT_FOR_EACH_OTHER}`, snippet: concurrency(app) }
  )
}

/** The version as it is listed. It may have come late, and a list that could not be read then may be readable now. */
async function versionOf({ app, platform }: Pick<Run, 'app' | 'platform'>, { version, early }: Publication) {
  const is = (each: Version) => each.number === version
  const first = early && (await readable(early.versions))
  const found = first instanceof ExpectedError ? undefined : first?.find(is)
  return found ?? (await platform.readVersions(app)).find(is)
}

/** All three times are the platform's own. */
function isBetween(ours: Fingerprint, other: Fingerprint, version: Version): boolean {
  return other.createdAtMs > ours.createdAtMs && other.createdAtMs <= version.createdAtMs
}

/** How the run ended. A newer version of another run is no failure, and is said. */
export function outcomeOf(
  { plan, tools }: Run<PublishingPlan>,
  published: Publication,
  { activeVersion }: AppState
): Outcome {
  if (!mayRollBack(plan.rollback)) tools.ledger.close()
  if (activeVersion > published.version) {
    tools.log.warning(
      `Version ${activeVersion}, published by another run, is active instead of version ${published.version}.`
    )
    return { status: 'published', reason: 'superseded' }
  }
  return { status: 'published', reason: published.origin === 'answered' ? 'ok' : 'recovered' }
}
