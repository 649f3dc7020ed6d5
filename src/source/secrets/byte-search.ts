/** Something to search for; at least two bytes long. */
export type Needle = { readonly bytes: Buffer }

type Match<T> = { readonly at: number; readonly needle: T }

/**
 * Searches for many byte strings at once. Only each last pair of bytes of a window as long as the shortest needle is looked
 * at, and nearly always the window can go on by almost its length (Wu and Manber, 1994), so that the time does not grow with the
 * number of needles.
 */
export class Needles<T extends Needle> {
  readonly #window: number
  readonly #shifts: Uint8Array
  readonly #byLastPair = new Map<number, readonly T[]>()

  constructor(needles: readonly T[]) {
    this.#window = Math.min(256, ...needles.map((needle) => needle.bytes.length))
    this.#shifts = new Uint8Array(1 << 16).fill(this.#window - 1)
    for (const needle of needles) this.#add(needle)
  }

  /** The first match that starts at `from` or after it, and before `until`. */
  next(bytes: Buffer, from: number, until: number): Match<T> | undefined {
    const ahead = this.#window - 1
    const end = Math.min(bytes.length, until + ahead)
    for (let last = from + ahead; last < end; ) {
      const pair = ((bytes[last - 1] as number) << 8) | (bytes[last] as number)
      const shift = this.#shifts[pair] as number
      if (shift === 0) {
        const at = last - ahead
        const needle = this.#byLastPair.get(pair)?.find((each) => startsWith(bytes, at, each.bytes))
        if (needle) return { at, needle }
      }
      last += shift || 1
    }
    return undefined
  }

  #add(needle: T): void {
    for (let at = 1; at < this.#window; at++) {
      const pair = needle.bytes.readUInt16BE(at - 1)
      this.#shifts[pair] = Math.min(this.#shifts[pair] as number, this.#window - 1 - at)
    }
    const last = needle.bytes.readUInt16BE(this.#window - 2)
    this.#byLastPair.set(last, [...(this.#byLastPair.get(last) ?? []), needle])
  }
}

function startsWith(bytes: Buffer, at: number, needle: Buffer): boolean {
  const end = at + needle.length
  return end <= bytes.length && bytes.compare(needle, 0, needle.length, at, end) === 0
}
