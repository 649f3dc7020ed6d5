import { why } from '../../model/errors.ts'
import type { DeployPlan } from '../../model/plan.ts'
import type { PackedContents } from '../../model/ports/packing-port.ts'
import type { Run } from '../../model/ports/run.ts'
import type { PreparedApp } from '../start/app.ts'
import { compare } from './compare.ts'

/** How long the end of a run waits for what is still being compared, in milliseconds. */
const LAST_WAIT_MS = 2_000

/** A comparison that is made beside the deployment. It ends, told or not, when it is disposed of. */
class ComparisonBeside implements AsyncDisposable {
  readonly #run: Run<DeployPlan>
  readonly #left = new AbortController()
  readonly #over = new AbortController()

  constructor(run: Run<DeployPlan>, app: PreparedApp, contents: PackedContents | undefined) {
    this.#run = run
    void this.#compare(app, contents)
  }

  async #compare(app: PreparedApp, contents: PackedContents | undefined): Promise<void> {
    const { tools } = this.#run
    const onTrouble = (why: string) => tools.log.debug(`The files are not compared: ${why}.`)
    try {
      const comparison = await compare(this.#run, { app, contents, stop: this.#left.signal, onTrouble })
      if (!this.#left.signal.aborted) tools.compared(comparison)
    } catch (error) {
      // It decorates the summary: no failure of it is one of the deployment.
      tools.log.debug(`The deployment is not compared with what is live: ${why(error)}`)
    } finally {
      this.#over.abort()
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const { clock, stop } = this.#run.tools
    try {
      if (!this.#over.signal.aborted && !stop.aborted) await clock.sleep(LAST_WAIT_MS, this.#over.signal)
    } catch (error) {
      if (!stop.aborted) throw error
    } finally {
      this.#left.abort()
    }
  }
}

/**
 * Begins to compare what is deployed with what is live. No step waits for it: the code of the active version is asked
 * for beside the calls that the deployment makes anyway, and only where there is one.
 */
export function compareBeside(
  run: Run<DeployPlan>,
  app: PreparedApp,
  contents: PackedContents | undefined
): AsyncDisposable {
  return new ComparisonBeside(run, app, contents)
}
