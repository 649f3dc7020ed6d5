import { Stopped } from '../../../../src/model/errors.ts'
import type { Interruption, Moment, StageName } from './schedule.ts'
import { StageClock, type VirtualTime } from './virtual-time.ts'

/** Main or post as a process: it can be told to stop, and it can be killed. */
export class StageProcess {
  readonly name: StageName
  readonly clock: StageClock
  readonly #controller = new AbortController()
  readonly #onStop: (reason: string) => void
  isDead = false
  hasEnded = false

  constructor(name: StageName, time: VirtualTime, onStop: (reason: string) => void = () => undefined) {
    this.name = name
    this.#onStop = onStop
    this.clock = new StageClock(time, this.signal, () => this.isDead)
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  interrupt(how: Interruption['how']): void {
    if (this.hasEnded || this.isDead || this.signal.aborted) return
    this.#onStop(how)
    if (how === 'killed') this.isDead = true
    else this.#controller.abort(new Stopped(how, how === 'cancelled' ? 'The run was cancelled.' : 'It took too long.'))
  }
}

/** Does what is due when a call is sent, has taken effect, or is answered. */
export class CallMoments {
  readonly #time: VirtualTime
  readonly #due: { readonly at: Moment; readonly act: () => void }[] = []

  constructor(time: VirtualTime) {
    this.#time = time
  }

  on(at: Moment, act: () => void): void {
    this.#due.push({ at, act })
  }

  reached(now: Omit<Moment, 'plusMs'>): void {
    for (const { at, act } of this.#due) {
      const isNow = at.stage === now.stage && at.method === now.method && at.nth === now.nth && at.where === now.where
      if (!isNow) continue
      if (at.plusMs === 0) act()
      else this.#time.after(at.plusMs, act)
    }
  }
}
