import fc from 'fast-check'
import {
  DEEDS,
  FAULTS,
  type Fault,
  type Interruption,
  type Method,
  type Moment,
  type OtherDeed,
  type PlanChoice,
  type Schedule,
  type StageName,
  type WorldChoice
} from './schedule.ts'

/** The first of each choice is the plainest: that is where shrinking goes. */

const plan: fc.Arbitrary<PlanChoice> = fc.record({
  code: often<PlanChoice['code']>('python', ['python', 'go', 'image', 'git', 'service']),
  settings: fc.subarray(['tier', 'public', 'env-changed', 'env-added'] as const),
  strategy: often<PlanChoice['strategy']>('merge', ['merge', 'overwrite']),
  hasSchema: often(false, [false, true]),
  tests: fc.constantFrom('none', 'pass', 'pass', 'fail'),
  rollback: fc.constantFrom('never', 'on-failure', 'on-failure', 'on-cancel')
})

const world: fc.Arbitrary<WorldChoice> = fc.record({
  versions: often<WorldChoice['versions']>(1, [1, 2, 0, 'no app']),
  isDraftCleared: fc.boolean(),
  hasHashes: often(true, [true, false]),
  mergesEnv: fc.boolean(),
  schemaIsLive: fc.boolean(),
  isCodeOld: often(false, [false, true])
})

/** The seams that matter most come most often. */
const MAIN_METHODS: readonly Method[] = [
  'publishDraft',
  'updateSettings',
  'readVersions',
  'readApp',
  'readDraft',
  'saveDraft',
  'testDraft',
  'readExecution',
  'compileDraft',
  'createApp',
  'createBuild',
  'readBuild',
  'readBuilds',
  'publishDraft',
  'publishDraft',
  'publishDraft',
  'updateSettings',
  'readVersions',
  'readApp'
]
const POST_METHODS: readonly Method[] = [
  'rollback',
  'readApp',
  'readVersions',
  'updateSettings',
  'cancelBuild',
  'readBuild',
  'rollback',
  'updateSettings'
]

const aimed: fc.Arbitrary<{ readonly stage: StageName; readonly method: Method }> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ stage: fc.constant('main' as const), method: fc.constantFrom(...MAIN_METHODS) })
  },
  { weight: 1, arbitrary: fc.record({ stage: fc.constant('post' as const), method: fc.constantFrom(...POST_METHODS) }) }
)
const nth = fc.constantFrom(1, 1, 1, 2, 2, 3, 4)

/** Late by moments, by a part of the time that is looked for, by more than that, and by more than a run has. */
const lateMs = fc.constantFrom(0, 1_500, 15_000, 45_000, 90_000, 700_000)

const fault: fc.Arbitrary<Fault> = fc
  .record({
    at: aimed,
    nth,
    times: fc.constantFrom(1, 1, 1, 3, 50),
    how: fc.constantFrom(...FAULTS),
    ms: lateMs,
    code: fc.constantFrom('INTERNAL', 'UNKNOWN', 'RESOURCE_EXHAUSTED', 'PERMISSION_DENIED', 'UNAUTHENTICATED')
  })
  .map(({ at, ...rest }) => ({ ...at, ...rest }))
  .filter(isPossible)

const moment: fc.Arbitrary<Moment> = fc
  .record({
    at: aimed,
    nth,
    where: fc.constantFrom('sent', 'done', 'answered'),
    plusMs: fc.constantFrom(0, 0, 0, 700, 12_000, 61_000)
  })
  .map(({ at, ...rest }) => ({ ...at, ...rest }))

const other: fc.Arbitrary<OtherDeed> = fc.record({ what: fc.constantFrom(...DEEDS), at: moment })

const interruption: fc.Arbitrary<Interruption> = fc.record({
  how: fc.constantFrom('cancelled', 'timed_out', 'killed'),
  at: moment.map((at) => ({ ...at, stage: 'main' as const }))
})

export const schedules: fc.Arbitrary<Schedule> = fc.record({
  plan,
  world,
  faults: fc.array(fault, { maxLength: 3 }),
  others: fc.array(other, { maxLength: 2 }),
  interruption: fc.option(interruption, { nil: undefined, freq: 2 }),
  fullDiskAt: seldom(fc.constantFrom(1, 2, 3, 4, 5)),
  later: fc.constantFrom('failure', 'success', 'cancelled')
})

/** A right that is refused has no effect; two drafts of one call are told from another run’s by nobody. */
function isPossible({ how, code, method }: Fault): boolean {
  if (how === 'no-number') return method === 'publishDraft'
  if (how === 'doubled' && method === 'saveDraft') return false
  return how !== 'refused-done' || (code !== 'PERMISSION_DENIED' && code !== 'UNAUTHENTICATED')
}

function often<T>(usual: T, all: readonly T[]): fc.Arbitrary<T> {
  return fc.constantFrom(usual, ...all, usual)
}

function seldom<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 0, 0, 1).chain((due) => (due ? arbitrary : fc.constant(undefined)))
}
