/**
 * Why GitHub did not do what was asked: the token may not, too much was asked, it was refused for another reason, there was
 * no answer, or no time is left.
 */
type Trouble = 'not-permitted' | 'rate-limit' | 'refused' | 'no-answer' | 'no-time'

type ErrorFacts = {
  readonly trouble: Trouble
  /** Undefined where there was no answer. */
  readonly code?: number
  /** GitHub's header `x-accepted-github-permissions`. */
  readonly accepted?: string | undefined
  /** How long GitHub asks to wait, in milliseconds. */
  readonly waitMs?: number | undefined
}

/** A call of GitHub's API failed. */
export class GitHubError extends Error {
  readonly trouble: Trouble
  readonly code: number | undefined
  readonly accepted: string | undefined
  readonly waitMs: number | undefined

  constructor(message: string, facts: ErrorFacts & ErrorOptions) {
    super(message, facts)
    this.name = 'GitHubError'
    this.trouble = facts.trouble
    this.code = facts.code
    this.accepted = facts.accepted
    this.waitMs = facts.waitMs
  }
}

/** Whether GitHub answered with that HTTP status. */
export function isAnsweredWith(error: unknown, code: number): boolean {
  return error instanceof GitHubError && error.code === code
}

/** What came is no answer of this API. */
export function unreadable(): GitHubError {
  return new GitHubError('GitHub’s API gave an answer of another form than is documented', { trouble: 'refused' })
}
