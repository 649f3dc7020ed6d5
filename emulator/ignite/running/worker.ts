import type { LogLine } from '../model/model.ts'
import type { HttpRequest } from '../serving/http-call.ts'

export type Job = {
  /** Its body is the payload. */
  readonly request: HttpRequest
  /** What the handler is told about its run, under these names. */
  readonly ctx: { readonly execution_id: string; readonly function_id: string; readonly organization_id: string }
  readonly timeoutMs: number
}

export type Outcome =
  | { readonly kind: 'completed'; readonly output: Buffer; readonly contentType: string }
  /** Only Python tells of its exception. */
  | { readonly kind: 'failed'; readonly error: string; readonly exception?: Exception }
  | { readonly kind: 'timeout'; readonly error: string }

export type Exception = { readonly type: string; readonly traceback: string }

export type OnLog = (stream: LogLine['stream'], line: string) => void

/** What runs the jobs of one code in one environment. */
export type Worker = {
  /** Runs one job; the next may be sent after its outcome. A timeout may end the worker. */
  run(job: Job): Promise<Outcome>
  /** Whether the code can be loaded: completed, or why not. */
  load(timeoutMs: number): Promise<Outcome>
  /** Kills what runs and what it started. */
  close(): Promise<void>
  /** False once it can take no more jobs. */
  readonly alive: boolean
}

export function overdue(timeoutMs: number): Outcome {
  return { kind: 'timeout', error: `the handler did not answer within ${timeoutMs / 1000} s` }
}

type Failure = Exclude<Outcome, { kind: 'completed' }>

/** The JSON that a caller gets for a run that did not complete. */
export function failureBody(outcome: Failure): Buffer {
  return Buffer.from(JSON.stringify({ error: outcome.error, ...exceptionOf(outcome) }))
}

/** The error of such a run with the exception's type, as Python prints it. */
export function failureLine(outcome: Failure): string {
  const exception = exceptionOf(outcome)
  return exception ? `${exception.type}: ${outcome.error}` : outcome.error
}

export function exceptionOf(outcome: Failure): Exception | undefined {
  return outcome.kind === 'failed' ? outcome.exception : undefined
}
