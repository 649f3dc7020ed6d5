import { cleanPattern, dockerRegExp, literalPattern, PatternFault } from './docker-pattern.ts'
import { badPattern, type IgnoreFile, type IgnoreMatch, namesSomething } from './ignore-file.ts'
import { type IndexedPattern, keyOf, PatternIndex } from './pattern-index.ts'

type Rule = {
  readonly isException: boolean
  readonly pattern: string
  readonly names: boolean
  readonly whole: RegExp
  /** One for each part of the path; undefined where a part can stand for several. */
  readonly parts: readonly (RegExp | undefined)[]
  readonly namesPart: readonly boolean[]
}

/**
 * The rules of a `.dockerignore` (docs.docker.com, "Build context"): patterns count from the root, one that matches a directory
 * matches all below it, the last that matches decides, and what lies below an excluded directory can be taken back.
 */
export class DockerRules {
  static readonly none = new DockerRules([])
  readonly #rules: readonly Rule[]
  readonly #exceptions: readonly Rule[]
  readonly #index: PatternIndex
  readonly #ofDirectories = new Map<string, number>()

  private constructor(rules: readonly Rule[]) {
    this.#rules = rules
    this.#exceptions = rules.filter(({ isException }) => isException)
    this.#index = new PatternIndex(rules.map(indexed))
  }

  /**
   * Reads the file, where there is one. The Dockerfile is sent whatever the file says, as docker does it. Throws SourceError
   * naming the line.
   */
  static read(file: IgnoreFile | undefined, dockerfile: string | undefined): DockerRules {
    const rules = file?.lines.flatMap((line, index) =>
      ruleOf(line, (fault) => badPattern(file.shownPath, index, fault))
    )
    const sent = dockerfile === undefined ? [] : [compiled(literalPattern(dockerfile), true)]
    return new DockerRules([...(rules ?? []), ...sent])
  }

  matchOf(path: string): IgnoreMatch {
    if (this.#rules.length === 0) return 'none'
    const last = this.#rules[this.#lastOf(path)]
    if (!last) return 'none'
    if (!last.isException) return 'ignored'
    return this.#exceptions.some((rule) => rule.names && rule.whole.test(path)) ? 'named' : 'kept'
  }

  /** These rules with those exceptions alone that name this directory on their way down. */
  naming(directory: string): DockerRules {
    const parts = directory.split('/')
    return new DockerRules(this.#rules.filter((rule) => !rule.isException || names(rule, parts)))
  }

  /** True where an exception may match something below a directory. */
  reachBelow(directory: string): boolean {
    const parts = directory.split('/')
    return this.#exceptions.some((rule) => reaches(rule, parts))
  }

  /** The index of the last rule that matches the path or a directory above it; -1 where none does. */
  #lastOf(path: string): number {
    const above = path.lastIndexOf('/')
    return this.#index.lastMatch(path, above <= 0 ? -1 : this.#lastOfDirectory(path.slice(0, above)))
  }

  #lastOfDirectory(directory: string): number {
    const last = this.#ofDirectories.get(directory) ?? this.#lastOf(directory)
    this.#ofDirectories.set(directory, last)
    return last
  }
}

/** A `#` starts a comment in the first column only. */
function ruleOf(line: string, bad: (fault: string) => Error): readonly Rule[] {
  const text = line.startsWith('#') ? '' : line.trim()
  if (text === '') return []
  const isException = text.startsWith('!')
  const pattern = cleanPattern((isException ? text.slice(1).trim() : text) || '/')
  if (isException && pattern === '/') throw bad('is an exception without a pattern')
  try {
    return [compiled(pattern, isException)]
  } catch (error) {
    if (error instanceof PatternFault) throw bad(error.message)
    throw error
  }
}

function compiled(pattern: string, isException: boolean): Rule {
  const whole = dockerRegExp(pattern)
  const parts = pattern.split('/')
  return {
    isException,
    pattern,
    whole,
    names: namesSomething(pattern),
    parts: parts.map(partOf),
    namesPart: parts.map(namesSomething)
  }
}

function indexed({ pattern, whole }: Rule): IndexedPattern {
  return { key: keyOf(pattern.split('/')), matches: (path) => whole.test(path) }
}

function partOf(part: string): RegExp | undefined {
  return /\*\*|\[|\\$/.test(part) ? undefined : dockerRegExp(part)
}

function reaches(rule: Rule, directory: readonly string[]): boolean {
  for (const [index, name] of directory.entries()) {
    if (index >= rule.parts.length) return false
    const part = rule.parts[index]
    if (!part) return true
    if (!part.test(name)) return false
  }
  return rule.parts.length > directory.length
}

function names(rule: Rule, directory: readonly string[]): boolean {
  const isOnWay = directory.every((name, index) => rule.parts[index]?.test(name))
  return isOnWay && (rule.namesPart[directory.length - 1] ?? false)
}
