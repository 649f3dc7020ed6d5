import type { ReasonCode } from './outcome.ts'
import { enumerate } from './values/words.ts'

type ExpectedOptions = ErrorOptions & { readonly hint?: string | undefined; readonly headline?: string | undefined }

/** A failure that we expected and can explain. Any other error is a bug in the action. */
export abstract class ExpectedError extends Error {
  /** Goes to the output `reason_code`. */
  readonly reason: ReasonCode
  /** What the reader can do about it, as imperative sentences. */
  readonly hint: string | undefined
  /** What is wrong in a few words, where that says more than the reason: goes on after the app's name and a colon. */
  readonly headline: string | undefined

  constructor(reason: ReasonCode, message: string, options: ExpectedOptions = {}) {
    super(message, options)
    this.name = new.target.name
    this.reason = reason
    this.hint = options.hint
    this.headline = options.headline
  }
}

type ProblemWords = {
  /** The inputs at fault, as they are spelled in a workflow, or the variables. */
  readonly inputs: readonly [string, ...string[]]
  /** What is wrong, without a value that may be secret. */
  readonly message: string
  /** What to write instead. */
  readonly fix: string
  /** True where the inputs are well written, but the files that they name cannot be packed. */
  readonly inFiles?: boolean
}

/** One thing that is wrong with what the user gave. Its text names an input: who reads it alone must know where to look. */
export class Problem {
  readonly inputs: readonly string[]
  readonly message: string
  readonly fix: string
  readonly inFiles: boolean
  /** Private, so that no other object is taken for a Problem. */
  readonly #text: string

  constructor({ inputs, message, fix, inFiles = false }: ProblemWords) {
    const text = `${message} ${fix}`
    const isNamed = inputs.some((name) => text.includes(`\`${name}\``) || text.includes(`\`${name}: `))
    this.inputs = inputs
    this.message = isNamed ? message : `${enumerate(inputs.map((name) => `\`${name}\``))}: ${message}`
    this.fix = fix
    this.inFiles = inFiles
    this.#text = `${this.message} ${fix}`.trimEnd()
  }

  /** What is wrong and what to write instead, in one line. */
  get text(): string {
    return this.#text
  }
}

/** All that is wrong with the inputs, reported at once. Nothing has been sent. */
export class InputError extends ExpectedError {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    const reason = problems.every((problem) => problem.inFiles) ? 'source_error' : 'bad_input'
    super(reason, problems.map(({ text }) => text).join('\n'))
    this.problems = problems
  }
}

/** The files on disk cannot be packed. */
export class SourceError extends ExpectedError {
  constructor(message: string, options: ErrorOptions & { hint?: string | undefined } = {}) {
    super('source_error', message, options)
  }
}

/** The credentials were refused, or the token endpoint gave none. */
export class AuthError extends ExpectedError {
  constructor(message: string, options: ExpectedOptions = {}) {
    super('auth_failed', message, options)
  }
}

/** The server lacks a method, a field or reflection that the plan needs. */
export class UnsupportedServerError extends ExpectedError {
  constructor(message: string, options: ErrorOptions & { hint?: string | undefined } = {}) {
    super('unsupported_server', message, options)
  }
}

/** The platform answered a call with an error, or did not answer. */
export class PlatformError extends ExpectedError {
  /** The gRPC status name, for example `UNAVAILABLE`. */
  readonly code: string
  /** True where the call may have taken effect although no answer came (docs/runner.md, Calls that break). */
  readonly ambiguous: boolean
  /** True where a message came that could not be read: sent again, it is the same message. */
  readonly isUnreadable: boolean
  /** What the platform said, without our sentence around it, which may hold the names of anything. */
  readonly words: string

  constructor(
    code: string,
    message: string,
    options: ExpectedOptions & {
      words?: string
      ambiguous: boolean
      isUnreadable?: boolean
      reason: ReasonCode
    }
  ) {
    super(options.reason, message, options)
    this.code = code
    this.ambiguous = options.ambiguous
    this.isUnreadable = options.isUnreadable ?? false
    this.words = options.words ?? message
  }
}

/** Whose words a failure ends with. A program may say of its database what the platform says of a container. */
export type Speaker = 'platform' | 'program'

/** A phase ended badly for a reason that is the deployment's own, not one call's. */
export class DeployError extends ExpectedError {
  /** The last lines of the phase's remote log, harmless already: shown where the eye falls first. */
  readonly excerpt: readonly string[]
  /** What to write into the workflow, line by line. */
  readonly snippet: readonly string[]
  readonly speaker: Speaker

  constructor(
    reason: ReasonCode,
    message: string,
    options: ErrorOptions & {
      hint?: string
      excerpt?: readonly string[]
      snippet?: readonly string[]
      speaker?: Speaker
    } = {}
  ) {
    super(reason, message, options)
    this.excerpt = options.excerpt ?? []
    this.snippet = options.snippet ?? []
    this.speaker = options.speaker ?? 'platform'
  }
}

/** The run was told to stop: by a signal, or by `timeout-minutes`. */
export class Stopped extends ExpectedError {
  declare readonly reason: 'cancelled' | 'timed_out'

  constructor(reason: Stopped['reason'], message: string, options: { hint?: string | undefined } = {}) {
    super(reason, message, options)
  }
}

/** A named part of the deployment failed; the cause says how. */
export class StepError extends Error {
  readonly step: string

  constructor(step: string, cause: unknown) {
    super(`${step} failed`, { cause })
    this.name = 'StepError'
    this.step = step
  }
}

/** Whether the run may go on without what failed: not after its stop, nor after a bug of ours. */
export function isBearable(error: unknown): error is ExpectedError {
  return error instanceof ExpectedError && !(error instanceof Stopped)
}

/** What an error says, whatever it was that was thrown. */
export function why(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** What an error says, to stand in a sentence of ours: without its full stop. */
export function clause(error: unknown): string {
  return why(error).replace(/\.$/, '')
}

/** The failure itself, without the step that it ended. */
export function rootCause(error: unknown): unknown {
  if (error instanceof SuppressedError) return rootCause(error.suppressed)
  return error instanceof StepError ? error.cause : error
}
