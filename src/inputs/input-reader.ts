import { Problem } from '../model/errors.ts'
import { enumerate } from '../model/values/words.ts'
import { INPUTS, type InputName, MANY_LINES, SHOWN } from './input-names.ts'
import { type MeantName, meantBy } from './meant-name.ts'
import { type ParsedValue, parseBoolean, parseOneLine, type Refused } from './parse/parse-values.ts'

/** The names of inputs, as they are spelled in a workflow. */
type ProblemInputs = readonly [string, ...string[]]

export type Environment = Readonly<Record<string, string | undefined>>

const PREFIX = 'INPUT_'

/** Of a value that a message repeats. */
const MOST_SHOWN = 60

/** A value of an input that a file gives. */
export type FileValue = {
  /** As the input would have it. */
  readonly text: string
  /** `deploy/app.yaml, line 3`. */
  readonly place: string
}

/** Reads inputs by name and gathers all that is wrong with them, so that one report names everything. */
export class InputReader {
  readonly problems: Problem[] = []
  /** What may be of use to who reads the log of a run that goes on. */
  readonly notes: string[] = []
  readonly #env: Environment
  readonly #given: readonly GivenInput[]
  readonly #warn: (text: string) => void
  #file: ReadonlyMap<InputName, FileValue> = new Map()
  /** Those of the problems that a run without secrets may have, though nothing is wrong in it. */
  readonly #ofLack = new Set<Problem>()
  /** Inputs that were given by another name: that they are not given is told by that. */
  readonly #meant = new Set<string>()

  /** @param warn Told what is taken, and was perhaps not meant so. */
  constructor(env: Environment, warn: (text: string) => void = () => undefined) {
    this.#env = env
    this.#given = givenIn(env)
    this.#warn = warn
  }

  /** From now on, what is not given is looked for among these. */
  consult(file: ReadonlyMap<InputName, FileValue>): void {
    this.#file = file
  }

  /** What is wrong with what is given: neither that something is not, nor what is wrong with files. */
  get wrongValues(): readonly Problem[] {
    return this.problems.filter((problem) => !this.#ofLack.has(problem))
  }

  /**
   * The input as it stands, else as the file gives it, or undefined where it is absent or empty: the runner does not
   * tell the two apart.
   */
  raw(name: InputName): string | undefined {
    return this.#inFile(name)?.text || this.#env[variableOf(name)] || undefined
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
    return text === undefined ? undefined : this.#taken(name, text, faultOfLines(name, text) ?? parse(text))
  }

  /** The same of an input that names a file. */
  async readFile<T>(name: InputName, parse: (file: string) => Promise<ParsedValue<T>>): Promise<T | undefined> {
    const text = this.text(name)
    return text === undefined ? undefined : this.#taken(name, text, faultOfLines(name, text) ?? (await parse(text)))
  }

  #taken<T>(name: InputName, text: string, parsed: ParsedValue<T>): T | undefined {
    const place = this.#inFile(name)?.place
    const shown = `${shownInput(name, text)}${place === undefined ? '' : ` (${place})`}`
    if ('value' in parsed) {
      for (const warning of parsed.warnings ?? []) this.warn(`${shown} ${warning}`)
      return parsed.value
    }
    const problem = new Problem({ inputs: [name], message: `${shown} ${parsed.problem}.`, fix: parsed.fix })
    if (parsed.isOfFile) this.rejectFiles([problem])
    else this.problems.push(problem)
    return undefined
  }

  /** Any text of one line. */
  line(name: InputName): string | undefined {
    return this.read(name, parseOneLine)
  }

  boolean(name: InputName): boolean | undefined {
    return this.read(name, parseBoolean)
  }

  warn(text: string): void {
    this.#warn(text)
  }

  reject(inputs: ProblemInputs, message: string, fix: string): void {
    this.problems.push(new Problem({ inputs, message, fix }))
  }

  /** Something is not given that must be: an input that is filled from a secret or a variable is not there in every run. */
  rejectLacking(inputs: ProblemInputs, message: string, fix: string): void {
    this.#lack(new Problem({ inputs, message, fix }))
  }

  /** What is wrong with files, which steps before may have to make, and may need secrets for. */
  rejectFiles(problems: readonly Problem[]): void {
    for (const problem of problems) this.#lack(problem)
  }

  /** A misspelt input would be ignored by the runner, with a warning that nobody reads. */
  rejectUnknown(known: readonly string[] = INPUTS, find: (name: string) => MeantName | undefined = meantBy): void {
    for (const { name, variable } of this.#given) {
      if (known.includes(name)) continue
      const origin = `It is under \`with:\`, or an \`env:\` sets \`${variable}\`.`
      const meant = find(name)
      if (meant) {
        this.reject([name], `\`${name}\` is not an input of this action.`, `${meant.fix} ${origin}`)
        this.#meant.add(meant.input)
      } else this.warn(`\`${name}\` is not an input of this action, and is ignored. ${origin}`)
    }
  }

  /** The names among these that have a value. */
  given<T extends string>(names: readonly T[]): readonly T[] {
    const given = this.#given.map(({ name }) => name)
    return names.filter((name) => given.includes(name))
  }

  /** Whether the input was given by a name that is none. */
  isMeant(name: InputName): boolean {
    return this.#meant.has(name)
  }

  /** Reports inputs of which one makes the others meaningless. */
  rejectTogether(names: readonly string[], fix: string): boolean {
    const [first, second, ...others] = this.given(names)
    if (first === undefined || second === undefined) return false
    const given: ProblemInputs = [first, second, ...others]
    this.reject(given, `${enumerate(given.map((name) => `\`${name}\``))} are set together.`, fix)
    return true
  }

  /** Reports inputs that another one makes meaningless. */
  rejectUseless(names: readonly InputName[], beside: string): void {
    const [first, ...others] = this.given(names)
    if (first === undefined) return
    const list = enumerate([first, ...others].map((name) => `\`${name}\``))
    const [verb, fix] = others.length === 0 ? ['means', 'Remove it.'] : ['mean', 'Remove them.']
    this.reject([first, ...others], `${list} ${verb} nothing with ${beside}.`, fix)
  }

  /** An input that is given wins. */
  #inFile(name: InputName): FileValue | undefined {
    return this.#env[variableOf(name)]?.trim() ? undefined : this.#file.get(name)
  }

  #lack(problem: Problem): void {
    if (problem.inputs.some((name) => this.#meant.has(name))) return
    this.problems.push(problem)
    this.#ofLack.add(problem)
  }
}

type GivenInput = { readonly name: string; readonly variable: string }

function givenIn(env: Environment): readonly GivenInput[] {
  return Object.entries(env)
    .filter(([variable, value]) => variable.startsWith(PREFIX) && (value ?? '').trim() !== '')
    .map(([variable]) => ({ name: variable.slice(PREFIX.length).toLowerCase(), variable }))
}

/** Most inputs are one line. */
function faultOfLines(name: InputName, text: string): Refused | undefined {
  if (MANY_LINES.includes(name)) return undefined
  const line = parseOneLine(text)
  return 'problem' in line ? line : undefined
}

function variableOf(name: InputName): string {
  return `${PREFIX}${name.toUpperCase()}`
}

/** With its value, where that is short, plain and no secret. */
function shownInput(name: InputName, text: string): string {
  const isPlain = text.length <= MOST_SHOWN && /^[\x20-\x7e]+$/.test(text) && !/`|::|##\[/.test(text)
  return isPlain && SHOWN.includes(name) ? `\`${name}: ${text}\`` : `\`${name}\``
}
