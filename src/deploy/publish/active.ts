import { DeployError } from '../../model/errors.ts'
import type { Outcome } from '../../model/outcome.ts'
import { type AppState, contradicts, type Fingerprint, type Version } from '../../model/platform-state.ts'
import { appId, type Run } from '../../model/run.ts'
import { concurrency, shownDraft, WAIT_FOR_EACH_OTHER } from '../draft/draft.ts'
import type { Publication } from './publish.ts'

/** How long the platform may take to report the published version as active. */
const ACTIVE_MS = 60_000

/** Waits until the app's active version is the published one, or a newer one. */
export async function untilActive({ app, platform, tools }: Run, published: Publication): Promise<AppState> {
  const deadline = tools.clock.now() + ACTIVE_MS
  for (let wait = 250; ; wait = Math.min(wait * 2, 5000)) {
    const state = await platform.readApp(app)
    if (state && state.activeVersion >= published.version) return state
    if (tools.clock.now() + wait > deadline) {
      throw new DeployError(
        'verify_failed',
        `Version ${published.version} of ${appId(app)} was published, but version ${state?.activeVersion ?? 0} is active.`,
        { hint: 'Look at the app’s versions: the platform may have refused to start the new one.' }
      )
    }
    await tools.clock.sleep(wait)
  }
}

/**
 * Throws where the published version holds other code than the draft that was tested: its hash says so, or, where there
 * is none, a draft that was saved after ours and not after the version was made. Post then leaves it alone: to roll
 * back would undo what another run has tested, and may already report as its own.
 */
export async function checkPublishedCode({ app, platform, tools }: Run, published: Publication, draft: Fingerprint) {
  const [versions, now] = await Promise.all([platform.readVersions(app), platform.readDraft(app)])
  const version = versions.find((each) => each.number === published.version)
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

/** All three times are the platform's own. */
function isBetween(ours: Fingerprint, other: Fingerprint, version: Version): boolean {
  return other.createdAtMs > ours.createdAtMs && other.createdAtMs <= version.createdAtMs
}

export function outcomeOf(published: Publication, state: AppState, log: Run['tools']['log']): Outcome {
  if (state.activeVersion > published.version) {
    log.warning(
      `Version ${state.activeVersion}, published by another run, is active instead of version ${published.version}.`
    )
    return { status: 'published', reason: 'superseded' }
  }
  return { status: 'published', reason: published.recovered ? 'recovered' : 'ok' }
}
