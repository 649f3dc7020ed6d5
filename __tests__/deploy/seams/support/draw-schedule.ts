import fc from 'fast-check'
import {
  DEEDS,
  FAULTS,
  type Fault,
  type Interruption,
  isPossible,
  type Method,
  type Moment,
  type OtherDeed,
  type PlanChoice,
  type Schedule,
  type StageName,
  type WorldChoice
} from './schedule.ts'

/** The first of each choice is the plainest: that is where shrinking goes. */

const plan = {
  code: often<PlanChoice['code']>('python', ['python', 'go', 'image', 'git', 'service']),
  settings: fc.subarray(['tier', 'public', 'env-changed', 'env-added'] as const),
  strategy: often<PlanChoice['strategy']>('merge', ['merge', 'overwrite']),
  hasSchema: seldom(true).map(Boolean),
  tests: fc.constantFrom<PlanChoice['tests'][]>('none', 'none', 'pass', 'pass', 'pass', 'fail'),
  rollback: fc.constantFrom<PlanChoice['rollback'][]>('never', 'on-failure', 'on-failure', 'on-cancel')
}

const world: fc.Arbitrary<Omit<WorldChoice, 'isDead'>> = fc.record({
  versions: often<WorldChoice['versions']>(1, [1, 2, 0, 'no app']),
  isDraftCleared: fc.boolean(),
  hasHashes: often(true, [true, false]),
  mergesEnv: fc.boolean(),
  schemaIsLive: fc.boolean(),
  isCodeOld: often(false, [false, true])
})

/** A part of the story, and the calls that it is made of: what goes wrong goes wrong there. */
type Scope = {
  readonly plan: Partial<Record<keyof PlanChoice, fc.Arbitrary<unknown>>>
  readonly main: readonly Method[]
  readonly post: readonly Method[]
  readonly later?: fc.Arbitrary<Schedule['later']>
}

const PUBLISHING: Scope = {
  plan: {},
  main: ['publishDraft', 'publishDraft', 'publishDraft', 'readVersions', 'readDraft', 'readApp'],
  post: ['readVersions']
}

const SETTING: Scope = {
  plan: { settings: fc.subarray(['tier', 'public', 'env-changed', 'env-added'] as const, { minLength: 1 }) },
  main: ['updateSettings', 'updateSettings', 'updateSettings', 'readApp', 'testDraft', 'publishDraft'],
  post: ['updateSettings', 'readApp']
}

const ROLLING_BACK: Scope = {
  plan: { rollback: fc.constantFrom('on-failure', 'on-cancel'), tests: often('none', ['none', 'pass']) },
  main: ['publishDraft', 'readApp', 'readVersions'],
  post: ['rollback', 'rollback', 'readApp', 'readApp', 'updateSettings'],
  later: fc.constantFrom('failure', 'failure', 'cancelled')
}

const BUILDING: Scope = {
  plan: { code: fc.constant('service') },
  main: ['createBuild', 'readBuild', 'readBuilds', 'saveDraft'],
  post: ['cancelBuild', 'readBuild']
}

const ALL: Scope = {
  plan: {},
  main: [
    'createApp',
    'saveDraft',
    'compileDraft',
    'testDraft',
    'readExecution',
    'readApp',
    'readDraft',
    'readVersions'
  ],
  post: ['testVersion', 'readExecution', 'readVersions', 'rollback']
}

const nth = fc.constantFrom(1, 1, 1, 1, 2, 2, 3)

/** Late by a part of the time that is looked for, by more than that, and by more than a run has. */
const lateMs = fc.constantFrom(0, 15_000, 45_000, 90_000, 700_000)

const CODES = ['INTERNAL', 'UNKNOWN', 'RESOURCE_EXHAUSTED', 'PERMISSION_DENIED', 'UNAUTHENTICATED'] as const

export const schedules: fc.Arbitrary<Schedule> = fc.oneof(
  { weight: 3, arbitrary: scheduleIn(PUBLISHING) },
  { weight: 3, arbitrary: scheduleIn(SETTING) },
  { weight: 3, arbitrary: scheduleIn(ROLLING_BACK) },
  { weight: 1, arbitrary: scheduleIn(BUILDING) },
  { weight: 2, arbitrary: scheduleIn(ALL) }
)

function scheduleIn(scope: Scope): fc.Arbitrary<Schedule> {
  const at = fc.oneof(
    { weight: 3, arbitrary: aimedAt('main', scope.main) },
    { weight: scope.later ? 3 : 1, arbitrary: aimedAt('post', scope.post) }
  )
  const moments = momentOf(at)
  const others: fc.Arbitrary<OtherDeed> = fc.record({ what: fc.constantFrom(...DEEDS), at: moments })
  const interruption: fc.Arbitrary<Interruption> = fc.record({
    how: fc.constantFrom('cancelled', 'timed_out', 'killed'),
    at: momentOf(aimedAt('main', scope.main))
  })
  const schedule = fc.record({
    plan: fc.record({ ...plan, ...scope.plan }) as fc.Arbitrary<PlanChoice>,
    world,
    faults: fc.array(faultOf(at), { maxLength: 3 }),
    others: fc.array(others, { maxLength: 2 }),
    interruption: fc.oneof(
      { weight: scope.later ? 9 : 3, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: interruption }
    ),
    fullDiskAt: seldom(1, 2, 3, 4, 5),
    later: scope.later ?? fc.constantFrom<Schedule['later'][]>('failure', 'success', 'cancelled'),
    isDead: often(false, [false, true])
  })
  return schedule.map(({ isDead, ...rest }) => ({ ...rest, world: { ...rest.world, isDead } }))
}

type Aim = { readonly stage: StageName; readonly method: Method }

function aimedAt(stage: StageName, methods: readonly Method[]): fc.Arbitrary<Aim> {
  return fc.record({ stage: fc.constant(stage), method: fc.constantFrom(...methods) })
}

function faultOf(at: fc.Arbitrary<Aim>): fc.Arbitrary<Fault> {
  return fc
    .record({
      at,
      nth,
      times: fc.constantFrom(1, 1, 1, 3, 50),
      how: fc.constantFrom(...FAULTS),
      ms: lateMs,
      code: fc.constantFrom(...CODES)
    })
    .map(({ at: aim, ...rest }) => ({ ...aim, ...rest }))
    .filter(isPossible)
}

function momentOf(at: fc.Arbitrary<Aim>): fc.Arbitrary<Moment> {
  return fc
    .record({
      at,
      nth,
      where: fc.constantFrom<Moment['where'][]>('sent', 'done', 'answered'),
      plusMs: fc.constantFrom(0, 0, 0, 700, 12_000, 61_000)
    })
    .map(({ at: aim, ...rest }) => ({ ...aim, ...rest }))
}

function often<T>(usual: T, all: readonly T[]): fc.Arbitrary<T> {
  return fc.constantFrom(usual, ...all, usual)
}

/** One time in ten. */
function seldom<T>(...values: readonly T[]): fc.Arbitrary<T | undefined> {
  return fc.nat(9).chain((due) => (due < 9 ? fc.constant(undefined) : fc.constantFrom(...values)))
}
