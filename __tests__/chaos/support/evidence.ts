import type { StageResult } from '../../../runner/stage.ts'
import type { ChaosPlan } from './plan.ts'

export type Message = Readonly<Record<string, unknown>>

/** A call as the platform saw it. */
export type Call = {
  readonly by: 'main' | 'post' | 'other'
  /** Without the service: `PublishDraft`. */
  readonly method: string
  readonly request: Message
  /** There where the call took effect, whatever the client got to know of it. */
  readonly answer: Message | undefined
  /** The status, or DROPPED. */
  readonly outcome: string
  readonly arrivedAtMs: number
}

/** The settings in the proto's words: `resource_tier`, `env`, … */
export type Settings = Message & { readonly env: Readonly<Record<string, string>> }

/** `code` is the image's reference, or the paths and contents of the files. */
export type HeldVersion = { readonly number: number; readonly code: string }

/** What the platform holds, read by a client of the test. */
export type Holdings = {
  /** 0 is none. */
  readonly activeVersion: number
  readonly versions: readonly HeldVersion[]
  /** Undefined where there is no app. */
  readonly settings: Settings | undefined
  readonly runningBuilds: readonly string[]
}

export type Stage = StageResult & {
  readonly startedAtMs: number
  /** When its last line came, by which it has told its end; undefined where there is none. */
  readonly lastLineAtMs: number | undefined
  readonly endedAtMs: number
}

/** All that is known of a run by others than the action. */
export type Evidence = {
  /** For the twin of a run, what was planned for the twin. */
  readonly plan: ChaosPlan
  /** Every call, in the order in which they took effect, those that prepared the app first. */
  readonly calls: readonly Call[]
  /** What the run is to deploy, as `HeldVersion` has it. Undefined for an image, whose name is not known before. */
  readonly ourCode: string | undefined
  readonly before: Holdings
  readonly after: Holdings
  readonly main: Stage
  readonly post: Stage
  /** `job.status` as post was told it. */
  readonly jobStatus: string
  /** When the signal was sent, if it was sent before main ended. */
  readonly signalledAtMs: number | undefined
  /** Secrets that were found where they must not be, each as `what in where`. */
  readonly leaks: readonly string[]
  /** Commands that the action did not mean to give. */
  readonly smuggled: readonly string[]
  /** The digest of what was packed, as the log says it. */
  readonly digest: string | undefined
}

/** A run, and the other run of the action that was planned to deploy the same app at the same time. */
export type Runs = readonly [Evidence, ...Evidence[]]
