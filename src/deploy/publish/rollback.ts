import { clause, DeployError, ExpectedError, PlatformError, why } from '../../model/errors.ts'
import type { Aftermath, PublishedRun } from '../../model/open-run.ts'
import { appId } from '../../model/ports/run.ts'
import type { DeedEnd } from '../deed.ts'
import type { PostTools } from '../post-tools.ts'
import { putBack } from '../settings/put-back.ts'
import { activeVersion, makeActive } from '../switch/make-active.ts'
import { testAgain } from './test-again.ts'

/** What came of a rollback that was not refused. */
export type RollbackEnd = Aftermath & {
  /** True where what is live is as it was before the run, as far as the run changed it. */
  readonly isUndone: boolean
}

/** A rollback that the platform refused. */
export class RollbackRefused extends DeployError {
  /** The version that was read to be active after that. */
  readonly active: number | undefined

  constructor(message: string, { active, ...options }: ErrorOptions & { hint: string; active: number | undefined }) {
    super('rollback_refused', message, options)
    this.active = active
  }
}

/**
 * Makes the version active again that was active right before this run's, only while the active one is still the run's
 * own. Throws a DeployError `rollback_refused` where it could not be made.
 */
export async function rollBack(tools: PostTools, published: PublishedRun): Promise<RollbackEnd> {
  const { app, previousVersion, publishedVersion, url } = published
  if (previousVersion === 0) {
    const line = `Version ${publishedVersion} of ${appId(app)} stays live: it is the first, so there is none to roll back to.`
    return { line, isUndone: false, end: 'live', url }
  }
  const active = await activeVersion(tools, app).catch((error: unknown) => {
    throw notRolledBack(error, published)
  })
  if (active === previousVersion) {
    const isUndone = await undoSettings(tools, published)
    const line = `Version ${previousVersion} is active already, not version ${publishedVersion}: nothing to roll back.`
    return { line, isUndone, end: 'rolled-back' }
  }
  if (active !== publishedVersion) return leftAlone(active, published)
  return await told(tools, published, await makeActive(tools, { app, from: publishedVersion, to: previousVersion }))
}

async function told(tools: PostTools, published: PublishedRun, end: DeedEnd<number>): Promise<RollbackEnd> {
  const { app, previousVersion, publishedVersion } = published
  switch (end.kind) {
    case 'seen': {
      const isUndone = await undoSettings(tools, published)
      await tidy(tools, () => testAgain(tools, published))
      const line = `Rolled back: version ${previousVersion} of ${appId(app)} is active again, instead of version ${publishedVersion}.`
      return { line, isUndone, end: 'rolled-back' }
    }
    case 'otherwise':
      return leftAlone(end.state, published)
    case 'refused':
      throw notRolledBack(end.error, published, end.state)
    case 'unseen':
      throw maybeRolledBack(published, end)
  }
}

/**
 * The version is active by now: what is done beside that, and its end, is no part of the rollback. Undefined where it
 * failed.
 */
async function tidy<T>({ log }: PostTools, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    log.warning(`The rollback is made; what follows it did not come to its end: ${why(error)}`)
    return undefined
  }
}

/** Whether the settings that the run changed are all as they were before it. */
async function undoSettings(tools: PostTools, published: PublishedRun): Promise<boolean> {
  return (await tidy(tools, () => putBack(tools, published))) === 'all'
}

function leftAlone(active: number, { previousVersion, publishedVersion }: PublishedRun): RollbackEnd {
  const line =
    active === 0
      ? `The app has no active version any more: no rollback to version ${previousVersion}.`
      : `Version ${active}, which another run made active, is left alone: no rollback of version ${publishedVersion} to version ${previousVersion}.`
  return { line, isUndone: false, end: 'replaced' }
}

const BY_HAND = 'Look at the app’s versions, and roll back by hand with `dodil ignite version rollback`.'

/** What the reader must know where a rollback that was asked for was not made. `active` is what was read after it. */
export function notRolledBack(error: unknown, run: PublishedRun, active?: number): DeployError {
  const { app, previousVersion } = run
  const isGone = error instanceof PlatformError && (error.code === 'NOT_FOUND' || error.code === 'FAILED_PRECONDITION')
  const next = isGone ? `If version ${previousVersion} is gone, run the job of its commit again.` : BY_HAND
  const said = clause(error)
  const words = error instanceof ExpectedError ? said : `a bug in the action (${said})`
  return new RollbackRefused(`Version ${previousVersion} of ${appId(app)} was not made active again: ${words}.`, {
    cause: error,
    hint: `${stays(run, active)} ${next}`,
    active
  })
}

function stays({ publishedVersion }: PublishedRun, active: number | undefined): string {
  return active === undefined
    ? `Version ${publishedVersion} was the active one when this run published it.`
    : `Version ${active} stays active.`
}

function maybeRolledBack(
  run: PublishedRun,
  { error, state }: Extract<DeedEnd<number>, { kind: 'unseen' }>
): DeployError {
  const { app, previousVersion } = run
  const said = error ? clause(error) : 'the platform took the call and does not show it'
  const now =
    state === undefined ? 'Which version is active could not be read.' : `Version ${state} was active at the last look.`
  return new DeployError(
    'rollback_refused',
    `It is not known whether version ${previousVersion} of ${appId(app)} is active again: ${said}.`,
    {
      cause: error,
      hint: `${now} ${BY_HAND}`
    }
  )
}
