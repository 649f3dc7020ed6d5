import type { Clock } from '../model/ports/ports.ts'

/** Time that several pieces of work share; what runs at the same time is counted once. */
export class Budget {
  readonly #clock: Pick<Clock, 'now'>
  #leftMs: number
  #running = 0
  #since = 0

  constructor(clock: Pick<Clock, 'now'>, ms: number) {
    this.#clock = clock
    this.#leftMs = ms
  }

  get leftMs(): number {
    return Math.max(0, this.#leftMs - this.#runningMs())
  }

  /** Does the work with a signal that ends it when nothing is left, and counts its time. */
  async spend<T>(work: (end: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#running === 0) this.#since = this.#clock.now()
    this.#running += 1
    try {
      return await work(AbortSignal.timeout(Math.ceil(this.leftMs)))
    } finally {
      if (this.#running === 1) this.#leftMs -= this.#runningMs()
      this.#running -= 1
    }
  }

  #runningMs(): number {
    return this.#running === 0 ? 0 : this.#clock.now() - this.#since
  }
}
