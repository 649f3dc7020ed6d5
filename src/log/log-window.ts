import { LastLines } from './last-lines.ts'
import { endWithin, lineCount } from './whole-lines.ts'

/** In bytes of cleaned text: how much of one remote log the job log shows of its beginning and of its end. */
export type WindowSize = { readonly first: number; readonly last: number }

/** People open the job log in a browser; the runner keeps, masks and uploads each line of it. */
export const SHOWN: WindowSize = { first: 9_000_000, last: 1_000_000 }

type Gap = { readonly lines: number; readonly bytes: number }

/**
 * The part of one remote log that the job log shows: what comes first at once, what comes last when it ends. It holds
 * no more than the last part, however much comes.
 */
export class LogWindow {
  #room: number
  #last: LastLines
  #heldLines = 0
  #heldBytes = 0

  constructor({ first, last }: WindowSize) {
    this.#room = first
    this.#last = new LastLines(last)
  }

  /** Whether lines that came are neither shown nor held. */
  get isLosing(): boolean {
    return this.#heldBytes > this.#last.capacity
  }

  /** Those of these whole lines, so many, that are shown now. The others are held until the end, or until more come. */
  take(lines: Buffer, count: number): Buffer {
    const end = endWithin(lines, this.#room)
    // What comes after a held line is held too.
    this.#room = end < lines.length ? 0 : this.#room - end
    const shown = lines.subarray(0, end)
    if (end < lines.length) this.#hold(lines.subarray(end), count - lineCount(shown))
    return shown
  }

  /**
   * What is shown at the end, and what is missing before it. A log that broke off has several ends: each shows half of
   * what the one before did, so that even then the whole stays bounded.
   */
  end(): { readonly leftOut: Gap | undefined; readonly last: Buffer } {
    const last = this.#last.lines()
    const leftOut = { lines: this.#heldLines - lineCount(last), bytes: this.#heldBytes - last.length }
    if (this.#heldBytes > 0) this.#last = new LastLines(Math.floor(this.#last.capacity / 2))
    this.#heldLines = 0
    this.#heldBytes = 0
    return { leftOut: leftOut.bytes > 0 ? leftOut : undefined, last }
  }

  #hold(lines: Buffer, count: number): void {
    this.#heldLines += count
    this.#heldBytes += lines.length
    this.#last.take(lines)
  }
}
