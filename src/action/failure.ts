import { DeployError, InputError, PhaseError } from '../deploy/errors.ts'
import type { ReasonCode } from '../deploy/outcome.ts'
import { StepError } from '../deploy/step.ts'

/** What the reader is told of an error: one line that says what failed, and the lines that say what to do. */
export type Failure = {
  readonly reason: ReasonCode
  readonly title: string
  readonly message: string
  readonly hint: string | undefined
  /** The last lines of a remote log, harmless already. */
  readonly excerpt: readonly string[]
  /** For step debug only. */
  readonly stack: string | undefined
}

const REPORT = 'https://github.com/dodil/ignite-deploy/issues'

/** Tells the user's mistakes and the platform's answers from our own bugs. */
export function explain(error: unknown): Failure {
  const cause = error instanceof StepError ? error.cause : error
  const stack = error instanceof Error ? (error.stack ?? undefined) : undefined
  if (cause instanceof InputError) return explainInputs(cause, stack)
  const title = error instanceof StepError ? `${error.step} failed` : 'The deployment failed'
  if (cause instanceof DeployError) {
    const excerpt = cause instanceof PhaseError ? cause.excerpt : []
    return { reason: cause.reason, title, message: cause.message, hint: cause.hint, excerpt, stack }
  }
  return {
    reason: 'internal_error',
    title: `${title}: a bug in the action`,
    message: cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause),
    hint: `Please report it at ${REPORT}, with the log of this step (run again with debug logging on for details).`,
    excerpt: [],
    stack: cause instanceof Error ? (cause.stack ?? stack) : stack
  }
}

function explainInputs(error: InputError, stack: string | undefined): Failure {
  const one = error.problems.length === 1
  return {
    reason: error.reason,
    title: one ? 'An input is wrong, nothing was sent' : `${error.problems.length} inputs are wrong, nothing was sent`,
    message: error.problems.map((problem) => `${one ? '' : '- '}${problem.message} ${problem.fix}`).join('\n'),
    hint: undefined,
    excerpt: [],
    stack
  }
}
