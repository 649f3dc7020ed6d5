import { isBearable } from '../../model/errors.ts'
import type { AppLogLine } from '../../model/platform-state.ts'
import type { Run } from '../../model/ports/run.ts'

/**
 * What the app prints while its draft is tested. The platform keeps one log for all that an app prints: shown is what is
 * new in it after a test, and of that what belongs to the test, where the server says so.
 */
export class PrintedLog {
  readonly #run: Run
  #known: readonly AppLogLine[] = []
  #isOffered = true

  constructor(run: Run) {
    this.#run = run
  }

  /** Remembers what is there before the first test. */
  async begin(): Promise<void> {
    this.#known = (await this.#read('')) ?? []
  }

  /** Shows what an execution printed, and gives the last lines as they were shown. */
  async show(executionId: string): Promise<readonly string[]> {
    const lines = await this.#read(executionId)
    if (!lines) return []
    const own = newLines(this.#known, lines).filter(
      (line) => line.executionId === '' || line.executionId === executionId
    )
    this.#known = lines
    if (own.length === 0) return []
    const remote = this.#run.tools.log.remote()
    await remote.write(new TextEncoder().encode(own.map(({ text }) => `${text}\n`).join('')))
    await remote.end()
    return remote.tail()
  }

  /** Undefined where there is none to be had: what came of the test is known without it. */
  async #read(executionId: string): Promise<readonly AppLogLine[] | undefined> {
    const { platform, app, tools } = this.#run
    if (!this.#isOffered) return undefined
    try {
      const lines = await platform.readAppLog(app, executionId)
      this.#isOffered = lines !== undefined
      return lines
    } catch (error) {
      if (!isBearable(error)) throw error
      tools.log.debug(`What the app prints is not shown: ${error.message}`)
      this.#isOffered = false
      return undefined
    }
  }
}

/** The lines that came after those that are known: the log may have lost its oldest meanwhile. */
function newLines(known: readonly AppLogLine[], lines: readonly AppLogLine[]): readonly AppLogLine[] {
  const last = known.at(-1)
  if (!last) return lines
  const isSame = (one: AppLogLine, other: AppLogLine) =>
    one.timestampMs === other.timestampMs && one.text === other.text
  const sameAsLast = known.filter((line) => isSame(line, last)).length
  let seen = 0
  const at = lines.findIndex((line) => isSame(line, last) && ++seen === sameAsLast)
  return at === -1 ? lines.filter((line) => line.timestampMs >= last.timestampMs) : lines.slice(at + 1)
}
