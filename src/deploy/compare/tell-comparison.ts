import { type Change, type Comparison, isChanged } from '../../model/comparison.ts'
import type { DeployPlan } from '../../model/plan.ts'
import type { PackedContents } from '../../model/ports/packing-port.ts'
import type { Run } from '../../model/ports/run.ts'
import { registrySecretName } from '../../model/values/image-reference.ts'
import { count } from '../../model/values/words.ts'
import type { PreparedApp } from '../start/app.ts'
import { compare, plannedLine } from './compare.ts'

/** Nobody reads more of them in a log. The summary has as many. */
const MOST_LINES = 100

const SIGNS: Readonly<Record<Change['kind'], string>> = { added: '+', changed: '~', removed: '-', unknown: '?' }

/** What the run would change, in a step of its own: in the log, in the summary, and as the output `changed`. */
export async function tellComparison(
  run: Run<DeployPlan>,
  app: PreparedApp | undefined,
  contents: PackedContents | undefined
): Promise<void> {
  const { tools } = run
  const onTrouble = (why: string) => tools.log.warning(`The files are not compared: ${why}.`)
  const compareAll = async (): Promise<Comparison> => {
    const comparison = await compare(run, { app, contents, stop: tools.stop, onTrouble })
    tellChanges(run, comparison.changes)
    tools.compared(comparison)
    tools.report({ changed: isChanged(comparison) })
    return comparison
  }
  await run.step('Compare', compareAll, plannedLine)
}

function tellChanges({ plan: { source }, app, tools: { log } }: Run<DeployPlan>, changes: readonly Change[]): void {
  for (const change of changes.slice(0, MOST_LINES)) log.info(changeLine(change))
  if (changes.length > MOST_LINES) log.info(`… and ${count(changes.length - MOST_LINES, 'more change')}`)
  if (source.kind === 'image' && source.registry?.kind === 'credentials') {
    const secret = registrySecretName(app.name)
    log.info(`The credentials of ${source.registry.server} would be stored as the secret ${secret}.`)
  }
}

/** `~ handler.py  812 B → 934 B`. */
function changeLine({ kind, part, name, detail }: Change): string {
  const what = part === 'file' || part === 'setting' || part === 'code' ? name : `${part} ${name}`
  return [`${SIGNS[kind]} ${what}`, detail].join('  ').trimEnd()
}
