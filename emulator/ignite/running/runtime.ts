import type { Env, SdkCode } from '../model/model.ts'
import type { ToolName } from '../tools/tools.ts'
import type { OnLog, Worker } from './worker.ts'

/** Code of an app on this machine's disk. */
export type Place = {
  /** The files as they were sent, and what preparing adds to them. */
  readonly directory: string
  /** Where the compiler's result goes; it outlives the directory. */
  readonly built: string
}

export type Preparation = Place & {
  readonly code: SdkCode
  /** Absolute path of the runtime's tool. */
  readonly tool: string
  /** Builds also what is built already, since somebody wants to see the compiler's words. */
  readonly again: boolean
  /** Takes what the compiler prints, as it prints it. */
  readonly say: (chunk: Uint8Array) => void
  readonly signal: AbortSignal
}

export type Start = Place & {
  readonly code: SdkCode
  readonly tool: string
  readonly env: Env
  readonly onLog: OnLog
}

/** How code of one language becomes an answer to a payload. */
export type Runtime = {
  /** Without this program nothing works. */
  readonly tool: ToolName
  /** Whether a draft has to be compiled before it can run. */
  readonly compiled: boolean
  /** Throws FAILED_PRECONDITION where this machine cannot make what the code asks for, though it has the tool. */
  requireTarget?(code: SdkCode, tool: string): Promise<void>
  /** Makes the unpacked code ready to be started. Throws PreparationError. */
  prepare(preparation: Preparation): Promise<void>
  start(start: Start): Worker
}

/** The code cannot be made ready: its author has to change it. The message may be shown to anybody. */
export class PreparationError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.name
  }
}
