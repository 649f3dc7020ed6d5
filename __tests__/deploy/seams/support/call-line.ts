import { AuthError, type PlatformError } from '../../../../src/model/errors.ts'
import { callError } from './call-error.ts'
import type { Call } from './evidence-of-run.ts'
import { type ModelWorld, Refusal } from './model-world.ts'
import type { Fault, Method } from './schedule.ts'
import type { CallMoments, StageProcess } from './stage-process.ts'

/** One way. */
const LATENCY_MS = 10
/** What a publish in flight is left when the run is told to stop. */
const GRACE_MS = 5_000

/** What a call asks for: `act` changes something, `read` does not. */
export type CallRequest<T> = {
  readonly method: Method
  readonly argument?: unknown
  readonly act?: () => T
  readonly read?: () => T
  /** The answer before the effect, and the effect. Where it is missing, nothing is taken before it is done. */
  readonly promised?: () => { readonly answer: T; readonly later: () => void }
  readonly workMs?: number
}

export type LineParts = {
  readonly world: ModelWorld
  readonly process: StageProcess
  readonly moments: CallMoments
  readonly faults: readonly Fault[]
  readonly calls: Call[]
  /** Whose error is whose. */
  readonly errors: WeakMap<Error, number>
}

type Flight<T> = { readonly call: Call; readonly request: CallRequest<T>; readonly end: EndCall<T> }
type EndCall<T> = (how: NonNullable<Call['end']>, answer: T | Error) => void

/** The way between one process and the platform, and all that can go wrong on it. */
export class CallLine {
  readonly #parts: LineParts
  readonly #counts = new Map<Method, number>()

  constructor(parts: LineParts) {
    this.#parts = parts
  }

  send<T>(request: CallRequest<T>): Promise<T> {
    const { process, world, calls } = this.#parts
    const { promise, resolve, reject } = Promise.withResolvers<T>()
    if (process.isDead) return promise
    const call = this.#record(request)
    calls.push(call)
    const end: EndCall<T> = (how, answer) => {
      if (call.end) return
      Object.assign(call, { end: how, endSeq: world.tick(), endMs: world.time.nowMs, answer })
      if (process.isDead) return
      if (answer instanceof Error) reject(answer)
      else resolve(answer)
      this.#reached(call, 'answered')
    }
    if (process.signal.aborted) end('stopped', process.signal.reason)
    else {
      this.#reached(call, 'sent')
      this.#endOnStop(call, end)
      this.#fly({ call, request, end })
    }
    return promise
  }

  #record({ method, argument }: CallRequest<unknown>): Call {
    const { process, world } = this.#parts
    const nth = (this.#counts.get(method) ?? 0) + 1
    this.#counts.set(method, nth)
    return {
      seq: world.tick(),
      atMs: world.time.nowMs,
      stage: process.name,
      method,
      nth,
      argument,
      isAfterStop: process.signal.aborted,
      isAfterEnd: process.hasEnded
    }
  }

