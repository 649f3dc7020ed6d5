import { type Comparison, isChanged } from '../../model/comparison.ts'
import type { DeployPlan } from '../../model/plan.ts'
import type { PackedContents } from '../../model/ports/packing-port.ts'
import { appId, type Run } from '../../model/ports/run.ts'
import { count } from '../../model/values/words.ts'
import type { PreparedApp } from '../start/app.ts'
import { changesLine } from './changes-line.ts'
import { codeChanges } from './code-changes.ts'
import { settingChanges } from './setting-changes.ts'

/** What a comparison is made of. */
export type ComparedRun = {
  /** Undefined where there is none yet. */
  readonly app: PreparedApp | undefined
  /** What was packed; undefined where nothing is. */
  readonly contents: PackedContents | undefined
  readonly stop: AbortSignal
  /** Told why files are not compared: that the platform does not give them is no failure. */
  readonly onTrouble: (why: string) => void
}

/** What the run deploys, beside what is live. Throws what reading files that were packed throws. */
export async function compare(run: Run<DeployPlan>, compared: ComparedRun): Promise<Comparison> {
  const { app } = compared
  const isThere = app !== undefined && !app.isNew
  const code = await codeChanges(run, compared)
  const settings = settingChanges(run.plan, isThere ? app.state.settings : undefined)
  const made = isThere ? [] : [{ kind: 'added', part: 'app', name: appId(run.app), detail: '' } as const]
  const changes = [...made, ...code.changes, ...settings]
  return { version: app?.state.activeVersion ?? 0, changes, same: code.same, line: changesLine(changes) }
}

/** In a sentence, for a run that changes nothing. */
export function plannedLine(comparison: Comparison): string {
  const { version, same, line } = comparison
  switch (isChanged(comparison)) {
    case true:
      return version === 0 ? `Would publish the first version: ${line}` : `Would change ${line}`
    case false:
      return `Would change nothing: version ${version} has the same code (${count(same, 'file')}) and settings`
    default:
      return `Nothing is seen to change in version ${version}, and not all could be compared`
  }
}
