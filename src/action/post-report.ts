import { type Advise, annotationLines, explain } from './failure.ts'
import type { RunnerLog } from './log.ts'
import { prose } from './markdown.ts'
import { writeSummary } from './summary.ts'

/** Says in the log and in the summary what post did. */
export async function tellAftermath(log: RunnerLog, line: string): Promise<void> {
  log.warning(line)
  await tell(log, line)
}

/** What post could not do. Red only where a rollback was asked for and could not be made. */
export async function tellTrouble(log: RunnerLog, error: unknown, advise: Advise): Promise<void> {
  const failure = explain(error, advise)
  const isRed = failure.reason === 'rollback_refused'
  const lines = annotationLines(failure)
  if (isRed) {
    log.error('The rollback failed', lines)
    process.exitCode = 1
  } else {
    log.warning(`What the deployment left open was not settled: ${lines.join(' ')}`)
  }
  if (failure.stack) log.debug(failure.stack)
  await tell(log, `${isRed ? 'The rollback failed' : 'Not settled'}: ${failure.lines.join(' ')}`)
}

async function tell(log: RunnerLog, line: string): Promise<void> {
  const remarks = log.remarks
    .filter(({ text }) => text !== log.clean(line))
    .map(({ text }) => `- ${prose(text)}\n`)
    .join('')
  await writeSummary(`### After the job\n\n${prose(log.clean(line))}\n\n${remarks}`, (text) => log.warning(text))
}
