/** Milliseconds of the first pause and of the longest one. */
export type PauseRange = { readonly first: number; readonly most: number }

/** The pause after so many tries, from 1, in milliseconds: it doubles each time, up to the longest. */
export function pauseAfter({ first, most }: PauseRange, tries: number): number {
  return Math.min(first * 2 ** (tries - 1), most)
}

/** Pauses one after the other. */
export class Backoff {
  readonly #range: PauseRange
  #tries = 0

  constructor(range: PauseRange) {
    this.#range = range
  }

  /** How long to wait now, in milliseconds. */
  next(): number {
    this.#tries++
    return pauseAfter(this.#range, this.#tries)
  }

  /** The next pause is the first one again. */
  reset(): void {
    this.#tries = 0
  }
}
