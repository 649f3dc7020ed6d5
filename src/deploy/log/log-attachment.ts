import { ExpectedError, PlatformError, why } from '../../model/errors.ts'
import type { Tools } from '../../model/ports/ports.ts'
import type { ReplayedLog } from './replayed-log.ts'

/** Attaches to a log from its beginning. */
export type OpenLog = (stop: AbortSignal) => AsyncIterable<Uint8Array>

/** One stream of a log, shown while it comes. Leaving its scope ends the call, whatever the server does. */
export class LogAttachment implements AsyncDisposable {
  readonly #leaving = new AbortController()
  readonly #over = new AbortController()
  readonly #done: Promise<void>
  #isWhole = false

  constructor(open: OpenLog, log: ReplayedLog, tools: Pick<Tools, 'log' | 'stop'>) {
    this.#done = this.#read(open, log, tools)
  }

  /** Aborted when the log has ended or broken. */
  get over(): AbortSignal {
    return this.#over.signal
  }

  /** True where it did not come to its own end. */
  get hasBroken(): boolean {
    return !this.#isWhole
  }

  async #read(open: OpenLog, log: ReplayedLog, { log: say, stop }: Pick<Tools, 'log' | 'stop'>): Promise<void> {
    const leave = AbortSignal.any([this.#leaving.signal, stop])
    try {
      log.attach()
      for await (const chunk of open(leave)) await log.take(chunk)
      log.ended()
      this.#isWhole = true
    } catch (error) {
      if (!leave.aborted) tellTrouble(error, log, say)
    } finally {
      this.#over.abort()
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#leaving.abort()
    await this.#done
  }
}

/** The log's trouble is no failure, whosever it is: the state decides. */
function tellTrouble(error: unknown, log: ReplayedLog, say: Tools['log']): void {
  if (error instanceof ExpectedError) {
    say.debug(error.message)
    if (error instanceof PlatformError && error.code === 'NOT_FOUND') log.notMade(error.message)
    else log.broke(error.message)
  } else say.warning(`The log is not shown further: ${why(error)}`)
}
