import ignore, { type Ignore } from 'ignore'
import { type IgnitePattern, ignitePatterns } from './ignite-pattern.ts'
import type { IgnoreFile, IgnoreMatch } from './ignore-file.ts'
import { type IndexedPattern, keyOf, PatternIndex, type PatternKey } from './pattern-index.ts'

export const IGNITE_IGNORE = '.igniteignore'

/** `.gitignore` rules of the directories from the root down to one of them (gitignore(5)): the deepest file wins. */
export class IgniteRules {
  static readonly none = new IgniteRules([])
  /** The deepest first. */
  readonly #files: readonly FileRules[]

  private constructor(files: readonly FileRules[]) {
    this.#files = files
  }

  /** These rules and those of a file in `directory`, a POSIX path from the root. Throws SourceError naming the line. */
  with(directory: string, file: IgnoreFile): IgniteRules {
    return new IgniteRules([new FileRules(directory, ignitePatterns(file)), ...this.#files])
  }

  /** Of a path whose parents are not ignored. */
  matchOf(path: string, isDirectory: boolean): IgnoreMatch {
    const asked = isDirectory ? `${path}/` : path
    const isKept = this.#isKept(asked)
    if (isKept === undefined) return 'none'
    if (!isKept) return 'ignored'
    return this.#files.some((rules) => rules.isNamed(asked)) ? 'named' : 'kept'
  }

  /** As the deepest file has it that says anything. */
  #isKept(asked: string): boolean | undefined {
    for (const rules of this.#files) {
      const isKept = rules.isKept(asked)
      if (isKept !== undefined) return isKept
    }
    return undefined
  }
}

/** The rules of one file, for paths below its directory. */
class FileRules {
  readonly #start: number
  readonly #groups: readonly Group[]
  readonly #all: PatternIndex
  /** The exceptions that name something, alone. */
  readonly #naming: PatternIndex

  constructor(directory: string, patterns: readonly IgnitePattern[]) {
    this.#start = directory === '' ? 0 : directory.length + 1
    this.#groups = grouped(patterns)
    this.#all = new PatternIndex(this.#groups)
    this.#naming = new PatternIndex(grouped(patterns.filter(({ isException, names }) => isException && names)))
  }

  /** Whether the last rule that matches is an exception; undefined where none matches. */
  isKept(asked: string): boolean | undefined {
    return this.#groups[this.#all.lastMatch(asked.slice(this.#start), -1)]?.isException
  }

  isNamed(asked: string): boolean {
    return this.#naming.lastMatch(asked.slice(this.#start), -1) >= 0
  }
}

/** In order. Those with one key are together, as long as nothing between them says the opposite. */
function grouped(patterns: readonly IgnitePattern[]): readonly Group[] {
  const groups = new Map<string, Group>()
  let run = 0
  for (const [index, { isException, body, parts }] of patterns.entries()) {
    if (isException !== patterns[index - 1]?.isException) run++
    const key = keyOf(parts)
    const name = `${run} ${key.kind} ${key.text}`
    const group = groups.get(name) ?? new Group(key, isException)
    group.bodies.push(body)
    groups.set(name, group)
  }
  return [...groups.values()]
}

const ANSWERS_KEPT = 100

/** Patterns of which it makes no difference which one matches. */
class Group implements IndexedPattern {
  readonly key: PatternKey
  readonly isException: boolean
  readonly bodies: string[] = []
  #matcher: Ignore | undefined
  #answers = 0

  constructor(key: PatternKey, isException: boolean) {
    this.key = key
    this.isException = isException
  }

  /**
   * The library looks at the parents of a path first. As exceptions, the patterns ignore none of them, so that its answer is
   * about the path itself. It keeps every answer, and a copy of it starts without them.
   */
  matches(path: string): boolean {
    this.#matcher ??= matcher().add(this.bodies.map((body) => `!${body}`))
    if (++this.#answers % ANSWERS_KEPT === 0) this.#matcher = matcher().add(this.#matcher)
    return this.#matcher.test(path).unignored
  }
}

/** As git on Linux, and the same on every machine: upper and lower case differ. */
function matcher(): Ignore {
  return ignore({ ignorecase: false })
}
