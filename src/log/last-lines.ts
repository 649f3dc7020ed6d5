import { LINE_FEED } from './whole-lines.ts'

/** A ring of bytes: the last whole lines of all that came, in at most so many bytes. */
export class LastLines {
  readonly capacity: number
  #ring: Buffer | undefined
  #taken = 0

  constructor(capacity: number) {
    this.capacity = capacity
  }

  take(lines: Buffer): void {
    // One byte more than is given back tells whether the first line is whole.
    const ring = this.#ring ?? Buffer.allocUnsafe(this.capacity + 1)
    this.#ring = ring
    const kept = lines.subarray(Math.max(0, lines.length - ring.length))
    this.#taken += lines.length
    const start = (this.#taken - kept.length) % ring.length
    const copied = kept.copy(ring, start)
    kept.copy(ring, 0, copied)
  }

  lines(): Buffer {
    const ring = this.#ring
    if (!ring) return Buffer.alloc(0)
    if (this.#taken < ring.length) return ring.subarray(0, this.#taken)
    const oldest = this.#taken % ring.length
    const all = Buffer.concat([ring.subarray(oldest), ring.subarray(0, oldest)])
    return all.subarray(all.indexOf(LINE_FEED) + 1)
  }
}
