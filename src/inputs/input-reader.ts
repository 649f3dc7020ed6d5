import { Problem } from '../model/errors.ts'
import { enumerate } from '../model/words.ts'
import { INPUTS, type InputName, NOT_BUILT, nearest } from './input-names.ts'
import { type ParsedValue, parseBoolean } from './parse/parse-values.ts'

/** The names of inputs, as they are spelled in a workflow. */
type ProblemInputs = readonly [string, ...string[]]

export type Environment = Readonly<Record<string, string | undefined>>

/** Reads inputs by name and gathers all that is wrong with them, so that one report names everything. */
export class InputReader {
  readonly problems: Problem[] = []
  readonly #env: Environment
  readonly #warn: (text: string) => void

  /** @param warn Told what is taken, and was perhaps not meant so. */
  constructor(env: Environment, warn: (text: string) => void = () => undefined) {
    this.#env = env
    this.#warn = warn
  }

  /** The input as it stands, or undefined where it is absent or empty: the runner does not tell the two apart. */
  raw(name: InputName): string | undefined {
    return this.#env[`INPUT_${name.toUpperCase()}`] || undefined
  }

  /** Without the white space around it. */
  text(name: InputName): string | undefined {
    return this.raw(name)?.trim() || undefined
  }

  /** An environment variable outside the inputs, for credentials. */
  variable(name: string): string | undefined {
    return this.#env[name]?.trim() || undefined
  }

  /** The parsed value, or undefined where the input is absent or wrong; what is wrong is kept for the report. */
  read<T>(name: InputName, parse: (text: string) => ParsedValue<T>, text = this.text(name)): T | undefined {
    if (text === undefined) return undefined
    const parsed = parse(text)
    if ('value' in parsed) {
      for (const warning of parsed.warnings ?? []) this.#warn(`\`${name}\` ${warning}`)
      return parsed.value
    }
    this.reject([name], `\`${name}\` ${parsed.problem}.`, parsed.fix)
    return undefined
  }

  boolean(name: InputName): boolean | undefined {
    return this.read(name, parseBoolean)
  }

  reject(inputs: ProblemInputs, message: string, fix: string): void {
    this.problems.push(new Problem({ inputs, message, fix }))
  }

  /** Something is not given that must be: an input that is filled from a secret or a variable is not there in every run. */
  rejectLacking(inputs: ProblemInputs, message: string, fix: string): void {
    this.problems.push(new Problem({ inputs, message, fix, isLacking: true }))
  }

  /** A misspelt input would be ignored by the runner, with a warning that nobody reads. */
  rejectUnknown(): void {
    for (const name of this.#given()) {
      if (isIn(name, INPUTS)) continue
      if (isIn(name, NOT_BUILT)) {
        this.reject([name], `\`${name}\` is not built in this version of the action.`, 'Remove it.')
        continue
      }
      const meant = nearest(name, INPUTS)
      this.reject(
        [name],
        `\`${name}\` is not an input of this action.`,
        meant ? `Did you mean \`${meant}\`?` : 'Remove it.'
      )
    }
  }

  /** The names among these that have a value, built or not. */
  given<T extends string>(names: readonly T[]): readonly T[] {
    const given = this.#given()
    return names.filter((name) => given.includes(name))
  }

  /** Reports inputs of which one makes the others meaningless. */
  rejectTogether(names: readonly string[], fix: string): boolean {
    const given = this.given(names)
    const [first, second, ...others] = given
    if (first === undefined || second === undefined) return false
    this.reject([first, second, ...others], `${enumerate(given.map((name) => `\`${name}\``))} are set together.`, fix)
    return true
  }

  /** Reports inputs that another one makes meaningless. */
  rejectUseless(names: readonly InputName[], beside: string): void {
    const given = this.given(names)
    const [first, ...others] = given
    if (first === undefined) return
    const list = enumerate(given.map((name) => `\`${name}\``))
    const verb = others.length === 0 ? 'means' : 'mean'
    const fix = others.length === 0 ? 'Remove it.' : 'Remove them.'
    this.reject([first, ...others], `${list} ${verb} nothing with ${beside}.`, fix)
  }

  #given(): readonly string[] {
    return Object.entries(this.#env)
      .filter(([name, value]) => name.startsWith('INPUT_') && (value ?? '').trim() !== '')
      .map(([name]) => name.slice('INPUT_'.length).toLowerCase())
  }
}

function isIn(name: string, names: readonly string[]): boolean {
  return names.includes(name)
}
