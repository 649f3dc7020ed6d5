import type { Platform } from '../../../../src/model/ports/platform-port.ts'

/** A call of the port that goes to the platform and comes back. */
export type Method = Exclude<
  keyof Platform,
  'described' | 'organization' | 'accessLeftMs' | 'require' | 'compileLog' | 'buildLog'
>

export type StageName = 'main' | 'post'

/** What the user asks for. */
export type PlanChoice = {
  /** `git` is built when it is published, `service` by the build service before. */
  readonly code: 'python' | 'go' | 'image' | 'git' | 'service'
  readonly settings: readonly ('tier' | 'public' | 'env-changed' | 'env-added')[]
  readonly strategy: 'merge' | 'overwrite'
  readonly hasSchema: boolean
  readonly tests: 'none' | 'pass' | 'fail'
  readonly rollback: 'never' | 'on-failure' | 'on-cancel'
}

/** What is there when the run begins, and what nobody outside the platform knows of it. */
export type WorldChoice = {
  /** How many versions the app has; none at all where it does not exist. */
  readonly versions: 1 | 2 | 0 | 'no app'
  readonly isDraftCleared: boolean
  readonly hasHashes: boolean
  /** UpdateAppConfig keeps the variables that an update leaves out. */
  readonly mergesEnv: boolean
  /** The schemas belong to the app, not to the draft. */
  readonly schemaIsLive: boolean
  /** The active version holds the same code as this run's. */
  readonly isCodeOld: boolean
  /** What this run deploys does not come up. */
  readonly isDead: boolean
}

/** When a call is sent, has taken effect, or is answered; or so much later. */
export type Moment = {
  readonly stage: StageName
  readonly method: Method
  /** From 1. */
  readonly nth: number
  readonly where: 'sent' | 'done' | 'answered'
  readonly plusMs: number
}

export const FAULTS = [
  'lost',
  'lost-done',
  'refused',
  'refused-done',
  'late',
  'taken-late',
  'lost-taken',
  'slow',
  'no-number',
  'doubled',
  'no-token'
] as const

/** What becomes of an answer, and of the effect. */
export type Fault = {
  readonly stage: StageName
  readonly method: Method
  readonly nth: number
  /** So many calls of the method in a row. */
  readonly times: number
  /**
   * `lost`: no effect, an ambiguous error; `lost-done`: the effect, and such an error; `late`: such an error, and the effect
   * after a while; `taken-late`: OK, and the effect shows after a while; `lost-taken`: the same with an ambiguous error;
   * `no-number`: the same with an OK that names no version; `slow`: the effect at once, OK after a while; `refused-done`: an
   * error in words that is not ambiguous, and the effect all the same; `no-token`: the token endpoint gives none.
   */
  readonly how: (typeof FAULTS)[number]
  readonly ms: number
  readonly code: 'INTERNAL' | 'UNKNOWN' | 'RESOURCE_EXHAUSTED' | 'PERMISSION_DENIED' | 'UNAUTHENTICATED'
}

/** A right that is refused has no effect; two drafts of one call are told from another run’s by nobody. */
export function isPossible({ how, code, method }: Fault): boolean {
  if (how === 'no-number') return method === 'publishDraft'
  if (how === 'doubled' && method === 'saveDraft') return false
  return how !== 'refused-done' || (code !== 'PERMISSION_DENIED' && code !== 'UNAUTHENTICATED')
}

export const DEEDS = [
  'publish',
  'save',
  'publish-slot',
  'publish-same',
  'tier',
  'env-added',
  'env-changed',
  'rollback',
  'delete',
  'create'
] as const

/** What another run, or a person, does meanwhile. */
export type OtherDeed = { readonly what: (typeof DEEDS)[number]; readonly at: Moment }

export type Interruption = { readonly how: 'cancelled' | 'timed_out' | 'killed'; readonly at: Moment }

export type Schedule = {
  readonly plan: PlanChoice
  readonly world: WorldChoice
  readonly faults: readonly Fault[]
  readonly others: readonly OtherDeed[]
  readonly interruption: Interruption | undefined
  /** The disk is full from this write of the ledger on; counted from 1. */
  readonly fullDiskAt: number | undefined
  /** How the job ends where main went well. */
  readonly later: 'success' | 'failure' | 'cancelled'
}

/** Nothing goes wrong, on a platform as most are. */
export const UNTROUBLED = {
  world: {
    versions: 1,
    isDraftCleared: false,
    hasHashes: true,
    mergesEnv: false,
    schemaIsLive: true,
    isCodeOld: false,
    isDead: false
  },
  faults: [],
  others: [],
  interruption: undefined,
  fullDiskAt: undefined
} as const satisfies Omit<Schedule, 'plan' | 'later'>
