import { DeployError } from '../model/errors.ts'
import type { Aftermath, BuildingRun, EndedJob, JobStatus, OpenRun, PublishedRun } from '../model/open-run.ts'
import type { RollbackPolicy } from '../model/plan.ts'
import { type Build, isFinished } from '../model/platform-state.ts'
import { appId } from '../model/ports/run.ts'
import { duration } from '../model/values/words.ts'
import { LOOK_MS, perform } from './deed.ts'
import type { PostTools } from './post-tools.ts'
import { findPublished, ownIn } from './publish/find-version.ts'
import { notRolledBack, rollBack } from './publish/rollback.ts'
import { putBack } from './settings/put-back.ts'
import { activeVersion } from './switch/make-active.ts'

export type PostContext = EndedJob & PostTools

type LiveChange = Exclude<OpenRun, BuildingRun>

/** How long post looks for a version that is built when it is published: it has four minutes for all that it does. */
const BUILD_SETTLE_MS = 150_000

/** Whether post has anything to ask of the platform. A published version of a job that went well needs nothing. */
export function isSettled({ open, job, policy }: EndedJob): boolean {
  return open.phase === 'published' && !isDue(open, job, policy)
}

/** What kept post from coming as far as a rollback, told as the end of that rollback. */
export function refusedRollback(error: unknown, ended: EndedJob): DeployError | undefined {
  if (error instanceof DeployError && error.reason === 'rollback_refused') return error
  const due = dueForRollback(ended)
  return due && notRolledBack(error, due)
}

/** The version that was asked to be rolled back, and has one to go back to, as far as main left it known. */
function dueForRollback({ open, job, policy }: EndedJob): PublishedRun | undefined {
  return open.phase === 'published' && open.previousVersion > 0 && isDue(open, job, policy) ? open : undefined
}

/** What main had begun is ended, however the job ends. */
function isDue({ isGoingBack }: PublishedRun, job: JobStatus | undefined, policy: RollbackPolicy): boolean {
  return isGoingBack === true || isRollbackAsked(job, policy)
}

function isRollbackAsked(job: JobStatus | undefined, { onFailure, onCancel }: RollbackPolicy): boolean {
  return (job === 'failure' && onFailure) || (job === 'cancelled' && onCancel)
}

/**
 * Settles what main left open, and rolls back where that was asked for and is safe. Says in a sentence what came of it.
 */
export async function afterJob(context: PostContext): Promise<Aftermath> {
  const { open, job, policy } = context
  if (open.phase === 'building') return { line: await cancelOpenBuild(context, open), end: 'not-published' }
  const published = await settled(context, open)
  if (!published) {
    await putBack(context, open)
    return { line: await nothingPublished(context, open), end: 'not-published' }
  }
  if (isDue(published, job, policy)) return await rollBack(context, published)
  const line = `Version ${published.publishedVersion} of ${appId(open.app)} was published before the run ended.`
  return { line, end: 'live', url: published.url }
}

async function nothingPublished({ platform }: PostContext, open: LiveChange): Promise<string> {
  const active = await activeVersion({ platform }, open.app).then(
    (version) => activeWords(version, open),
    () => 'which version is active could not be read'
  )
  if (open.phase !== 'publishing' || !open.builds) return `Nothing was published: ${active}.`
  return (
    `No version was published within ${duration(BUILD_SETTLE_MS)} after the run: ${active}. The platform may still be ` +
    `building: look at the versions of ${appId(open.app)} before you deploy again, version ${open.highestVersion + 1} would be this run’s.`
  )
}

function activeWords(active: number, { previousVersion }: LiveChange): string {
  if (active === 0) return 'the app has no active version'
  return active === previousVersion ? `version ${active} stays active` : `version ${active} is active, by another run`
}

/** Nobody will deploy what it makes. */
async function cancelOpenBuild({ platform, clock }: PostContext, { buildId }: BuildingRun): Promise<string> {
  const deed = {
    send: () => platform.cancelBuild(buildId),
    look: () => platform.readBuild(buildId),
    seen: (build: Build) => (isFinished(build) ? ('done' as const) : undefined)
  }
  const end = await perform(deed, clock)
  const words = `The run ended while the image was being built: the build ${buildId}`
  switch (end.kind) {
    case 'seen':
    case 'otherwise':
      return `${words} is ${end.state.status.toLowerCase()}. Nothing was published.`
    case 'refused':
      return `${words} goes on, because it could not be cancelled (${end.error.message}). Nothing was published.`
    case 'unseen': {
      const why = end.error?.message ?? `it is ${end.state?.status.toLowerCase() ?? 'unreadable'} still`
      return `${words} was asked to end, and whether it did is not known (${why}). Nothing was published.`
    }
  }
}

/** The open run as it is known now: a publish whose answer main did not live to see is looked for among the versions. */
async function settled({ platform, clock, log }: PostContext, open: LiveChange): Promise<PublishedRun | undefined> {
  if (open.phase !== 'publishing') return open.phase === 'published' ? open : undefined
  log.info('The run ended while it was publishing: reading the versions.')
  const ms = open.builds ? BUILD_SETTLE_MS : LOOK_MS
  return ownIn(await findPublished(open, { platform, clock, ms }), open)
}
