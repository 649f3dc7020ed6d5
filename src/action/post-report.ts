import type { Aftermath, JobStatus, LiveVersion } from '../model/open-run.ts'
import { type Advise, annotationLines, explain } from './failure.ts'
import type { RunnerLog } from './log.ts'
import { paragraph, prose } from './markdown.ts'
import { writeSummary } from './summary/summary.ts'

/** Who reads of a rollback asks first what made it due. */
const WHY: Readonly<Partial<Record<JobStatus, string>>> = {
  failure: 'The job failed after the version was published: the red line of the step that failed says why.',
  cancelled: 'The job was cancelled after the version was published.'
}

/** Says in the log and in the summary what post did. */
export async function tellAftermath(
  log: RunnerLog,
  { line, end }: Aftermath,
  job: JobStatus | undefined
): Promise<void> {
  const why = end === 'not-published' ? undefined : job && WHY[job]
  log.warning(line)
  if (why !== undefined) log.info(why)
  await tell(log, why === undefined ? [line] : [line, why])
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
  const stays = failure.hint === undefined ? [] : [failure.hint]
  const told = isRed
    ? ['❌ The rollback failed', ...stays, ...failure.lines]
    : ['Not settled', ...failure.lines, ...stays]
  await tell(log, told)
}

const INPUT_OF = { failure: 'rollback-on-failure', cancelled: 'rollback-on-cancel' } as const

const LATER = {
  failure: 'A later step of the job failed, and its own red line says why.',
  cancelled: 'The job was cancelled after this step.'
} as const

/** After a job that did not end well, and for which no rollback was asked: what stays, and what would have gone back. */
export async function tellStaying(
  log: RunnerLog,
  live: LiveVersion | undefined,
  job: JobStatus | undefined
): Promise<void> {
  if (!live || (job !== 'failure' && job !== 'cancelled')) return
  const input = INPUT_OF[job]
  const { app, publishedVersion, previousVersion } = live
  const stays = `Version ${publishedVersion} of ${app.organization}/${app.name} stays live.`
  const back =
    previousVersion === 0
      ? 'It is the first one, so there is none to go back to.'
      : `${LATER[job]} With \`${input}: true\`, version ${previousVersion} would be made active again.`
  log.notice(`${stays} ${back}`)
  await writeSummary(`### ${prose(log.clean(stays))}\n\n${paragraph(back)}\n`, (text) => log.warning(text))
}

/** Begins with what is live now, where that is known. */
async function tell(log: RunnerLog, [first = '', ...others]: readonly string[]): Promise<void> {
  const head = log.clean(first)
  const remarks = log.remarks.filter(({ text }) => text !== head).map(({ text }) => `- ${prose(text)}\n`)
  const paragraphs = others.map((line) => `${paragraph(log.clean(line))}\n\n`)
  const text = `### ${prose(head)}\n\n${paragraphs.join('')}${remarks.join('')}`
  await writeSummary(text, (trouble) => log.warning(trouble))
}
