import { isBearable } from '../../model/errors.ts'
import { all } from '../all.ts'
import { reportedFailure } from '../draft/reported-failure.ts'
import { showTrace } from '../draft/show-trace.ts'
import type { ActiveVersion, VerifyingRun } from './active-version.ts'
import { errorIn } from './finding.ts'

// Together, and with the lines above them, they are no more than what stands in the open where a step fails.
const MOST_REPLICAS = 4
const MOST_EVENTS = 6
const MOST_LOG_LINES = 20

/**
 * Shows what the platform tells of an app that is not well, the nearest to the cause last: what runs of it, what happened
 * to it, and what it printed since the version was published. `text` is what it answered last, which is shown where it
 * printed nothing. Gives the last lines as they were shown.
 */
export async function showCause(run: VerifyingRun, active: ActiveVersion, text: string): Promise<readonly string[]> {
  const { app, platform } = run
  const [replicas = [], events = [], printed] = await all([
    asFarAsTold(run, platform.readReplicas(app)),
    asFarAsTold(run, platform.readEvents(app)),
    linesSince(run, active)
  ])
  const log = printed ?? []
  const answer = log.length > 0 ? '' : answered(text)
  const shown = [
    await show(run, 'What runs of it, as the platform tells:', replicas.slice(-MOST_REPLICAS)),
    await show(run, 'What happened to it:', events.slice(-MOST_EVENTS)),
    await show(run, 'What it printed last:', log.slice(-MOST_LOG_LINES)),
    await show(run, 'What it answered last:', answer.split('\n').slice(-MOST_LOG_LINES))
  ]
  if (printed?.length === 0) run.tools.log.info(`It has printed nothing since version ${active.version} was published.`)
  return shown.flat()
}

/** A program's own report as it would have printed it. */
function answered(text: string): string {
  return reportedFailure(text)?.log ?? errorIn(text)
}

/** Of all that the app printed, what cannot be an earlier version's. Undefined where it is not told. */
async function linesSince(run: VerifyingRun, { version }: ActiveVersion): Promise<readonly string[] | undefined> {
  const { app, platform } = run
  const [lines, versions] = await all([
    asFarAsTold(run, platform.readAppLog(app, '')),
    asFarAsTold(run, platform.readVersions(app))
  ])
  const since = versions?.find(({ number }) => number === version)?.createdAtMs ?? 0
  return lines
    ?.filter(({ timestampMs }) => timestampMs === 0 || timestampMs >= since)
    .map(({ text }) => text)
    .flatMap((line) => line.split('\n'))
}

/** That it is not told why an app is not well is no failure of its own. */
async function asFarAsTold<T>({ tools }: VerifyingRun, reading: Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await reading
  } catch (error) {
    if (!isBearable(error)) throw error
    tools.log.debug(`Not shown: ${error.message}`)
    return undefined
  }
}

/** None of it is ours. */
async function show({ tools }: VerifyingRun, title: string, lines: readonly string[]): Promise<readonly string[]> {
  if (lines.every((line) => line.trim() === '')) return []
  tools.log.info(title)
  return await showTrace(tools.log, lines.join('\n').trimEnd())
}
