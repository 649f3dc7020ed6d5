import type { Timers } from '../../../src/log/heartbeat.ts'

/** Timers whose time passes only when a test says so. */
export class SteppedTimers implements Timers {
  #now = 0
  #due = new Set<{ readonly at: number; readonly run: () => void }>()

  get waiting(): number {
    return this.#due.size
  }

  now(): number {
    return this.#now
  }

  after(ms: number, run: () => void): Disposable {
    const entry = { at: this.#now + ms, run }
    this.#due.add(entry)
    return { [Symbol.dispose]: () => void this.#due.delete(entry) }
  }

  advance(ms: number): void {
    const end = this.#now + ms
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#due.delete(next)
      this.#now = next.at
      next.run()
    }
    this.#now = end
  }

  #next(end: number) {
    return [...this.#due].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
  }
}
