import { beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { schedules } from './support/draw-schedule.ts'
import { performRun } from './support/perform-run.ts'
import type { Schedule } from './support/schedule.ts'
import { SEAM_PROPERTIES } from './support/seam-properties.ts'
import { shownRun } from './support/show-run.ts'

/** The same schedules every time; others, and more of them, by hand. */
const SEED = Number(process.env['SEAMS_SEED'] ?? 1311)
const RUNS = Number(process.env['SEAMS_RUNS'] ?? 4_000)
const ONLY = process.env['SEAMS_ONLY']

const NAMES = Object.keys(SEAM_PROPERTIES).filter((name) => ONLY === undefined || name === ONLY)
const MOST_MS = 60_000 + RUNS * 30

/** The first schedule that breaks each property. */
const broken = new Map<string, number>()

beforeAll(async () => {
  let index = 0
  const looked = fc.asyncProperty(schedules, async (schedule) => {
    const run = await performRun(schedule)
    for (const name of NAMES) if (!broken.has(name) && SEAM_PROPERTIES[name]!(run).length > 0) broken.set(name, index)
    index++
  })
  await fc.assert(looked, { seed: SEED, numRuns: RUNS })
}, MOST_MS)

test('the names are known', () => expect(NAMES).not.toEqual([]))

test.each(NAMES)(
  '%s',
  async (name) => {
    const index = broken.get(name)
    if (index !== undefined) throw new Error(await smallest(name, index))
  },
  MOST_MS
)

/** The least that has to go wrong for it. */
async function smallest(name: string, index: number): Promise<string> {
  const check = SEAM_PROPERTIES[name]!
  const holds = fc.asyncProperty(schedules, async (schedule) => check(await performRun(schedule)).length === 0)
  const { counterexample } = await fc.check(holds, { seed: SEED, path: String(index), numRuns: 1 })
  const [schedule] = counterexample as [Schedule]
  const run = await performRun(schedule)
  return `${check(run).join('\n')}\n\n${shownRun(run)}`
}
