import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ActionFile, type JobStatus, readActionFile } from './inputs.ts'
import { Job, type JobOptions } from './job.ts'
import { killOrphans, type Orphan } from './process.ts'
import { type SeenCommand, type StageResult, StageRun, skippedStage } from './stage.ts'

export type RunOptions = JobOptions & {
  /** Called with each line of the log as it comes, in both stages. */
  readonly onLine?: (line: string) => void
}

/**
 * Starts the action's main as the GitHub runner (v2.336) would. Hold the run with `await using`, or `finish()` it.
 * An input's default that cannot be evaluated rejects the stage with an ExpressionError.
 * @throws {ActionFileError} when action.yml cannot be run here
 */
export function runAction(options: RunOptions): StepRun {
  if (!process.version.startsWith('v24.')) throw new Error(`The action needs Node 24; this is ${process.version}`)
  return new StepRun(options, readActionFile(options.directory))
}

/**
 * The commands that are not the action's own: those whose name is not allowed, and all of the `##[` grammar, which the
 * toolkit never writes.
 */
export function smuggled(
  { commands }: Pick<StageResult, 'commands'>,
  allowed: { readonly names: readonly string[] }
): readonly SeenCommand[] {
  return commands.filter((command) => command.grammar === 'v1' || !allowed.names.includes(command.name))
}

type Waiter = { readonly pattern: RegExp; readonly found: (line: string) => void; readonly missed: () => void }

/** A step of a job, from its start to the job's end. */
export class StepRun {
  readonly main: Promise<StageResult>
  /** The log so far, of both stages. */
  readonly lines: string[] = []
  readonly #root = mkdtempSync(join(tmpdir(), 'conformance-'))
  readonly #action: ActionFile
  readonly #job: Job
  readonly #onLine: (line: string) => void
  #waiters: Waiter[] = []
  #openStages = 0
  #running: { readonly stage: 'main' | 'post'; readonly run: StageRun } | undefined

  constructor({ onLine = () => undefined, ...options }: RunOptions, action: ActionFile) {
    this.#onLine = onLine
    this.#action = action
    this.#job = new Job(options, action, this.#root)
    this.main = this.#untilDone(() => this.#runMain())
  }

  /** The job as conditions and `job.status` see it. Set its status before `post()` for what other steps did. */
  get job(): { status: JobStatus } {
    return this.#job.context
  }

  /** What the stages so far have left in RUNNER_TEMP, without what is the runner's own. */
  leftInTemp(): readonly string[] {
    return readdirSync(join(this.#root, '_temp')).filter((name) => !name.startsWith('_'))
  }

  /** The first line of the log that matches, now or later. Rejects when the stage ends without one. */
  line(pattern: RegExp): Promise<string> {
    const seen = this.lines.find((line) => pattern.test(line))
    if (seen !== undefined) return Promise.resolve(seen)
    return new Promise((found, reject) => {
      const missed = () => reject(new Error(`No line matches ${pattern} in:\n${this.lines.join('\n')}`))
      if (this.#openStages === 0) missed()
      else this.#waiters.push({ pattern, found, missed })
    })
  }

  /**
   * Cancels the job: main is stopped by the runner's signals, `job.status` is cancelled. A post that runs goes on,
   * because its condition still holds.
   */
  cancel(): void {
    this.job.status = 'cancelled'
    if (this.#running?.stage === 'main') this.#running.run.stop('cancelled')
  }

  /** What the step's timeout does, now: the same signals, and a failure. */
  timeOut(): void {
    this.#running?.run.stop('timed out')
  }

  /** One signal to the process that runs, as from outside of the runner. */
  kill(signal: NodeJS.Signals = 'SIGKILL'): void {
    this.#running?.run.kill(signal)
  }

  /** What the death of the runner is for the process that runs: nobody reads its output any more. */
  abandon(): void {
    this.#running?.run.abandon()
  }

  /** Runs post after main has ended. Skipped when there is none or its condition does not hold. */
  post(): Promise<StageResult> {
    return this.#untilDone(() => this.#runPost())
  }

  /** The outputs that other jobs would get: without empty ones, and without those that hold a masked text. */
  jobOutputs(): Readonly<Record<string, string>> {
    return this.#job.outputs
  }

  /** Ends the job: kills what still runs, removes its files, and returns the processes that the step left behind. */
  async finish(): Promise<readonly Orphan[]> {
    if (this.#running !== undefined) {
      this.kill()
      await this.#running.run.result
    }
    const orphans = killOrphans(this.#job.trackingId)
    rmSync(this.#root, { recursive: true, force: true })
    return orphans
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.finish()
  }

  async #runMain(): Promise<StageResult> {
    const result = await this.#run('main', this.#action.main)
    if (result.conclusion === 'failure' && this.job.status === 'success') this.job.status = 'failure'
    return result
  }

  async #runPost(): Promise<StageResult> {
    await this.main
    const { post, postRuns } = this.#action
    return post === undefined || !postRuns(this.job.status) ? skippedStage : this.#run('post', post)
  }

  async #run(stage: 'main' | 'post', script: string): Promise<StageResult> {
    const run = new StageRun(this.#job.plan(stage, script, (line) => this.#show(line)))
    this.#running = { stage, run }
    const result = await run.result
    this.#running = undefined
    return result
  }

  /** Keeps those who wait for a line waiting as long as one may still come. */
  async #untilDone(work: () => Promise<StageResult>): Promise<StageResult> {
    this.#openStages += 1
    try {
      return await work()
    } finally {
      this.#openStages -= 1
      if (this.#openStages === 0) for (const waiter of this.#waiters.splice(0)) waiter.missed()
    }
  }

  #show(line: string): void {
    this.lines.push(line)
    this.#onLine(line)
    for (const waiter of this.#waiters) if (waiter.pattern.test(line)) waiter.found(line)
    this.#waiters = this.#waiters.filter((waiter) => !waiter.pattern.test(line))
  }
}
