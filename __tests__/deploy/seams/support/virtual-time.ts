import { setImmediate as settled } from 'node:timers/promises'
import type { Clock } from '../../../../src/model/ports/ports.ts'

type Timer = { readonly atMs: number; readonly order: number; readonly act: () => void }

/** Time that passes only when nobody has anything left to do: hours of it take no time, and every run of it is the same. */
export class VirtualTime {
  #nowMs = 0
  #order = 0
  #timers: Timer[] = []

  get nowMs(): number {
    return this.#nowMs
  }

  /** Gives what takes the timer back. */
  after(ms: number, act: () => void): () => void {
    const timer = { atMs: this.#nowMs + Math.max(0, ms), order: this.#order++, act }
    const behind = this.#timers.findIndex((each) => each.atMs > timer.atMs)
    this.#timers.splice(behind < 0 ? this.#timers.length : behind, 0, timer)
    return () => {
      const at = this.#timers.indexOf(timer)
      if (at >= 0) this.#timers.splice(at, 1)
    }
  }

  /** Lets time pass until then, or until nothing will happen any more. False where `isOver` never came true. */
  async passUntil(isOver: () => boolean, limitMs = Number.POSITIVE_INFINITY): Promise<boolean> {
    for (;;) {
      await settled()
      if (isOver()) return true
      const [next] = this.#timers
      if (!next || next.atMs > limitMs) return false
      this.#timers.shift()
      this.#nowMs = next.atMs
      next.act()
    }
  }

  /** Lets so much time pass, whatever happens in it. */
  async pass(ms: number): Promise<void> {
    let isOver = false
    this.after(ms, () => {
      isOver = true
    })
    await this.passUntil(() => isOver)
  }
}

/** The clock of one process: its sleeps end when it is told to stop, and never where it was killed. */
export class StageClock implements Clock {
  readonly #time: VirtualTime
  readonly #stop: AbortSignal
  readonly #isDead: () => boolean

  constructor(time: VirtualTime, stop: AbortSignal, isDead: () => boolean) {
    this.#time = time
    this.#stop = stop
    this.#isDead = isDead
  }

  now(): number {
    return this.#time.nowMs
  }

  async sleep(ms: number, wake?: AbortSignal): Promise<void> {
    this.#stop.throwIfAborted()
    if (wake?.aborted) return
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const end = (act: () => void) => () => {
      if (!this.#isDead()) act()
    }
    const takeBack = this.#time.after(ms, end(resolve))
    const woken = end(resolve)
    const stopped = end(() => reject(this.#stop.reason))
    wake?.addEventListener('abort', woken, { once: true })
    this.#stop.addEventListener('abort', stopped, { once: true })
    try {
      await promise
    } finally {
      takeBack()
      wake?.removeEventListener('abort', woken)
      this.#stop.removeEventListener('abort', stopped)
    }
  }
}
