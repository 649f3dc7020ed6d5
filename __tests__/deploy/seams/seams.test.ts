import { beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { schedules } from './support/draw-schedule.ts'
import { performRun } from './support/perform-run.ts'
import type { Schedule } from './support/schedule.ts'
import { SEAM_PROPERTIES } from './support/seam-properties.ts'
import { shownRun } from './support/show-run.ts'
import { sweptSchedules } from './support/sweep.ts'

/** The same schedules every time. By hand: SEAMS_RUNS=20000, SEAMS_SEED=n for others, SEAMS_ONLY=name for one property. */
const SEED = Number(process.env['SEAMS_SEED'] ?? 1311)
const RUNS = Number(process.env['SEAMS_RUNS'] ?? 2_000)
const ONLY = process.env['SEAMS_ONLY']

const NAMES = Object.keys(SEAM_PROPERTIES).filter((name) => ONLY === undefined || name === ONLY)
const MOST_MS = 900_000 + RUNS * 30

/** The first schedule of each kind that breaks a property. */
const swept = new Map<string, Schedule>()
const drawn = new Map<string, number>()

/** Every schedule is run once, and looked at by all. */
beforeAll(async () => {
  for await (const schedule of sweptSchedules()) {
    for (const name of await brokenBy(schedule)) if (!swept.has(name)) swept.set(name, schedule)
  }
  let index = 0
  const looked = fc.asyncProperty(schedules, async (schedule) => {
    for (const name of await brokenBy(schedule)) if (!drawn.has(name)) drawn.set(name, index)
    index++
  })
  await fc.assert(looked, { seed: SEED, numRuns: RUNS })
}, MOST_MS)

async function brokenBy(schedule: Schedule): Promise<readonly string[]> {
  const run = await performRun(schedule)
  return NAMES.filter((name) => SEAM_PROPERTIES[name]!(run).length > 0)
}

test('the names are known', () => expect(NAMES).not.toEqual([]))

test.each(NAMES)(
  '%s',
  async (name) => {
    const index = drawn.get(name)
    const schedule = index === undefined ? swept.get(name) : await smallest(name, index)
    if (schedule) throw new Error(await told(name, schedule))
  },
  MOST_MS
)

/** The least that has to go wrong for it. */
async function smallest(name: string, index: number): Promise<Schedule> {
  const holds = fc.asyncProperty(schedules, async (schedule) => !(await brokenBy(schedule)).includes(name))
  const { counterexample } = await fc.check(holds, { seed: SEED, path: String(index), numRuns: 1 })
  return (counterexample as [Schedule])[0]
}

async function told(name: string, schedule: Schedule): Promise<string> {
  const run = await performRun(schedule)
  return `${SEAM_PROPERTIES[name]!(run).join('\n')}\n\n${shownRun(run)}`
}
