/** A pattern of a `.dockerignore` that was cleaned, and what it means. */
type IndexedPattern = { readonly pattern: string; readonly whole: RegExp }

const WILDCARD = /[*?[\\]/

/**
 * Finds the last of many patterns that matches a path. A pattern with a part that must stand in the path is tried on such
 * paths alone, so that thousands of names take the time of a few.
 */
export class PatternIndex {
  readonly #patterns: readonly IndexedPattern[]
  /** The last one that is this path. */
  readonly #whole = new Map<string, number>()
  /** Those that begin with this directory. */
  readonly #byFirst = new Map<string, number[]>()
  /** Those of a name in any directory. */
  readonly #byLast = new Map<string, number[]>()
  readonly #others: number[] = []

  constructor(patterns: readonly IndexedPattern[]) {
    this.#patterns = patterns
    for (const [index, { pattern }] of patterns.entries()) this.#add(pattern, index)
  }

  /** The index of the last one that matches the path itself, if it comes after `after`; else `after`. */
  lastMatch(path: string, after: number): number {
    const first = path.slice(0, Math.max(0, path.indexOf('/')))
    const last = path.slice(path.lastIndexOf('/') + 1)
    const exact = Math.max(after, this.#whole.get(path) ?? -1)
    const lists = [this.#byFirst.get(first), this.#byLast.get(last), this.#others]
    return lists.reduce((found, list) => Math.max(found, this.#lastIn(list ?? [], path, found)), exact)
  }

  #lastIn(indices: readonly number[], path: string, after: number): number {
    for (let at = indices.length - 1; at >= 0; at--) {
      const index = indices[at] as number
      if (index <= after) return after
      if (this.#patterns[index]?.whole.test(path)) return index
    }
    return after
  }

  #add(pattern: string, index: number): void {
    const [first = '', ...rest] = pattern.split('/')
    if (!WILDCARD.test(pattern)) this.#whole.set(pattern, index)
    else if (!WILDCARD.test(first)) addTo(this.#byFirst, first, index)
    else if (first === '**' && rest.length > 0 && !rest.some((part) => WILDCARD.test(part))) {
      addTo(this.#byLast, rest.at(-1) ?? '', index)
    } else this.#others.push(index)
  }
}

function addTo(lists: Map<string, number[]>, key: string, index: number): void {
  const list = lists.get(key)
  if (list) list.push(index)
  else lists.set(key, [index])
}
