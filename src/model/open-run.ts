import type { App, RollbackPolicy } from './plan.ts'
import type { Fingerprint } from './platform-state.ts'
import type { Settings, SettingsChange } from './settings.ts'

/** What post must know about a run that may not have ended well. */
export type OpenRun = BuildingRun | ChangedRun | PublishingRun | PublishedRun

/** A build of the build service runs, and nothing is published yet. */
export type BuildingRun = {
  readonly phase: 'building'
  readonly app: App
  readonly previousVersion: number
  readonly buildId: string
}

/** What a run changed of the live settings. */
export type ChangedSettings = {
  /** What the settings were where this run changed them, beside the environment. */
  readonly settingsBefore?: Omit<SettingsChange, 'env'>
  /** What this run made of them. */
  readonly settingsAfter?: Omit<SettingsChange, 'env'>
  /** The names of the environment that this run changed. */
  readonly envChanged?: readonly string[]
  /** Their values, which may be secret: known while the run lives, and never saved. */
  readonly envValues?: { readonly before: NonNullable<Settings['env']>; readonly after: NonNullable<Settings['env']> }
}

/** Settings that are live were changed, and nothing is published yet. */
export type ChangedRun = ChangedSettings & {
  readonly phase: 'changed'
  readonly app: App
  /** Active before this run; 0 is none. */
  readonly previousVersion: number
  /** Of the first test's payload, where there may be a rollback: post reads it again, and must know it for the same. */
  readonly payloadChecksum?: string
}

/** A publish was sent, or is about to be. */
export type PublishingRun = Omit<ChangedRun, 'phase'> & {
  readonly phase: 'publishing'
  /** The highest version number right before the publish. */
  readonly highestVersion: number
  readonly fingerprint: Fingerprint
  /** Where the app is called, as it was read right before; undefined where it cannot be, or is not known yet. */
  readonly url?: string | undefined
  /** There where publishing compiles or builds, which may go on long after the run has ended. */
  readonly builds?: true
}

/** A version of this run is published. Its `previousVersion` was active right before that. */
export type PublishedRun = Omit<PublishingRun, 'phase'> & {
  readonly phase: 'published'
  readonly publishedVersion: number
  /** There where the run itself goes back, because its version did not answer: post ends what main did not. */
  readonly isGoingBack?: true
}

/** What a run that ended well has made live. */
export type LiveVersion = Pick<PublishedRun, 'app' | 'publishedVersion' | 'previousVersion' | 'url'>

/** Carries what must be settled from main to post. */
export interface Ledger {
  /** What is open now; undefined where nothing is. */
  readonly open: OpenRun | undefined
  write(run: OpenRun): void
  close(): void
}

export type JobStatus = 'success' | 'failure' | 'cancelled'

/** What post found of what main left open, or made of it. */
export type Aftermath = {
  /** In a sentence. */
  readonly line: string
  /** `replaced` is: another run's version is live. */
  readonly end: 'live' | 'not-published' | 'rolled-back' | 'replaced' | 'unknown'
  /** Where what is live is called, as far as the run knew. */
  readonly url?: string | undefined
}

/** A job that has ended, and what its run left open. */
export type EndedJob = {
  readonly open: OpenRun
  readonly job: JobStatus | undefined
  readonly policy: RollbackPolicy
}
