import type { Comparison } from '../comparison.ts'
import type { Ledger } from '../open-run.ts'
import type { Facts } from '../outcome.ts'
import type { CodeSource, ContextSource } from '../plan.ts'
import type { Context, Package } from './packing-port.ts'
import type { Platform } from './platform-port.ts'
import type { Web } from './web-port.ts'

/** What the reader of the job log sees. Every text is made harmless by the implementation. */
export interface Log {
  /** Details go in the group; it is opened by the first line inside, and always closed. */
  group<T>(title: string, work: () => Promise<T>): Promise<T>
  /** One line: a line break in a name or an answer is shown, and makes no second one. So it is for the others. */
  info(text: string): void
  notice(text: string): void
  warning(text: string): void
  /** Shown under step debug only; may have several lines. */
  debug(text: string): void
  /** A place in the log for text that is not ours, of one stream. */
  remote(): RemoteText
}

/** Takes the bytes of a remote log and shows them as text, whatever they hold. */
export interface RemoteText {
  /** Resolves when more may come. */
  write(chunk: Uint8Array): Promise<void>
  /** Shows what is left, also of an unfinished line. */
  end(): Promise<void>
  /** The last lines that were shown. */
  tail(): readonly string[]
}

export interface Clock {
  /** Monotonic milliseconds. */
  now(): number
  /** Ends early when `wake` is aborted. Rejects with the stop signal's reason when the run is told to stop. */
  sleep(ms: number, wake?: AbortSignal): Promise<void>
}

/** Takes what becomes known, at once: an output is set as soon as its fact is. */
type Report = (facts: Facts) => void

/** One test of the draft as the summary shows it. */
export type TestRecord = {
  readonly name: string
  readonly passed: boolean
  /** What came of it, in a few words. */
  readonly line: string
  readonly ms: number
}

/** One step as the summary shows it. */
export type StepRecord = {
  readonly name: string
  readonly line: string
  readonly ms: number
  readonly failed: boolean
}

export type Tools = {
  readonly connect: () => Promise<Platform>
  readonly web: Web
  /** Packs code from disk. Throws SourceError. */
  readonly pack: (source: CodeSource) => Promise<Package>
  /** Checks a context, and reads all of it once. Throws SourceError. */
  readonly openContext: (source: ContextSource) => Promise<Context>
  /** Tells this run and attempt from all others, in a form that an image tag may have: `run-<id>-<attempt>`. */
  readonly runTag: string
  /** The tag that is deployed: the version is described by it, where the platform takes a description. */
  readonly tag?: string | undefined
  /** Tells this step of this run from any other. */
  readonly runStep: string
  readonly log: Log
  readonly clock: Clock
  readonly ledger: Ledger
  readonly report: Report
  readonly timeline: (step: StepRecord) => void
  readonly tested: (test: TestRecord) => void
  readonly compared: (comparison: Comparison) => void
  /** What is left of `timeout-minutes`, in milliseconds. */
  readonly msLeft: () => number
  /** Aborted by a signal or by `timeout-minutes`; its reason is a Stopped. */
  readonly stop: AbortSignal
}

/** Runs one named part: one log group, one timing, one place to fail. `done` says in a sentence what came of it. */
export type Step = <T>(name: string, work: () => Promise<T>, done: (result: T) => string) => Promise<T>
