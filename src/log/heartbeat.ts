/** Longer silence is told (in milliseconds). */
const SILENCE_MS = 15_000

export type Timers = {
  /** Monotonic milliseconds. */
  now(): number
  /** Runs once, in so many milliseconds, unless it is disposed of before. Does not keep the process alive. */
  after(ms: number, run: () => void): Disposable
}

export const realTimers: Timers = {
  // What measures performance is a dozen modules.
  now: () => process.uptime() * 1000,
  after: (ms, run) => setTimeout(run, ms).unref()
}

/** Tells, every 15 s of silence, for how long the work has been going on. Ends when it is disposed of. */
export class Heartbeat implements Disposable {
  readonly #timers: Timers
  readonly #tell: (elapsedMs: number) => void
  readonly #started: number
  #lastSign: number
  #timer: Disposable

  constructor(timers: Timers, tell: (elapsedMs: number) => void) {
    this.#timers = timers
    this.#tell = tell
    this.#started = timers.now()
    this.#lastSign = this.#started
    this.#timer = this.#wait()
  }

  /** Something was shown. A timer that is set anew by each line of a flood would cost more than this. */
  sign(): void {
    this.#lastSign = this.#timers.now()
  }

  [Symbol.dispose](): void {
    this.#timer[Symbol.dispose]()
  }

  #wait(): Disposable {
    const left = this.#lastSign + SILENCE_MS - this.#timers.now()
    return this.#timers.after(Math.max(0, left), () => this.#look())
  }

  #look(): void {
    const now = this.#timers.now()
    if (now - this.#lastSign >= SILENCE_MS) {
      this.#lastSign = now
      this.#tell(now - this.#started)
    }
    this.#timer = this.#wait()
  }
}
