import { LINE_FEED } from './whole-lines.ts'

/** A ring of bytes: the last whole lines of all that came, in at most so many bytes. */
export class LastLines {
  readonly capacity: number
  #ring = Buffer.alloc(1)
  #taken = 0

  constructor(capacity: number) {
    this.capacity = capacity
  }

  take(lines: Buffer): void {
    const ring = this.#ringFor(this.#taken + lines.length)
    const kept = lines.subarray(Math.max(0, lines.length - ring.length))
    this.#taken += lines.length
    const start = (this.#taken - kept.length) % ring.length
    const copied = kept.copy(ring, start)
    kept.copy(ring, 0, copied)
  }

  /** Most logs are short: the ring grows with what came until it is full for the first time. */
  #ringFor(bytes: number): Buffer {
    // One byte more than is given back tells whether the first line is whole.
    const most = this.capacity + 1
    if (bytes < this.#ring.length || this.#ring.length === most) return this.#ring
    const ring = Buffer.allocUnsafe(Math.min(most, 2 * bytes))
    this.#ring.copy(ring)
    this.#ring = ring
    return ring
  }

  lines(): Buffer {
    const ring = this.#ring
    if (this.#taken < ring.length) return ring.subarray(0, this.#taken)
    const oldest = this.#taken % ring.length
    const all = Buffer.concat([ring.subarray(oldest), ring.subarray(0, oldest)])
    return all.subarray(all.indexOf(LINE_FEED) + 1)
  }
}
