import type { LogLine } from '../model/model.ts'

export type Job = {
  readonly payload: Uint8Array
  /** What the handler is told about its run, under these names. */
  readonly ctx: { readonly execution_id: string; readonly function_id: string; readonly organization_id: string }
  readonly timeoutMs: number
}

export type Outcome =
  | { readonly kind: 'completed'; readonly output: Buffer }
  | { readonly kind: 'failed'; readonly error: string; readonly type: string; readonly traceback: string }
  | { readonly kind: 'timeout'; readonly error: string }

export type OnLog = (stream: LogLine['stream'], line: string) => void

/** What runs the jobs of one code in one environment. */
export type Worker = {
  /** Runs one job; the next may be sent after its outcome. A timeout may end the worker. */
  run(job: Job): Promise<Outcome>
  /** Kills what runs and what it started. */
  close(): Promise<void>
  /** False once it can take no more jobs. */
  readonly alive: boolean
}

export function overdue(timeoutMs: number): Outcome {
  return { kind: 'timeout', error: `the handler did not answer within ${timeoutMs / 1000} s` }
}
