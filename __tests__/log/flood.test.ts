import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'

/** `FLOOD_MB=1000` is the long form. */
const FLOOD_MB = Number(process.env['FLOOD_MB'] ?? 60)
const MB = 1_000_000

let temp = ''
beforeEach(() => {
  temp = mkdtempSync(path.join(tmpdir(), 'flood-'))
})
afterEach(() => rmSync(temp, { recursive: true, force: true }))

type Flooded = {
  /** Most memory in bytes, in the first fifth of the log and in the rest. */
  readonly early: number
  readonly late: number
  /** Bytes that reached the sink, and the most that waited for it before the end. */
  readonly written: number
  readonly waited: number
  readonly lines: number
  readonly path: string
}

function flooded(shape: 'lines' | 'one-line', megabytes: number): Flooded {
  const program = path.join(import.meta.dirname, 'support/flooding.ts')
  // A small heap, so that what is measured is what is held and not what waits to be collected.
  const args = ['--max-old-space-size=24', '--max-semi-space-size=1', program, shape, String(megabytes), temp]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Flooded
}

test(`a flood of ${FLOOD_MB} MB into a slow sink is bounded in the job log, in the file and in memory`, () => {
  const { early, late, written, waited, lines, path: file } = flooded('lines', FLOOD_MB)
  expect(lines).toBe(FLOOD_MB * 10_000)
  expect(written).toBeLessThan(10 * MB + 500)
  expect(written).toBeGreaterThan(10 * MB - 500)
  expect(statSync(file).size).toBeLessThanOrEqual(100 * MB)
  expect(statSync(file).size).toBeGreaterThan(Math.min(FLOOD_MB, 99) * MB)
  // Two blocks may be on their way: one that fills the sink, and one that was gathered before the writer waited.
  expect(waited).toBeLessThan(300_000)
  expect(late - early).toBeLessThan(10 * MB)
})

test('a line of 10 MB without an end takes less than 100 MB of memory', () => {
  const { late, written, lines } = flooded('one-line', 10)
  expect(lines).toBe(153)
  expect(written).toBeLessThan(153 * 4_100)
  expect(late).toBeLessThan(100 * MB)
})

test(`a line of ${FLOOD_MB} MB without an end takes no more memory than its beginning`, () => {
  const { early, late } = flooded('one-line', FLOOD_MB)
  expect(late - early).toBeLessThan(10 * MB)
})
