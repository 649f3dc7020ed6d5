import { Stopped, why } from '../model/errors.ts'
import { duration } from '../model/values/words.ts'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGBREAK'] as const

/** A runner sends the same signals for both. */
const CANCELLED = 'GitHub stopped this step: the run was cancelled, or the `timeout-minutes` of the step or job ended.'
const LOOK =
  'GitHub’s own line at the end of this step says which. Run the job again, after a timeout with a larger `timeout-minutes`.'

export type StopSwitch = {
  /** Aborted once, by the first signal, by the time limit or by the end of the runner; its reason is a Stopped. */
  readonly signal: AbortSignal
  /** An error that nobody awaits ends the run with that error, wherever it is: nothing more is deployed. */
  fail(error: unknown): void
  /** Sets the time limit, in milliseconds from now, and what is said when it is over. */
  limit(ms: number, words: { readonly what: string; readonly hint: string }): void
  [Symbol.dispose](): void
}

/** Something that is no error was thrown where nobody awaits it. */
class UnheldError extends Error {
  constructor(thrown: unknown) {
    super(`thrown and not awaited: ${why(thrown)}`)
    this.name = 'UnheldError'
  }
}

/**
 * Turns the runner's signals into one AbortSignal. The listeners stay for the whole run: a second signal must not kill
 * the process before it has said what happened (docs/runner.md, Signals). A log that nobody reads any more is a runner
 * that is gone: nothing more is deployed for it, and what is still written is lost without an error.
 */
export function stopSwitch(): StopSwitch {
  const controller = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const cancel = (): void => controller.abort(new Stopped('cancelled', CANCELLED, { hint: LOOK }))
  const lose = (): void => controller.abort(new Stopped('cancelled', 'The runner does not read the log any more.'))
  for (const signal of SIGNALS) process.on(signal, cancel)
  for (const stream of [process.stdout, process.stderr]) stream.on('error', lose)
  return {
    signal: controller.signal,
    fail: (error) => controller.abort(error instanceof Error ? error : new UnheldError(error)),
    limit(ms, { what, hint }) {
      const message = `${what} took longer than ${duration(ms)}.`
      timer = setTimeout(() => controller.abort(new Stopped('timed_out', message, { hint })), ms)
      timer.unref()
    },
    [Symbol.dispose]() {
      clearTimeout(timer)
      for (const signal of SIGNALS) process.off(signal, cancel)
      for (const stream of [process.stdout, process.stderr]) stream.off('error', lose)
    }
  }
}
