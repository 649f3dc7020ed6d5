import type { OpenRun } from '../../../../src/model/open-run.ts'
import type { Facts, Outcome } from '../../../../src/model/outcome.ts'
import type { Method, Schedule, StageName } from './schedule.ts'

/** What of an app is live, flat: `active`, `tier`, `env.MODE`, …; undefined where there is no app. */
export type Live = Readonly<Record<string, string>> | undefined

/** Something that changed the platform. `seq` orders all that happens in a run, and all that is said. */
export type Deed = {
  readonly seq: number
  readonly atMs: number
  readonly by: StageName | 'other'
  /** A method of the port, or what another run did. */
  readonly what: string
  /** The call that it is the effect of. */
  readonly call?: number
  readonly before: Live
  readonly after: Live
  /** Of a publish: the version that it made, and what it holds. */
  readonly version?: number
  readonly content?: string
  /** The second effect of one call. */
  readonly isDouble?: boolean
}

/** A call as it was sent, and what came of it. */
export type Call = {
  readonly seq: number
  readonly atMs: number
  readonly stage: StageName
  readonly method: Method
  readonly nth: number
  readonly argument: unknown
  readonly isAfterStop: boolean
  readonly isAfterEnd: boolean
  /** When the platform looked at it. */
  doneSeq?: number
  endSeq?: number
  endMs?: number
  /** Undefined while it is under way. */
  end?: 'ok' | 'ambiguous' | 'refused' | 'stopped'
  answer?: unknown
}

export type Claim = {
  readonly seq: number
  readonly atMs: number
  readonly stage: StageName
  readonly channel: 'info' | 'notice' | 'warning' | 'error' | 'sentence'
  readonly text: string
}

export type FactClaim = { readonly seq: number; readonly facts: Facts }

/** How a stage ended badly. */
export type Failure = {
  readonly reason: string
  readonly message: string
  readonly isExpected: boolean
  /** The disk was full, which nobody in the story can help. */
  readonly isFullDisk: boolean
  /** The `seq` of the call whose error it is. */
  readonly call: number | undefined
}

export type MainEnd = {
  readonly how: 'returned' | 'failed' | 'killed' | 'hung'
  readonly outcome: Outcome | undefined
  readonly failure: Failure | undefined
  readonly seq: number
  readonly atMs: number
}

export type PostEnd = {
  readonly how: 'returned' | 'failed' | 'hung'
  readonly sentence: string | undefined
  readonly failure: Failure | undefined
  readonly seq: number
  readonly startedAtMs: number
  readonly atMs: number
}

export type StoredVersion = { readonly number: number; readonly content: string; readonly by: string }

/** All that a run did and said, and all that was true meanwhile. */
export type RunEvidence = {
  readonly schedule: Schedule
  readonly start: Live
  readonly deeds: readonly Deed[]
  readonly calls: readonly Call[]
  readonly claims: readonly Claim[]
  readonly facts: readonly FactClaim[]
  readonly ledger: readonly { readonly seq: number; readonly entry: OpenRun | 'closed' }[]
  /** When the run was told to stop, and why. */
  readonly stopped: { readonly seq: number; readonly atMs: number; readonly reason: string } | undefined
  readonly main: MainEnd
  /** Undefined where there was nothing left to do for it. */
  readonly post: PostEnd | undefined
  /** What main did or said when it had ended. */
  readonly afterEnd: readonly string[]
  readonly versions: readonly StoredVersion[]
  /** Builds that still run when post has ended, by id. */
  readonly runningBuilds: readonly string[]
  /** When all tests of the plan had passed on the platform. */
  readonly testsPassedSeq: number | undefined
  /** What the plan makes of each setting that it names. */
  readonly wanted: Readonly<Record<string, string | undefined>>
  /** What this run's draft holds. */
  readonly ownContent: string
}
