import { expect, test } from '@jest/globals'
import { timelineChart } from '../../../src/action/summary/timeline-chart.ts'

const step = (name: string, startedMs: number, ms: number, failed = false) => ({
  name,
  line: 'x',
  ms,
  failed,
  startedMs
})

test('steps are drawn from the start of the first, with a failed one marked', () => {
  expect(
    timelineChart([step('Connect', 300, 60), step('Save draft', 360, 0.2), step('Compile draft', 361, 810, true)])
  ).toBe(
    [
      '~~~mermaid',
      'gantt',
      '  dateFormat x',
      '  axisFormat %S.%L',
      '  tickInterval 500millisecond',
      '  todayMarker off',
      '  Connect 60 ms :0, 60',
      '  Save draft 0 ms :60, 61',
      '  Compile draft 810 ms :crit, 61, 871',
      '~~~'
    ].join('\n')
  )
})

test.each([
  [9_000, '%S.%L', 5_000],
  [90_000, '%M:%S', 30_000],
  [3 * 3_600_000, '%M:%S', 3_600_000],
  [24 * 3_600_000, '%M:%S', 6 * 3_600_000]
])('a run of %d ms has few ticks', (ms, axis, tick) => {
  const chart = timelineChart([step('Connect', 0, ms)])
  expect(chart).toContain(`axisFormat ${axis}\n  tickInterval ${tick}millisecond`)
})

test('what Mermaid would read in a name is left out', () => {
  const chart = timelineChart([step('a: crit\n~~~\n%%{init}%%; click #x', 0, 1)])
  expect(chart.split('\n').at(-2)).toBe('  a  crit        init     click  x 1 ms :0, 1')
})
