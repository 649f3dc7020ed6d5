import type { Clock } from '../model/ports/ports.ts'

/** Time that several pieces of work share. */
export class Budget {
  readonly #clock: Pick<Clock, 'now'>
  #leftMs: number

  constructor(clock: Pick<Clock, 'now'>, ms: number) {
    this.#clock = clock
    this.#leftMs = ms
  }

  get leftMs(): number {
    return Math.max(0, this.#leftMs)
  }

  /** Does the work with a signal that ends it when nothing is left, and counts its time. */
  async spend<T>(work: (end: AbortSignal) => Promise<T>): Promise<T> {
    const began = this.#clock.now()
    try {
      return await work(AbortSignal.timeout(Math.ceil(this.leftMs)))
    } finally {
      this.#leftMs -= this.#clock.now() - began
    }
  }
}
