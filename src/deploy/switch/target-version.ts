import { DeployError } from '../../model/errors.ts'
import { codeFacts } from '../../model/outcome.ts'
import type { RollbackPlan } from '../../model/plan.ts'
import { isNamed, type Version } from '../../model/platform-state.ts'
import { appId, type Run } from '../../model/ports/run.ts'
import { firstOf } from '../../model/values/words.ts'
import type { FoundApp } from '../start/find-app.ts'
import type { Switch } from './make-active.ts'

/** Of the versions that there are, in a sentence. */
const MOST_SHOWN = 10

/**
 * From which version to which. Throws a DeployError `rollback_refused` where there is no such version, or where another one
 * is active than the run is to undo.
 */
export function chooseTarget(run: Run<RollbackPlan>, found: FoundApp): Promise<Switch> {
  return run.step('Choose version', async () => target(run, found), chosenLine)
}

function chosenLine({ from, to }: Switch): string {
  return from === to ? `Version ${to} is active already` : `Version ${to} is to be active instead of version ${from}`
}

function target(run: Run<RollbackPlan>, { state, versions, active }: FoundApp): Switch {
  const { app, plan, tools } = run
  const from = state.activeVersion
  if (from === 0)
    throw refused(`${appId(app)} has no active version: there is nothing to roll back`, 'Deploy it first.')
  const to = plan.version === 'previous' ? previousOf(run, from, versions) : plan.version
  const wanted = versions.find(({ number }) => number === to)
  if (!wanted) {
    const numbers = versions.map(({ number }) => number).toSorted((a, b) => b - a)
    const there = firstOf(numbers.map(String), MOST_SHOWN)
    throw refused(`${appId(app)} has no version ${to}`, `Write one of its versions into \`version\`: ${there}.`)
  }
  if (to !== from) checkActiveCode(run, from, active)
  tools.report(codeFacts(wanted))
  return { app, from, to }
}

function previousOf({ app }: Run, from: number, versions: readonly Version[]): number {
  const lower = versions.map(({ number }) => number).filter((number) => number < from)
  if (lower.length > 0) return Math.max(...lower)
  throw refused(
    `Version ${from} of ${appId(app)} is the first one: there is none before it`,
    'Write the number of another version into `version`, or deploy the code that is to be live.'
  )
}

/** Where the run is to undo one deployment, nothing else may be undone. */
function checkActiveCode({ app, plan }: Run<RollbackPlan>, from: number, active: Version | undefined): void {
  const { expectedCode } = plan
  if (expectedCode === undefined) return
  if (active && isNamed(active, expectedCode)) return
  const code = active?.codeHash || active?.imageRef
  const holds = code === undefined ? 'which the platform gives no hash of' : `which holds ${code}`
  throw refused(
    `Version ${from} of ${appId(app)} is active, ${holds}, not the expected ${expectedCode}: it is left alone`,
    code === undefined
      ? 'Leave `expected-code-hash` out, and write the number of the version into `version`.'
      : 'Another run has published or rolled back since. Look at the app’s versions, and leave `expected-code-hash` out to roll back whatever is active.'
  )
}

function refused(message: string, hint: string): DeployError {
  return new DeployError('rollback_refused', `${message}.`, { hint })
}
