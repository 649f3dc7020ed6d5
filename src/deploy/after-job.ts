import { PhaseError, PlatformError } from './errors.ts'
import type { Building, OpenRun, Published } from './open-run.ts'
import type { RollbackPolicy, SettingsChange } from './plan.ts'
import type { Platform } from './platform-port.ts'
import type { Clock, Log } from './ports.ts'
import { findVersion, SETTLE_MS } from './publish.ts'
import { appId } from './run.ts'
import { difference, labels } from './settings.ts'
import { enumerate } from './words.ts'

export type JobStatus = 'success' | 'failure' | 'cancelled'

export type AfterJob = {
  readonly open: OpenRun
  readonly job: JobStatus | undefined
  readonly policy: RollbackPolicy
  readonly platform: Platform
  readonly log: Log
  readonly clock: Clock
}

type Settling = Exclude<OpenRun, Building>

/** Whether post has anything to ask of the platform. A published version of a job that went well needs nothing. */
export function isSettled({ open, job, policy }: Pick<AfterJob, 'open' | 'job' | 'policy'>): boolean {
  return open.phase === 'published' && !isRollbackAsked(job, policy)
}

export function isRollbackAsked(job: JobStatus | undefined, { onFailure, onCancel }: RollbackPolicy): boolean {
  return (job === 'failure' && onFailure) || (job === 'cancelled' && onCancel)
}

/**
 * Settles what main left open, and rolls back where that was asked for and is safe (DESIGN sections 5.1 and 5.4). Says in
 * a sentence what came of it.
 */
export async function afterJob(context: AfterJob): Promise<string> {
  const { open, job, policy } = context
  if (open.phase === 'building') return await cancelBuild(context, open)
  const published = await settled(context, open)
  if (!published) {
    await putSettingsBack(context, open)
    return `Nothing was published: ${open.previousVersion > 0 ? `version ${open.previousVersion} stays active` : 'the app has no version yet'}.`
  }
  if (isRollbackAsked(job, policy)) return await rollBack(context, published)
  return `Version ${published.publishedVersion} of ${appId(open.app)} was published before the run ended.`
}

/** Nobody will deploy what it makes. */
async function cancelBuild({ platform }: AfterJob, { buildId }: Building): Promise<string> {
  await platform.cancelBuild(buildId)
  const { status } = await platform.readBuild(buildId)
  return `The run ended while the image was being built: the build ${buildId} is ${status.toLowerCase()}. Nothing was published.`
}

/** The open run as it is known now: a publish whose answer main did not live to see is looked for among the versions. */
async function settled({ platform, clock, log }: AfterJob, open: Settling): Promise<Published | undefined> {
  if (open.phase !== 'publishing') return open.phase === 'published' ? open : undefined
  log.info('The run ended while it was publishing: reading the versions.')
  const version = await findVersion(open, { platform, clock, settleMs: SETTLE_MS })
  return version === undefined ? undefined : { ...open, phase: 'published', publishedVersion: version }
}

async function rollBack(context: AfterJob, published: Published): Promise<string> {
  const { open, platform } = context
  const { previousVersion, publishedVersion } = published
  if (previousVersion === 0) {
    return `Version ${publishedVersion} was the first of ${appId(open.app)}: there is none to roll back to.`
  }
  const active = (await platform.readApp(open.app))?.activeVersion ?? 0
  if (active === previousVersion) {
    await putSettingsBack(context, published)
    return `Version ${previousVersion} is active already: nothing to roll back.`
  }
  if (active !== publishedVersion) {
    return `Version ${active}, which another run made active, is left alone: no rollback to version ${previousVersion}.`
  }
  await makeActive(context, previousVersion)
  await putSettingsBack(context, published)
  return `Rolled back: version ${previousVersion} of ${appId(open.app)} is active again, instead of version ${publishedVersion}.`
}

/** The target is named by its number, so that the call can be sent again when its answer was lost. */
async function makeActive({ open, platform, clock }: AfterJob, version: number): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await platform.rollback(open.app, version)
    } catch (error) {
      if (!(error instanceof PlatformError && error.ambiguous) || attempt === 3) throw error
    }
    for (const wait of [0, 500, 1000, 2000]) {
      await clock.sleep(wait)
      if ((await platform.readApp(open.app))?.activeVersion === version) return
    }
    if (attempt === 3) {
      throw new PhaseError('rollback_refused', `Version ${version} of ${appId(open.app)} did not become active.`, {
        hint: 'Look at the app’s versions and roll back by hand.'
      })
    }
  }
}

/** Settings are no part of a version. Environment values may be secret and were not kept, so their names are listed. */
async function putSettingsBack({ platform, log }: AfterJob, open: Settling): Promise<void> {
  const { settingsBefore = {}, envChanged = [], app } = open
  if (envChanged.length > 0) {
    log.warning(`The environment keeps what this run changed, look at it: ${enumerate(envChanged)}.`)
  }
  if (Object.keys(settingsBefore).length === 0) return
  const state = await platform.readApp(app)
  if (!state) return
  const change: SettingsChange = difference(state.settings, { ...state.settings, ...settingsBefore })
  if (Object.keys(change).length === 0) return
  await platform.updateSettings(app, change)
  log.notice(`Put back: ${labels(change)}.`)
}
