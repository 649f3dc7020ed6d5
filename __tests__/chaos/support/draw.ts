import { type Random, seeded, shuffled } from '../../../emulator/wire/random.ts'

/** Draws what a plan is made of. The same seed draws the same things. */
export class Draw {
  readonly #random: Random

  constructor(seed: number) {
    this.#random = seeded(seed)
    // The first numbers of neighbouring seeds are alike.
    for (let skipped = 0; skipped < 16; skipped += 1) this.#random.below(2)
  }

  chance(percent: number): boolean {
    return this.#random.below(100) < percent
  }

  /** Both ends included. */
  between(least: number, most: number): number {
    return least + this.#random.below(most - least + 1)
  }

  one<Item>(items: readonly Item[]): Item {
    return items[this.#random.below(items.length)]!
  }

  some<Item>(items: readonly Item[], count: number): readonly Item[] {
    return shuffled(items, this.#random).slice(0, count)
  }

  /** Of items that are drawn as often as their weights say. */
  weighted<Item extends string>(weights: Readonly<Record<Item, number>>): Item {
    const items = Object.entries(weights) as [Item, number][]
    return this.one(items.flatMap(([item, weight]) => Array.from({ length: weight }, () => item)))
  }
}
