import type { App, RollbackPolicy, SettingsChange } from './plan.ts'
import type { Fingerprint } from './platform-state.ts'

/** What post must know about a run that may not have ended well. Holds no secret. */
export type OpenRun = BuildingRun | ChangedRun | PublishingRun | PublishedRun

/** A build of the build service runs, and nothing is published yet. */
export type BuildingRun = {
  readonly phase: 'building'
  readonly app: App
  readonly previousVersion: number
  readonly buildId: string
}

/** Settings that are live were changed, and nothing is published yet. */
export type ChangedRun = {
  readonly phase: 'changed'
  readonly app: App
  /** Active before this run; 0 is none. */
  readonly previousVersion: number
  /** What the settings were where this run changed them, without the environment's values. */
  readonly settingsBefore?: Omit<SettingsChange, 'env'>
  /** The names of the environment that this run changed. */
  readonly envChanged?: readonly string[]
  /** Of the first test's payload, where there may be a rollback: post reads it again, and must know it for the same. */
  readonly payloadChecksum?: string
}

export type PublishingRun = Omit<ChangedRun, 'phase'> & {
  readonly phase: 'publishing'
  /** The highest version number before this run. */
  readonly highestVersion: number
  readonly fingerprint: Fingerprint
  /** There where publishing compiles or builds, which may go on long after the run has ended. */
  readonly builds?: true
}

export type PublishedRun = Omit<PublishingRun, 'phase'> & {
  readonly phase: 'published'
  readonly publishedVersion: number
}

/** Carries what must be settled from main to post. */
export interface Ledger {
  write(run: OpenRun): void
  close(): void
}

export type JobStatus = 'success' | 'failure' | 'cancelled'

/** A job that has ended, and what its run left open. */
export type EndedJob = {
  readonly open: OpenRun
  readonly job: JobStatus | undefined
  readonly policy: RollbackPolicy
}
