import {
  DeployError,
  ExpectedError,
  InputError,
  PlatformError,
  rootCause,
  type Speaker,
  StepError
} from '../model/errors.ts'
import type { KnownFailure } from '../model/known-failure.ts'
import type { ReasonCode } from '../model/outcome.ts'

/** What the reader is told of an error. */
export type Failure = {
  readonly reason: ReasonCode
  readonly title: string
  /** What is wrong: a line, or one for each input. They may hold words from elsewhere. */
  readonly lines: readonly string[]
  /** What to do about it, in our own words; may have several lines. */
  readonly hint: string | undefined
  /** What is known of it by its words. */
  readonly known: KnownFailure | undefined
  /** What is wrong in a few words, where that says more than the reason. */
  readonly headline: string | undefined
  /** The last lines of a remote log, harmless already. */
  readonly excerpt: readonly string[]
  /** What to write into the workflow, line by line. */
  readonly snippet: readonly string[]
  /** With the causes, and the words of libraries in them: for step debug only. */
  readonly stack: string | undefined
}

const REPORT = 'https://github.com/dodil/ignite-deploy/issues'

/** Knows the failure that a text of the platform or of a program tells of; undefined where it is none that is known. */
export type Advise = (text: string, speaker: Speaker) => KnownFailure | undefined

/** Tells the user's mistakes and the platform's answers from our own bugs. */
export function explain(error: unknown, advise: Advise): Failure {
  const cause = rootCause(error)
  const stack = stackOf(error)
  if (cause instanceof InputError) return explainInputs(cause, stack)
  const title = error instanceof StepError ? `${error.step} failed` : 'The deployment failed'
  if (cause instanceof ExpectedError) return { title, stack, ...explainExpected(cause, advise) }
  const plain = { reason: 'internal_error', known: undefined, excerpt: [], snippet: [], stack } as const
  const trouble = diskTrouble(cause)
  if (trouble) return { ...plain, title, ...trouble }
  return {
    ...plain,
    title: `${title}: a bug in the action`,
    lines: [cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)],
    hint: `Please report it at ${REPORT}, with the log of this step (run again with debug logging on for details).`,
    headline: undefined
  }
}

function explainExpected(cause: ExpectedError, advise: Advise): Omit<Failure, 'title' | 'stack'> {
  const { excerpt, snippet } = cause instanceof DeployError ? cause : { excerpt: [], snippet: [] }
  const known = knownBy(cause, excerpt, advise)
  return {
    reason: cause.reason,
    lines: [cause.message],
    hint: known?.advice ?? cause.hint,
    known,
    headline: known?.headline ?? cause.headline,
    excerpt,
    snippet
  }
}

/** A chain of causes that is longer has a circle in it. */
const MOST_CAUSES = 10

function stackOf(error: unknown): string | undefined {
  const stacks: string[] = []
  for (let each = error; each instanceof Error && stacks.length < MOST_CAUSES; each = each.cause) {
    stacks.push(each.stack ?? each.message)
  }
  return stacks.length > 0 ? stacks.join('\nCaused by: ') : undefined
}

/** What the runner's disk did not take, which is no bug of ours. */
function diskTrouble(error: unknown): Pick<Failure, 'lines' | 'hint' | 'headline'> | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return {
        lines: [`The runner’s disk is full: ${error.message}.`],
        hint: 'Free space on it, and run the job again.',
        headline: 'the runner’s disk is full'
      }
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return {
        lines: [`The runner’s disk cannot be written: ${error.message}.`],
        hint: 'Let the user of this step write there, and run the job again; in a container job, set `options: --user root` under `container:`.',
        headline: 'the runner’s disk cannot be written'
      }
    default:
      return undefined
  }
}

/** What is known of such words helps more than what the call or the phase says, which comes last. */
function knownBy(error: ExpectedError, excerpt: readonly string[], advise: Advise): KnownFailure | undefined {
  const { reason, message } = error
  // Who could not be reached, or did not know us, says nothing of the app.
  const isAnswer = error instanceof PlatformError && reason !== 'platform_unavailable' && reason !== 'auth_failed'
  if (!isAnswer && !PLATFORM_REASONS.includes(reason)) return undefined
  const speaker = error instanceof DeployError ? error.speaker : 'platform'
  const words = error instanceof PlatformError ? error.words : message
  return advise([words, ...excerpt].join('\n'), speaker)
}

/** Phases that end with words of the platform or of the app. */
const PLATFORM_REASONS: readonly ReasonCode[] = [
  'compile_failed',
  'build_failed',
  'test_failed',
  'publish_failed',
  'verify_failed',
  'permission_denied'
]

function explainInputs(error: InputError, stack: string | undefined): Failure {
  const one = error.problems.length === 1
  const headline = `${one ? 'an input is' : `${error.problems.length} inputs are`} wrong, nothing was sent`
  return {
    reason: error.reason,
    title: headline.replace(/^a/, 'A'),
    lines: error.problems.map(({ text }, at) => `${one ? '' : `${at + 1}. `}${text}`),
    hint: undefined,
    known: undefined,
    headline,
    excerpt: [],
    snippet: [],
    stack
  }
}

/** That nothing was published is told beside it then, with what stays live. */
export function besideWhatStays(failure: Failure): Failure {
  const hint = failure.hint?.replace(/^Nothing was published\.\s*/, '')
  return { ...failure, hint: hint || undefined }
}

/** The lines of an annotation: a short hint goes on with what is wrong. */
export function annotationLines({ lines, hint }: Failure): readonly string[] {
  if (hint === undefined) return lines
  const [only, ...others] = lines
  return others.length === 0 && !hint.includes('\n')
    ? [`${sentence(only ?? '')} ${hint}`]
    : [...lines, ...hint.split('\n')]
}

/** The platform's words often end without a full stop. */
function sentence(line: string): string {
  return /[.:!?]$/.test(line) ? line : `${line}.`
}
