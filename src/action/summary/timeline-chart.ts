import type { StepRecord } from '../../model/ports/ports.ts'
import { duration } from '../../model/values/words.ts'

/** A step with the time at which it began, in milliseconds since the run did. */
export type TimedStep = StepRecord & { readonly startedMs: number }

/** In milliseconds. The axis of a shorter run has fractions of seconds. */
const SHORT_RUN = 10_000

/** On a telephone the labels of more would lie over each other. */
const MOST_TICKS = 4
const TICKS: readonly number[] = [
  ...[10, 20, 50, 100, 200, 500, 1000, 2000, 5000],
  ...[10, 15, 30, 60, 120, 300, 600, 900, 1800].map((seconds) => seconds * 1000)
]

/**
 * The steps, of which there is one at least, as one picture on a time axis, as GitHub draws it. Its texts are words of
 * ours, and of each only what has no meaning to Mermaid; the fence is one that no remote text is asked for.
 */
export function timelineChart(steps: readonly TimedStep[]): string {
  const begin = Math.min(...steps.map(({ startedMs }) => startedMs))
  const end = Math.max(...steps.map(({ startedMs, ms }) => startedMs + ms))
  const axis = end - begin < SHORT_RUN ? '%S.%L' : '%M:%S'
  const tick = `${tickOf(end - begin)}millisecond`
  const head = ['gantt', '  dateFormat x', `  axisFormat ${axis}`, `  tickInterval ${tick}`, '  todayMarker off']
  return ['~~~mermaid', ...head, ...steps.map((step) => `  ${task(step, begin)}`), '~~~'].join('\n')
}

/** The least of these that makes few enough ticks, in milliseconds. */
function tickOf(ms: number): number {
  const least = ms / MOST_TICKS
  return TICKS.find((tick) => tick >= least) ?? Math.ceil(least / 3_600_000) * 3_600_000
}

function task({ name, ms, startedMs, failed }: TimedStep, begin: number): string {
  const from = Math.round(startedMs - begin)
  const to = Math.max(from + 1, Math.round(startedMs - begin + ms))
  return `${plain(name)} ${duration(ms)} :${failed ? 'crit, ' : ''}${from}, ${to}`
}

function plain(name: string): string {
  return name.replace(/[^A-Za-z0-9 ]/g, ' ')
}
