/** What must stand in a path before a pattern can match it: all of it, its first directory, its name or the ending of that. */
export type PatternKey = { readonly kind: 'path' | 'top' | 'name' | 'ending' | 'any'; readonly text: string }

export interface IndexedPattern {
  readonly key: PatternKey
  matches(path: string): boolean
}

const WILDCARD = /[*?[\]\\]/
const ENDING = /\.[^.*?[\]\\]*$/

/**
 * The key of a pattern by its parts, with `**` for any number of directories. A `**` beside other characters may stand for a
 * slash as well, in a `.dockerignore`, so that the part behind it need not be the whole name.
 */
export function keyOf(parts: readonly string[]): PatternKey {
  const [first = ''] = parts
  const last = parts.at(-1) ?? ''
  if (parts.every(isLiteral)) return { kind: 'path', text: parts.join('/') }
  if (isLiteral(last) && parts.every((part) => part === '**' || !part.includes('**'))) {
    return { kind: 'name', text: last }
  }
  if (isLiteral(first)) return { kind: 'top', text: first }
  const [ending] = ENDING.exec(last) ?? []
  return ending === undefined ? { kind: 'any', text: '' } : { kind: 'ending', text: ending }
}

/**
 * Finds the last of many patterns that matches a path. A pattern is tried on those paths alone that have its key, so that
 * thousands of names take the time of a few.
 */
export class PatternIndex {
  readonly #patterns: readonly IndexedPattern[]
  readonly #lists = {
    path: new Map<string, number[]>(),
    top: new Map<string, number[]>(),
    name: new Map<string, number[]>(),
    ending: new Map<string, number[]>(),
    any: new Map<string, number[]>()
  }

  constructor(patterns: readonly IndexedPattern[]) {
    this.#patterns = patterns
    for (const [index, { key }] of patterns.entries()) {
      const lists = this.#lists[key.kind]
      const list = lists.get(key.text)
      if (list) list.push(index)
      else lists.set(key.text, [index])
    }
  }

  /** The index of the last one that matches, if it comes after `after`; else `after`. The path may end with a slash. */
  lastMatch(path: string, after: number): number {
    if (this.#patterns.length === 0) return after
    return keysOf(path).reduce((found, { kind, text }) => {
      const list = this.#lists[kind].get(text)
      return list ? this.#lastIn(list, path, found) : found
    }, after)
  }

  #lastIn(indices: readonly number[], path: string, after: number): number {
    for (let at = indices.length - 1; at >= 0; at--) {
      const index = indices[at] as number
      if (index <= after) return after
      if (this.#patterns[index]?.matches(path)) return index
    }
    return after
  }
}

/** Those of all patterns that can match it. */
function keysOf(path: string): readonly PatternKey[] {
  const whole = path.endsWith('/') ? path.slice(0, -1) : path
  const name = whole.slice(whole.lastIndexOf('/') + 1)
  const dot = name.lastIndexOf('.')
  return [
    { kind: 'path', text: whole },
    { kind: 'top', text: whole.slice(0, Math.max(0, whole.indexOf('/'))) },
    { kind: 'name', text: name },
    { kind: 'ending', text: dot < 0 ? '' : name.slice(dot) },
    { kind: 'any', text: '' }
  ]
}

function isLiteral(part: string): boolean {
  return !WILDCARD.test(part)
}