  #endOnStop<T>(call: Call, end: EndCall<T>): void {
    const { process, world } = this.#parts
    const stop = (): void => {
      if (call.method !== 'publishDraft') end('stopped', process.signal.reason)
      else world.time.after(GRACE_MS, () => end('ambiguous', this.#error(call, 'CANCELLED', true)))
    }
    if (process.signal.aborted) stop()
    else process.signal.addEventListener('abort', stop, { once: true })
  }

  #fly<T>(flight: Flight<T>): void {
    const { call, request } = flight
    const fault = this.#parts.faults.find(
      ({ stage, method, nth, times }) =>
        stage === call.stage && method === call.method && nth <= call.nth && call.nth < nth + times
    )
    if (fault === undefined || (request.read && HARMLESS.includes(fault.how))) this.#deliver(flight, 0)
    else this.#go(flight, fault)
  }

  #go<T>(flight: Flight<T>, fault: Fault): void {
    const { call, end } = flight
    const { time } = this.#parts.world
    const ambiguous = () => end('ambiguous', this.#error(call, 'UNAVAILABLE', true))
    const refused = () => end('refused', this.#error(call, fault.code, false))
    const effect = () => time.after(LATENCY_MS, () => this.#effect(flight))
    const answer = (act: () => void, ms = 0) => time.after(2 * LATENCY_MS + ms, act)
    const ways: Readonly<Record<Fault['how'], () => void>> = {
      lost: () => answer(ambiguous, fault.ms),
      'lost-done': () => [effect(), answer(ambiguous, fault.ms)],
      late: () => [answer(ambiguous), answer(() => this.#effect(flight), fault.ms)],
      refused: () => answer(refused),
      'refused-done': () => [effect(), answer(refused)],
      'no-token': () => answer(() => end('refused', this.#noToken(call))),
      'taken-late': () => this.#take(flight, fault),
      'lost-taken': () => this.#take(flight, fault),
      'no-number': () => this.#take(flight, fault),
      slow: () => this.#deliver(flight, fault.ms),
      doubled: () => this.#deliver(flight, 0, () => this.#effect(flight, true))
    }
    ways[fault.how]()
  }

  #deliver<T>(flight: Flight<T>, answerAfterMs: number, afterEffect = () => {}): void {
    const { time } = this.#parts.world
    time.after(LATENCY_MS + (flight.request.workMs ?? 0), () => {
      const result = this.#effect(flight)
      if (!(result instanceof Error)) afterEffect()
      const how = result instanceof Error ? 'refused' : 'ok'
      time.after(LATENCY_MS + answerAfterMs, () => flight.end(how, result))
    })
  }

  /** The platform takes the call, and what it does shows later; what cannot be taken so is done at once. */
  #take<T>(flight: Flight<T>, { how, ms }: Fault): void {
    const { call, request, end } = flight
    const { world } = this.#parts
    const { time } = world
    const { promised } = request
    if (!promised) {
      this.#deliver(flight, 0)
      return
    }
    time.after(LATENCY_MS, () => {
      const result = this.#trying(call, promised)
      if (result instanceof Error) return time.after(LATENCY_MS, () => end('refused', result))
      const answers = {
        'lost-taken': () => end('ambiguous', this.#error(call, 'UNAVAILABLE', true)),
        'no-number': () => end('ok', undefined as T)
      } as const
      time.after(
        LATENCY_MS,
        how === 'lost-taken' || how === 'no-number' ? answers[how] : () => end('ok', result.answer)
      )
      return time.after(ms, () => {
        this.#trying(call, () => world.deed(call.stage, call.method, result.later, { call: call.seq }))
        this.#reached(call, 'done')
      })
    })
  }

  /** What the platform makes of the call, or its error. */
  #effect<T>({ call, request }: Flight<T>, isDouble = false): T | Error {
    const { world } = this.#parts
    const { act, read } = request
    const details = { call: call.seq, ...(isDouble && { isDouble }) }
    const result = this.#trying(call, () => (act ? world.deed(call.stage, call.method, act, details) : read!()))
    if (isDouble) return result
    call.doneSeq = world.tick()
    this.#reached(call, 'done')
    return result
  }

  #trying<T>(call: Call, act: () => T): T | Error {
    try {
      return act()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return this.#error(call, error.code, false, error.message)
    }
  }

  #error(call: Call, code: string, ambiguous: boolean, words?: string): PlatformError {
    return this.#known(call, callError(call.method, code, ambiguous, words))
  }

  #noToken(call: Call): AuthError {
    return this.#known(call, new AuthError('The token endpoint gave no token.'))
  }

  #known<T extends Error>(call: Call, error: T): T {
    this.#parts.errors.set(error, call.seq)
    return error
  }

  #reached({ method, nth }: Call, where: 'sent' | 'done' | 'answered'): void {
    this.#parts.moments.reached({ stage: this.#parts.process.name, method, nth, where })
  }
}

/** What does nothing to a read. */
const HARMLESS: readonly Fault['how'][] = ['taken-late', 'lost-taken', 'no-number', 'doubled']
