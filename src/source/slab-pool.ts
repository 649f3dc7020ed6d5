export const SLAB_BYTES = 1 << 20

/** Slabs that are used again and again: fresh ones would heap up as garbage faster than it is collected. */
export class SlabPool {
  readonly #free: Buffer[] = []

  /** A slab with whatever was in it before. */
  take(): Buffer {
    return this.#free.pop() ?? Buffer.allocUnsafeSlow(SLAB_BYTES)
  }

  /** Gives back a slab, or the part of one that was used, that nobody will read any more. */
  give(used: Buffer): void {
    this.#free.push(Buffer.from(used.buffer as ArrayBuffer))
  }
}
