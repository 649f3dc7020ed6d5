/** Numbers that look random and are the same for the same seed on every machine. */
export type Random = {
  /** A whole number from 0 up to, but not, `limit` (at most 2^32). */
  readonly below: (limit: number) => number
}

/** xorshift32 (Marsaglia 2003): small, and plenty for shuffling a schema. Its state may never be zero. */
export function seeded(seed: number): Random {
  let state = (Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995) | 0 || 1
  const below = (limit: number): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return Math.floor(((state >>> 0) / 2 ** 32) * limit)
  }
  return { below }
}

/** The same items in another order. */
export function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const order = items.map((item) => ({ item, key: random.below(2 ** 32) }))
  return order.sort((one, other) => one.key - other.key).map((entry) => entry.item)
}
