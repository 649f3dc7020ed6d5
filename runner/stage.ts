import { existsSync } from 'node:fs'
import { CommandReader, type OutputLine, type ParsedCommand, type StreamName } from './commands.ts'
import { applyFiles, applyLine, type StageEffects } from './effects.ts'
import type { CommandFile } from './files.ts'
import { ActionProcess } from './process.ts'
import type { Annotation } from './stage-log.ts'

export type SeenCommand = ParsedCommand & {
  readonly stream: StreamName
  /** The number of the line in the order of arrival, from 1. */
  readonly line: number
  readonly text: string
}

export type StageResult = {
  readonly conclusion: 'success' | 'failure' | 'cancelled' | 'skipped'
  /** Nothing when no process ran; 128 + n after signal n. Without meaning for a stage that was cancelled. */
  readonly exitCode: number | undefined
  readonly pipesLeftOpen: boolean
  /** The runner's signals that it took to stop the process: none where it ended by itself. */
  readonly signals: readonly NodeJS.Signals[]
  /** What the user sees: masked, commands as the runner renders them. */
  readonly log: string
  /** What the process wrote, both streams in order of arrival, nothing masked. */
  readonly raw: string
  readonly commands: readonly SeenCommand[]
  readonly annotations: readonly Annotation[]
  readonly summary: string | undefined
  readonly outputs: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
}

export type StagePlan = {
  readonly script: string
  readonly environment: Readonly<Record<string, string>>
  readonly files: Readonly<Record<CommandFile, string>>
  readonly effects: StageEffects
  readonly displayName: string
  readonly timeoutMinutes: number
  readonly timeScale: number
}

/** A stage that its condition left out. */
export const skippedStage: StageResult = {
  conclusion: 'skipped',
  exitCode: undefined,
  pipesLeftOpen: false,
  signals: [],
  log: '',
  raw: '',
  commands: [],
  annotations: [],
  summary: undefined,
  outputs: {},
  state: {}
}

/** One process of the action with all that the runner does around it. */
export class StageRun {
  readonly result: Promise<StageResult>
  readonly #plan: StagePlan
  readonly #reader = new CommandReader()
  readonly #decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() }
  readonly #raw: string[] = []
  readonly #commands: SeenCommand[] = []
  #process: ActionProcess | undefined
  #stopped: 'cancelled' | 'timed out' | undefined

  constructor(plan: StagePlan) {
    this.#plan = plan
    this.result = this.#run()
  }

  /** Stops the process by the runner's three signals. Without effect once it has ended. */
  stop(reason: 'cancelled' | 'timed out'): void {
    if (this.#process === undefined || this.#stopped !== undefined) return
    this.#stopped = reason
    void this.#process.stop()
  }

  kill(signal: NodeJS.Signals): void {
    this.#process?.kill(signal)
  }

  abandon(): void {
    this.#process?.abandon()
  }

  async #run(): Promise<StageResult> {
    const { effects, files } = this.#plan
    const end = await this.#runProcess()
    this.#process = undefined
    for (const line of this.#reader.end()) this.#apply(line)
    applyFiles(effects, files)
    if (this.#stopped !== undefined) effects.log.issue('error', this.#stopMessage())
    return {
      conclusion: this.#conclude(end?.exitCode),
      exitCode: end?.exitCode,
      pipesLeftOpen: end?.pipesLeftOpen ?? false,
      signals: end?.signals ?? [],
      log: effects.log.lines.map((line) => `${line}\n`).join(''),
      raw: this.#raw.join(''),
      commands: this.#commands,
      annotations: effects.log.annotations,
      summary: effects.summary,
      outputs: effects.outputs?.toRecord() ?? {},
      state: effects.state.toRecord()
    }
  }

  /** Runs the process to its end. A start that fails (no such file, environment too large) is an error of the step. */
  async #runProcess() {
    const { script, environment, timeoutMinutes, timeScale, effects } = this.#plan
    const timer = setTimeout(() => this.stop('timed out'), timeoutMinutes * 60_000)
    try {
      if (!existsSync(script)) throw new Error(`File not found: '${script}'`)
      const workingDirectory = effects.workspace
      const onOutput = (stream: StreamName, chunk: Buffer) => this.#receive(stream, chunk)
      this.#process = new ActionProcess({ script, workingDirectory, environment, onOutput, timeScale })
      return await this.#process.ended
    } catch (error) {
      effects.log.issue('error', (error as Error).message)
      effects.failed = true
      return undefined
    } finally {
      clearTimeout(timer)
    }
  }

  #receive(stream: StreamName, chunk: Buffer): void {
    this.#raw.push(this.#decoders[stream].decode(chunk, { stream: true }))
    for (const line of this.#reader.push(stream, chunk)) this.#apply(line)
  }

  #apply(line: OutputLine): void {
    const { command, kind, stream, number, text } = line
    if (command !== undefined) this.#commands.push({ ...command, stream, line: number, text })
    applyLine(this.#plan.effects, line)
    // The runner's exception leaves the process to run on, unread, until the job's end. Nothing of it can be seen.
    if (kind === 'refused') this.#process?.kill('SIGKILL')
  }

  #stopMessage(): string {
    const { displayName, timeoutMinutes } = this.#plan
    if (this.#stopped === 'cancelled') return 'The operation was canceled.'
    return `The action '${displayName}' has timed out after ${timeoutMinutes} minutes.`
  }

  #conclude(exitCode: number | undefined): StageResult['conclusion'] {
    if (this.#stopped === 'cancelled') return 'cancelled'
    const failed = this.#stopped === 'timed out' || this.#plan.effects.failed || exitCode !== 0
    return failed ? 'failure' : 'success'
  }
}
