import type { Call } from './evidence-of-run.ts'
import { performRun } from './perform-run.ts'
import { DEEDS, type Fault, type Interruption, isPossible, type Moment, type Schedule, UNTROUBLED } from './schedule.ts'

const PLAIN: Schedule = {
  plan: {
    code: 'python',
    settings: ['tier', 'env-changed', 'env-added'],
    strategy: 'merge',
    hasSchema: false,
    tests: 'pass',
    rollback: 'on-failure'
  },
  ...UNTROUBLED,
  later: 'failure'
}

const BARE: Schedule = { ...PLAIN, plan: { ...PLAIN.plan, settings: [], tests: 'none' } }

/** The ways that a run takes through the story. */
const WAYS: Readonly<Record<string, Schedule>> = {
  'published, and rolled back': PLAIN,
  'refused, and put back': {
    ...PLAIN,
    faults: [faultAt('publishDraft', { how: 'refused', code: 'PERMISSION_DENIED' })]
  },
  'lost, and sent again': { ...BARE, faults: [faultAt('publishDraft', { how: 'lost' })] },
  'lost, and taken by a platform that clears its slot': {
    ...BARE,
    world: { ...PLAIN.world, isDraftCleared: true },
    faults: [faultAt('publishDraft', { how: 'lost-taken', ms: 15_000 })]
  },
  'killed while it publishes, and settled': {
    ...PLAIN,
    interruption: { how: 'killed', at: { stage: 'main', method: 'publishDraft', nth: 1, where: 'done', plusMs: 0 } }
  },
  'published, dead, and gone back by itself': { ...PLAIN, world: { ...PLAIN.world, isDead: true } },
  'published, dead, and untested': { ...BARE, world: { ...PLAIN.world, isDead: true } },
  'made new': { ...PLAIN, world: { ...PLAIN.world, versions: 'no app', mergesEnv: true } },
  'tested, and failed': {
    ...PLAIN,
    plan: { ...PLAIN.plan, settings: ['public', 'env-added'], hasSchema: true, tests: 'fail' }
  },
  'published, and active late': { ...BARE, faults: [faultAt('publishDraft', { how: 'taken-late', ms: 15_000 })] },
  'built, and cancelled': {
    ...BARE,
    plan: { ...BARE.plan, code: 'service' },
    interruption: {
      how: 'cancelled',
      at: { stage: 'main', method: 'readBuild', nth: 1, where: 'answered', plusMs: 700 }
    }
  },
  'compiled, on a platform without hashes': {
    ...BARE,
    plan: { ...BARE.plan, code: 'go' },
    world: { ...PLAIN.world, hasHashes: false }
  }
}

/** Each way, and each with one thing more that goes wrong, at each of its calls. */
export async function* sweptSchedules(): AsyncIterable<Schedule> {
  for (const way of Object.values(WAYS)) {
    yield way
    const { calls } = await performRun(way)
    for (const call of calls) if (call.nth <= 3) yield* withOneMore(way, call)
  }
}

function* withOneMore(way: Schedule, { stage, method, nth }: Call): Iterable<Schedule> {
  const at = { stage, method, nth }
  const faults = method.startsWith('read') ? READ_FAULTS : WRITE_FAULTS
  for (const fault of faults.map((each) => faultAt(method, { ...at, ...each })).filter(isPossible)) {
    yield { ...way, faults: [fault, ...way.faults] }
  }
  for (const moment of momentsAt(at)) {
    for (const what of DEEDS) yield { ...way, others: [{ what, at: moment }] }
    if (stage === 'post' || way.interruption) continue
    for (const how of STOPS) yield { ...way, interruption: { how, at: moment } }
  }
}

const STOPS: readonly Interruption['how'][] = ['cancelled', 'timed_out', 'killed']

function momentsAt(at: Pick<Moment, 'stage' | 'method' | 'nth'>): readonly Moment[] {
  return (['sent', 'done', 'answered'] as const).map((where) => ({ ...at, where, plusMs: 0 }))
}

const READ_FAULTS: readonly Partial<Fault>[] = [
  { how: 'lost' },
  { how: 'lost', times: 50 },
  { how: 'refused', code: 'INTERNAL' },
  { how: 'no-token' },
  { how: 'slow', ms: 700_000 }
]

const WRITE_FAULTS: readonly Partial<Fault>[] = [
  { how: 'lost' },
  { how: 'lost-done' },
  { how: 'refused', code: 'INTERNAL' },
  { how: 'refused', code: 'PERMISSION_DENIED' },
  { how: 'refused-done', code: 'INTERNAL' },
  { how: 'refused-done', code: 'RESOURCE_EXHAUSTED' },
  ...[15_000, 90_000].flatMap((ms) =>
    (['late', 'taken-late', 'lost-taken', 'no-number'] as const).map((how) => ({ how, ms }))
  ),
  { how: 'no-number' },
  { how: 'slow', ms: 700_000 },
  { how: 'doubled' },
  { how: 'no-token' }
]

function faultAt(method: Fault['method'], given: Partial<Fault>): Fault {
  return { stage: 'main', method, nth: 1, times: 1, how: 'lost', ms: 0, code: 'INTERNAL', ...given }
}
