import type { OpenRun } from '../../../../src/model/open-run.ts'
import type { Facts } from '../../../../src/model/outcome.ts'
import type { Call, Claim, Deed, Failure, Live, MainEnd, PostEnd, RunEvidence } from './evidence-of-run.ts'
import { type Method, type OtherDeed, type Schedule, type StageName, UNTROUBLED } from './schedule.ts'

type LiveChange = Readonly<Record<string, string | undefined>>
type ToldCall = Partial<Pick<Call, 'argument' | 'end' | 'answer'>> & {
  readonly does?: LiveChange
  readonly version?: number
}

const SCHEDULE: Schedule = {
  plan: { code: 'python', settings: ['tier'], strategy: 'merge', hasSchema: false, tests: 'none', rollback: 'never' },
  ...UNTROUBLED,
  later: 'success'
}

/** A run that never was, told step by step, to see that the checks can fail. */
export class ToldRun {
  readonly #deeds: Deed[] = []
  readonly #calls: Call[] = []
  readonly #claims: Claim[] = []
  readonly #facts: { readonly seq: number; readonly facts: Facts }[] = []
  readonly #ledger: { readonly seq: number; readonly entry: OpenRun | 'closed' }[] = []
  readonly #plan: Partial<Schedule['plan']>
  readonly start: Live = { active: '1', tier: '"small"', 'env.MODE': 'old' }
  #live: Live = this.start
  #seq = 0
  #atMs = 0
  #stage: StageName = 'main'
  #hasEnded = false
  #main: MainEnd | undefined
  #post: PostEnd | undefined
  #stopped: RunEvidence['stopped']
  #testsPassedSeq: number | undefined
  #given: Partial<RunEvidence> = {}

  constructor(plan: Partial<Schedule['plan']> = {}) {
    this.#plan = plan
  }

  call(method: Method, { argument, end = 'ok', answer, does, version }: ToldCall = {}): this {
    const seq = this.#next()
    const { isAfterStop, isAfterEnd } = { isAfterStop: this.#stopped !== undefined, isAfterEnd: this.#hasEnded }
    const call = {
      seq,
      atMs: this.#atMs,
      stage: this.#stage,
      method,
      nth: 1,
      argument,
      isAfterStop,
      isAfterEnd,
      end,
      answer
    }
    this.#calls.push(call)
    if (does) this.shows(method, does, version)
    const doneSeq = this.#next()
    Object.assign(call, { doneSeq, endSeq: this.#next(), endMs: this.#atMs })
    return this
  }

  /** The effect of the last call of a method. */
  shows(method: Method, change: LiveChange, version?: number): this {
    const call = this.#calls.findLast((each) => each.method === method)
    return this.#did(call?.stage ?? 'main', method, change, {
      ...(call && { call: call.seq }),
      ...made(version, 'ours')
    })
  }

  other(what: OtherDeed['what'], change: LiveChange, version?: number): this {
    return this.#did('other', what, change, made(version, 'theirs'))
  }

  says(text: string, channel: Claim['channel'] = 'info'): this {
    this.#claims.push({ seq: this.#next(), atMs: this.#atMs, stage: this.#stage, channel, text })
    return this
  }

  reports(facts: Facts): this {
    this.#facts.push({ seq: this.#next(), facts })
    return this
  }

  writes(entry: 'closed' | 'publishing'): this {
    const app = { organization: 'acme', name: 'greeter' }
    const open = { phase: 'changed', app, previousVersion: 1 } as const
    this.#ledger.push({ seq: this.#next(), entry: entry === 'closed' ? entry : open })
    return this
  }

  later(ms: number): this {
    this.#atMs += ms
    return this
  }

  stops(reason: string): this {
    this.#stopped = { seq: this.#next(), atMs: this.#atMs, reason }
    return this
  }

  testsPass(): this {
    this.#testsPassedSeq = this.#next()
    return this
  }

  /** Main has ended, and post begins. */
  returns(reason: 'ok' | 'recovered' | 'superseded' = 'ok'): this {
    return this.#ends({ how: 'returned', outcome: { status: 'published', reason }, failure: undefined })
  }

  fails(reason: string, failure: Partial<Failure> = {}): this {
    const whole = { reason, message: reason, isExpected: true, isFullDisk: false, call: undefined, ...failure }
    return this.#ends({ how: 'failed', outcome: undefined, failure: whole })
  }

  hangs(): this {
    return this.#ends({ how: 'hung', outcome: undefined, failure: undefined })
  }

  postReturns(sentence: string): this {
    this.says(sentence, 'sentence')
    return this.#endsPost({ how: 'returned', sentence, failure: undefined })
  }

  postFails(reason: string, failure: Partial<Failure> = {}): this {
    const whole = { reason, message: reason, isExpected: true, isFullDisk: false, call: undefined, ...failure }
    this.says(whole.message, 'error')
    return this.#endsPost({ how: 'failed', sentence: undefined, failure: whole })
  }

  given(evidence: Partial<RunEvidence>): this {
    this.#given = evidence
    return this
  }

  /** The error of the last call. */
  lastError(): Pick<Failure, 'call'> {
    return { call: this.#calls.at(-1)?.seq }
  }

  evidence(): RunEvidence {
    const main = this.#main ?? this.returns().#main!
    return {
      schedule: { ...SCHEDULE, plan: { ...SCHEDULE.plan, ...this.#plan } },
      ...{ start: this.start, deeds: this.#deeds, calls: this.#calls, claims: this.#claims, facts: this.#facts },
      ...{ ledger: this.#ledger, stopped: this.#stopped, main, post: this.#post, afterEnd: [] },
      versions: [],
      runningBuilds: [],
      testsPassedSeq: this.#testsPassedSeq,
      wanted: { tier: '"medium"', 'env.MODE': 'new' },
      ownContent: 'ours',
      ...this.#given
    }
  }

  #next(): number {
    this.#atMs += 10
    return ++this.#seq
  }

  #did(by: Deed['by'], what: string, change: LiveChange, details: Partial<Deed>): this {
    const before = this.#live
    const merged = Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined)
    this.#live = Object.fromEntries(merged) as Live
    this.#deeds.push({ seq: this.#next(), atMs: this.#atMs, by, what, before, after: this.#live, ...details })
    return this
  }

  #ends(end: Pick<MainEnd, 'how' | 'outcome' | 'failure'>): this {
    this.#main = { ...end, seq: this.#next(), atMs: this.#atMs }
    this.#hasEnded = true
    return this
  }

  /** What comes now is post’s. */
  post(): this {
    this.#stage = 'post'
    this.#hasEnded = false
    return this
  }

  #endsPost(end: Pick<PostEnd, 'how' | 'sentence' | 'failure'>): this {
    this.#post = { ...end, seq: this.#next(), startedAtMs: this.#atMs, atMs: this.#atMs }
    return this
  }
}

function made(version: number | undefined, content: string): Partial<Deed> {
  return version === undefined ? {} : { version, content }
}
