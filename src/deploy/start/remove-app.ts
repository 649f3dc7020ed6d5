import { clause, DeployError, Stopped } from '../../model/errors.ts'
import type { Outcome } from '../../model/outcome.ts'
import type { App, DeletePlan } from '../../model/plan.ts'
import type { AppState } from '../../model/platform-state.ts'
import type { Tools } from '../../model/ports/ports.ts'
import { appId, type Run } from '../../model/ports/run.ts'
import { type DeedEnd, perform } from '../deed.ts'
import { isMadeBy, makerIn } from '../settings/maker-mark.ts'
import type { FoundApp } from './find-app.ts'

/** What removing an app needs of a run. */
type RemovingTools = Pick<Tools, 'log' | 'report' | 'stop' | 'clock'>

/** Removes an app that this repository's runs made. One that is not there is no failure: a job may run again. */
export async function removeOwn(run: Run<DeletePlan, RemovingTools>, found: FoundApp | undefined): Promise<Outcome> {
  if (found) {
    const made = async (): Promise<void> => checkMaker(run, found)
    await run.step('Check maker', made, () => `${makerIn(found.state.settings.description)} made ${found.state.id}`)
    await remove(run, found)
    return { status: 'removed', reason: 'ok' }
  }
  run.tools.log.notice(`${appId(run.app)} does not exist: nothing is deleted.`)
  return { status: 'unchanged', reason: 'unchanged' }
}

/** Removes the app, only as it was found: one that was made or published anew meanwhile is not the one that was meant. */
function remove(run: Run<unknown, RemovingTools>, { state }: FoundApp): Promise<void> {
  const { app, platform, tools } = run
  const send = async (): Promise<void> => {
    tools.stop.throwIfAborted()
    tools.report({ changed: 'unknown', activeVersion: 'unknown' })
    const deed = {
      send: () => platform.deleteApp(app),
      look: () => platform.readApp(app),
      seen: (now: AppState | undefined) => {
        if (!now) return 'done'
        return isSameApp(now, state) ? undefined : 'otherwise'
      }
    } as const
    conclude(run, await perform<AppState | undefined>(deed, tools.clock))
  }
  return run.step('Delete app', send, () => `Deleted ${appId(app)}`)
}

/** Throws where the app's description does not say that runs of this repository made it. */
function checkMaker({ app, plan }: Pick<Run<DeletePlan>, 'app' | 'plan'>, { state }: FoundApp): void {
  const { description } = state.settings
  if (plan.madeBy !== undefined && isMadeBy(description, plan.madeBy)) return
  const maker = makerIn(description)
  const made = maker === undefined ? 'its description does not say which repository made it' : `${maker} made it`
  throw new DeployError('bad_input', `${appId(app)} is not deleted: ${made}, and this run is ${ofRun(plan)}.`, {
    hint: 'Only an app that this repository’s runs made is deleted. Delete another one by hand, with `dodil ignite app delete`.'
  })
}

function ofRun({ madeBy }: DeletePlan): string {
  return madeBy === undefined ? 'of no repository that the runner names' : `of ${madeBy}`
}

function isSameApp(now: AppState, before: AppState): boolean {
  return now.activeVersion === before.activeVersion && now.settings.description === before.settings.description
}

function conclude({ app, tools }: Run<unknown, RemovingTools>, end: DeedEnd<AppState | undefined>): void {
  if (end.state) tools.report({ activeVersion: end.state.activeVersion || 'none' })
  switch (end.kind) {
    case 'seen':
      tools.report({ changed: true, activeVersion: 'none', publicUrls: [] })
      return
    case 'otherwise':
      throw new DeployError('draft_conflict', `Another run has deployed ${appId(app)} while it was being deleted.`, {
        hint: 'It is left alone now. Run the job again to delete it.'
      })
    case 'refused':
      if (end.state) tools.report({ changed: false })
      throw end.error
    case 'unseen':
      throw end.error instanceof Stopped ? unanswered(end.error, app) : unseen(app, end)
  }
}

function unseen(app: App, { error, state }: Extract<DeedEnd<AppState | undefined>, { kind: 'unseen' }>): DeployError {
  const said = error ? clause(error) : 'the platform took the call'
  const last = state ? ', and the app was there at the last look' : ''
  return new DeployError(
    error?.reason ?? 'platform_unavailable',
    `It is not known whether ${appId(app)} was deleted: ${said}${last}.`,
    { cause: error, hint: AGAIN }
  )
}

const AGAIN = 'Run the job again: an app that is gone is no failure.'

/** The run was told to stop while the call was on its way. */
function unanswered(stopped: Stopped, app: App): Stopped {
  const words = `${stopped.message} The call that deletes ${appId(app)} was sent and not answered: it may be gone.`
  return new Stopped(stopped.reason, words, { hint: AGAIN })
}
