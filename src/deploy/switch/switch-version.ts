import { clause, DeployError, Stopped } from '../../model/errors.ts'
import { appId, type Run } from '../../model/ports/run.ts'
import type { DeedEnd } from '../deed.ts'
import { activeVersion, makeActive, type Switch } from './make-active.ts'

/** Makes the target active, only while the version that is to be undone still is. Throws where it is not seen to be. */
export function switchVersion(run: Run, change: Switch): Promise<void> {
  const { from, to } = change
  const make = async (): Promise<void> => {
    const { tools } = run
    const now = await activeVersion(run, change.app)
    if (now !== from) {
      tools.report({ activeVersion: now || 'none' })
      throw leftAlone(change, now)
    }
    tools.stop.throwIfAborted()
    tools.report({ changed: 'unknown', activeVersion: 'unknown' })
    conclude(run, change, await makeActive({ ...tools, platform: run.platform }, change))
  }
  return run.step('Roll back', make, () => `Version ${to} is active instead of version ${from}`)
}

function conclude({ tools }: Run, change: Switch, end: DeedEnd<number>): void {
  if (end.state !== undefined) tools.report({ activeVersion: end.state || 'none' })
  switch (end.kind) {
    case 'seen':
      tools.report({ changed: true })
      return
    case 'otherwise':
      throw leftAlone(change, end.state)
    case 'refused':
      if (end.state === change.from) tools.report({ changed: false })
      throw end.error
    case 'unseen':
      if (end.error instanceof Stopped) throw unanswered(end.error, change)
      throw new DeployError('rollback_refused', unseenWords(change, end), { cause: end.error, hint: LOOK })
  }
}

const LOOK = 'Look at the app’s versions, and run the job again.'

function unseenWords({ app, to }: Switch, { error, state }: Extract<DeedEnd<number>, { kind: 'unseen' }>): string {
  const said = error ? clause(error) : 'the platform took the call and does not show it'
  const last = state === undefined ? '' : ` Version ${state} was active at the last look.`
  return `It is not known whether version ${to} of ${appId(app)} is active: ${said}.${last}`
}

function leftAlone({ app, from, to }: Switch, now: number): DeployError {
  const other = now === 0 ? 'no version is active' : `version ${now}, which another run made active, is left alone`
  return new DeployError(
    'rollback_refused',
    `Not rolled back to version ${to} of ${appId(app)}: ${other}. Version ${from} was active when this run began.`,
    { hint: 'Look at the app’s versions before you roll back again.' }
  )
}

/** The run was told to stop while the call was on its way. */
function unanswered(stopped: Stopped, { app, to }: Switch): Stopped {
  const words = `${stopped.message} The rollback of ${appId(app)} was sent and not answered: version ${to} may be active.`
  return new Stopped(stopped.reason, words, { hint: LOOK })
}
