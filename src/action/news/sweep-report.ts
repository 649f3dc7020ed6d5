import type { SweptPreview } from '../../model/swept-preview.ts'
import { count, enumerate } from '../../model/values/words.ts'
import { type Advise, annotationLines, explain } from '../failure.ts'
import type { RunnerLog } from '../log.ts'
import { code, paragraph, prose, table } from '../markdown.ts'
import { writeSummary } from '../summary/summary.ts'
import { setOutput } from '../toolkit.ts'

/** The outputs that sweep/action.yml declares: names of apps, as JSON. */
export const SWEEP_OUTPUTS = ['orphans', 'removed'] as const

/** Tells what was found and removed. Red where something that is to be removed is there still. */
export async function tellSweep(log: RunnerLog, swept: readonly SweptPreview[]): Promise<void> {
  const orphans = swept.filter(({ fate }) => fate !== 'open' && fate !== 'unknown')
  setOutputs({ orphans, removed: swept.filter(({ fate }) => fate === 'removed') })
  for (const each of swept) tellOne(log, each)
  warnOfUnknown(log, swept)
  const failed = swept.filter(({ fate }) => fate === 'failed').length
  if (failed > 0) process.exitCode = 1
  const head = failed > 0 ? `❌ ${count(failed, 'preview')} could not be removed` : `🧹 ${summedUp(swept)}`
  const rows = swept.map((each) => [
    code(log.clean(idOf(each))),
    `#${each.pullRequest}`,
    prose(log.clean(fateOf(each)))
  ])
  const list = rows.length === 0 ? '' : `${table(['App', 'Pull request', ''], rows)}\n`
  await writeSummary(`### ${prose(head)}\n\n${list}`, (text) => log.warning(text))
}

function summedUp(swept: readonly SweptPreview[]): string {
  const removed = swept.filter(({ fate }) => fate === 'removed').length
  const orphans = swept.filter(({ fate }) => fate === 'orphan').length
  if (orphans > 0) return `${count(orphans, 'preview')} would be removed`
  return removed === 0 ? 'no preview of a closed pull request' : `${count(removed, 'preview')} removed`
}

function tellOne(log: RunnerLog, swept: SweptPreview): void {
  const line = `${idOf(swept)}, of pull request ${swept.pullRequest}: ${fateOf(swept)}`
  if (swept.fate === 'failed') log.error('A preview was not removed', [line])
  else log.info(line)
}

/** Once for each cause: what keeps one from being read keeps most of them. */
function warnOfUnknown(log: RunnerLog, swept: readonly SweptPreview[]): void {
  const unknown = swept.filter(({ fate }) => fate === 'unknown')
  for (const why of new Set(unknown.map((each) => each.why))) {
    const apps = unknown.filter((each) => each.why === why).map(idOf)
    const stay = apps.length === 1 ? 'it stays' : 'they stay'
    log.warning(`Whether the pull request of ${enumerate(apps)} is closed could not be read, so ${stay}: ${why}.`)
  }
}

function fateOf({ fate, why }: SweptPreview): string {
  switch (fate) {
    case 'open':
      return 'open, it stays'
    case 'orphan':
      return 'closed, it would be removed'
    case 'removed':
      return 'closed, it is removed'
    case 'unknown':
      return `whether it is closed could not be read (${why}), so it stays`
    case 'failed':
      return `closed, and it could not be removed: ${why}`
  }
}

function idOf({ app }: SweptPreview): string {
  return `${app.organization}/${app.name}`
}

/** One red line, and the exit code. */
export async function tellSweepFailure(log: RunnerLog, error: unknown, advise: Advise): Promise<void> {
  const failure = explain(error, advise)
  setOutputs({ orphans: [], removed: [] })
  log.error(failure.title, annotationLines(failure))
  if (failure.stack) log.debug(failure.stack)
  process.exitCode = 1
  const lines = annotationLines(failure).map((line) => paragraph(log.clean(line)))
  await writeSummary([`### ❌ ${prose(log.clean(failure.title))}`, ...lines].join('\n\n'), (text) => log.warning(text))
}

function setOutputs(values: Readonly<Record<(typeof SWEEP_OUTPUTS)[number], readonly SweptPreview[]>>): void {
  for (const name of SWEEP_OUTPUTS) setOutput(name, JSON.stringify(values[name].map(idOf)))
}
