import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/** action.yml is not one that the runner, or this one, can run. */
class ActionFileError extends Error {
  override readonly name = 'ActionFileError'
}

/** A `${{ }}` that cannot be evaluated. */
class ExpressionError extends Error {
  override readonly name = 'ExpressionError'
}

export type JobStatus = 'success' | 'failure' | 'cancelled'

type Input = { readonly fallback: string; readonly deprecation: string | undefined }

/** What the runner takes from an action.yml of a JavaScript action. */
export type ActionFile = {
  readonly name: string
  readonly inputs: ReadonlyMap<string, Input>
  readonly main: string
  readonly post: string | undefined
  readonly postRuns: (status: JobStatus) => boolean
}

type Mapping = Readonly<Record<string, unknown>>

/** By its text: a test file runs one action many times. */
const parsed = new Map<string, ActionFile>()

/** @throws {ActionFileError} when action.yml is no node24 action or uses what this runner does not know */
export function readActionFile(directory: string): ActionFile {
  const text = readFileSync(join(directory, 'action.yml'), 'utf8')
  const action = parsed.get(text) ?? parseActionFile(text)
  parsed.set(text, action)
  return action
}

function parseActionFile(text: string): ActionFile {
  const root = mapping(parse(text), 'action.yml')
  const runs = mapping(root['runs'], 'runs')
  if (runs['using'] !== 'node24') throw new ActionFileError(`runs.using is ${runs['using']}, not node24`)
  if (runs['pre'] !== undefined) throw new ActionFileError('runs.pre is not supported')
  if (scalar(runs['main']) === '') throw new ActionFileError('runs.main is missing')
  const inputs = Object.entries(mapping(root['inputs'] ?? {}, 'inputs'))
  return {
    name: scalar(root['name']),
    inputs: new Map(inputs.map(([name, value]) => [name, readInput(mapping(value ?? {}, `inputs.${name}`))])),
    main: scalar(runs['main']),
    post: runs['post'] === undefined ? undefined : scalar(runs['post']),
    postRuns: postCondition(scalar(runs['post-if'] ?? 'always()'))
  }
}

function readInput(input: Mapping): Input {
  const deprecation = input['deprecationMessage']
  return {
    fallback: scalar(input['default']),
    deprecation: deprecation === undefined ? undefined : scalar(deprecation)
  }
}

function postCondition(condition: string): ActionFile['postRuns'] {
  switch (condition.replace(/\s+/g, '')) {
    case 'always()':
      return () => true
    case 'failure()||cancelled()':
      return (status) => status !== 'success'
    default:
      throw new ActionFileError(`runs.post-if '${condition}' is neither always() nor failure() || cancelled()`)
  }
}

function mapping(value: unknown, what: string): Mapping {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Mapping
  throw new ActionFileError(`${what} is not a mapping`)
}

/** A YAML scalar as the runner turns it into text: `TRUE` is `true`, `1.0` is `1`, nothing is empty. */
function scalar(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'object') throw new ActionFileError('a mapping or list stands where a text is expected')
  return String(value)
}

/** The contexts that an input's default may use (action_yaml.json, input-default-context). */
export type Contexts = Readonly<Partial<Record<'github' | 'strategy' | 'matrix' | 'job' | 'runner', unknown>>>

/**
 * Replaces each `${{ }}` by what its dotted path names; a property that is absent is empty.
 * @throws {ExpressionError} for another context and for anything but a dotted path
 */
export function evaluate(template: string, contexts: Contexts): string {
  return template.replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) => evaluatePath(expression.trim(), contexts))
}

function evaluatePath(expression: string, contexts: Contexts): string {
  if (!/^[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)+$/.test(expression)) {
    throw new ExpressionError(`Only dotted paths are evaluated here, not '${expression}'`)
  }
  const [root = '', ...path] = expression.split('.')
  if (!Object.hasOwn(contexts, root))
    throw new ExpressionError(`Unrecognized named-value: '${root}' in '${expression}'`)
  let value: unknown = contexts[root as keyof Contexts]
  for (const name of path) {
    value = typeof value === 'object' && value !== null ? (value as Mapping)[name] : undefined
  }
  if (typeof value === 'object' && value !== null) throw new ExpressionError(`'${expression}' is not a text`)
  return value === undefined || value === null ? '' : String(value)
}

type EvaluatedInputs = {
  /** As the runner lists them: those of `with:` first, then the defaults. */
  readonly values: ReadonlyMap<string, string>
  readonly warnings: readonly string[]
}

/** The step's inputs with the defaults in their place. Nothing is required: the runner does not enforce `required`. */
export function evaluateInputs(
  action: ActionFile,
  given: Readonly<Record<string, string>>,
  contexts: Contexts
): EvaluatedInputs {
  const values = new Map(Object.entries(given))
  const isGiven = new Set(Object.keys(given).map((name) => name.toLowerCase()))
  const isDeclared = new Set([...action.inputs.keys()].map((name) => name.toLowerCase()))
  const warnings: string[] = []
  for (const [name, { fallback, deprecation }] of action.inputs) {
    if (!isGiven.has(name.toLowerCase())) values.set(name, evaluate(fallback, contexts))
    else if (deprecation !== undefined) {
      warnings.push(`Input '${name}' has been deprecated with message: ${deprecation}`)
    }
  }
  const unexpected = Object.keys(given).filter((name) => !isDeclared.has(name.toLowerCase()))
  if (unexpected.length > 0) {
    warnings.push(`Unexpected input(s) ${quoted(unexpected)}, valid inputs are [${quoted([...action.inputs.keys()])}]`)
  }
  return { values, warnings }
}

function quoted(names: readonly string[]): string {
  return `'${names.join("', '")}'`
}

/** The environment variable of an input: only spaces are replaced, so `my-input` becomes `INPUT_MY-INPUT`. */
export function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`
}
