import ignore, { type Ignore } from 'ignore'
import { badPattern, type IgnoreFile, type IgnoreMatch, namesSomething } from './ignore-file.ts'

export const IGNITE_IGNORE = '.igniteignore'

/** `.gitignore` rules of the directories from the root down to one of them (gitignore(5)): the deepest file wins. */
export class IgniteRules {
  static readonly none = new IgniteRules(matcher(), matcher())
  readonly #all: Ignore
  /** The exceptions that name something, alone. */
  readonly #naming: Ignore

  private constructor(all: Ignore, naming: Ignore) {
    this.#all = all
    this.#naming = naming
  }

  /** These rules and those of a file in `directory`, a POSIX path from the root. Throws SourceError naming the line. */
  with(directory: string, file: IgnoreFile): IgniteRules {
    const patterns = file.lines.flatMap((line, index) => {
      if (line.startsWith('#') || line.trim() === '') return []
      const isException = line.startsWith('!')
      const body = withoutTrailingSpaces(isException ? line.slice(1) : line)
      const fault = faultOf(body)
      if (fault) throw badPattern(file.shownPath, index, fault)
      return [{ isException, body, pattern: `${isException ? '!' : ''}${rooted(directory, body)}` }]
    })
    const naming = patterns.filter(({ isException, body }) => isException && namesSomething(body))
    return new IgniteRules(
      matcher()
        .add(this.#all)
        .add(patterns.map((each) => each.pattern)),
      matcher()
        .add(this.#naming)
        .add(naming.map((each) => each.pattern))
    )
  }

  /** Of a path whose parents are not ignored. */
  matchOf(path: string, isDirectory: boolean): IgnoreMatch {
    const asked = isDirectory ? `${path}/` : path
    const { ignored, unignored } = this.#all.test(asked)
    if (ignored) return 'ignored'
    if (!unignored) return 'none'
    return this.#naming.test(asked).unignored ? 'named' : 'kept'
  }
}

/** As git on Linux, and the same on every machine: upper and lower case differ. */
function matcher(): Ignore {
  return ignore({ ignorecase: false })
}

function withoutTrailingSpaces(body: string): string {
  let end = body.length
  while (body[end - 1] === ' ' && body[end - 2] !== '\\') end--
  return body.slice(0, end)
}

function faultOf(body: string): string | undefined {
  if (body === '') return 'is an exception without a pattern'
  for (let at = 0; at < body.length; at++) {
    if (body[at] === '\\') {
      at++
      if (at === body.length) return 'ends with a backslash that escapes nothing'
    } else if (body[at] === '[') {
      at = endOfBrackets(body, at)
      if (at < 0) return 'has a `[` that is not closed'
    }
  }
  return undefined
}

const CLASS = /\[:\w+:\]/y

/** Where the bracket expression that begins there is closed, or -1. */
function endOfBrackets(body: string, start: number): number {
  const last = body.lastIndexOf(']')
  let at = start + 1
  if (body[at] === '!' || body[at] === '^') at++
  // The first `]` is meant by itself where another one closes.
  if (body[at] === ']' && at < last) at++
  for (; at <= last; at++) {
    if (body[at] === ']') return at
    CLASS.lastIndex = at
    if (body[at] === '\\') at++
    else if (body[at] === '[' && CLASS.test(body) && CLASS.lastIndex <= last) at = CLASS.lastIndex - 1
  }
  return -1
}

/** The same pattern as the root's own ignore file would have it. */
function rooted(directory: string, body: string): string {
  const plain = body.replace(/^\\([#!])/, '$1')
  const isAnchored = body.slice(0, -1).includes('/')
  if (directory === '') return body
  const parent = directory.replace(/[\\*?[\] ]/g, '\\$&')
  return isAnchored ? `/${parent}/${plain.replace(/^\//, '')}` : `/${parent}/**/${plain}`
}
