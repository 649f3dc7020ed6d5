import { ExpectedError, PlatformError, Stopped } from '../model/errors.ts'
import type { Clock } from '../model/ports/ports.ts'
import { poll } from './poll.ts'

/** A call that changes something, and the look that tells whether it did. Sent twice it is the same deed. */
type Deed<S> = {
  /** `last` is what was read since it was sent before, where that may make less of it. */
  readonly send: (last?: S) => Promise<unknown>
  readonly look: () => Promise<S>
  /** What is seen to have come of it; undefined while nothing is. */
  readonly seen: (state: S) => 'done' | 'otherwise' | undefined
}

/**
 * How a deed ended. `seen`: what was read shows it done. `otherwise`: what was read shows something else, which no
 * waiting changes. `refused`: the platform said no, and what was read, where it could be, does not show it.
 * `unseen`: it may have taken effect.
 */
export type DeedEnd<S> =
  | { readonly kind: 'seen'; readonly state: S }
  | { readonly kind: 'otherwise'; readonly state: S }
  | { readonly kind: 'refused'; readonly error: ExpectedError; readonly state: S | undefined }
  | { readonly kind: 'unseen'; readonly error: ExpectedError | undefined; readonly state: S | undefined }

/** How long the effect of a call is looked for whose answer says that it was taken, or was lost. */
export const LOOK_MS = 60_000
/** The same where the platform answered that it failed: what it did before that shows soon. */
const AFTER_A_FAILURE_MS = 3_000
/** A call whose answer was lost may take effect late: it is sent again only when it was looked for for all its time. */
const MOST_SENT = 2
const PAUSES = { first: 250, most: 5_000 }

/**
 * Does the deed and looks. It is sent again only where an answer was lost. A run that is told to stop when the call was
 * sent leaves it unseen; the stop's reason is the error then.
 */
export async function perform<S>(deed: Deed<S>, clock: Clock, lookMs = LOOK_MS): Promise<DeedEnd<S>> {
  let isLostOnce = false
  let last: S | undefined
  for (let sent = 1; ; sent++) {
    const look = new Look(deed)
    const error = await failureOf(deed.send(last))
    if (error instanceof Stopped) return { kind: 'unseen', error, state: undefined }
    const wasLost = error !== undefined && isLost(error)
    const end = await look.until(clock, { ms: error === undefined || wasLost ? lookMs : lookAfter(error), wasLost })
    if (end) return end
    isLostOnce ||= wasLost
    last = look.last ?? last
    const isNo = error !== undefined && !isLostOnce && !(mayHaveActed(error) && look.trouble)
    if (isNo) return { kind: 'refused', error, state: look.last }
    if (!wasLost || sent === MOST_SENT || look.isCutShort) {
      return { kind: 'unseen', error: error ?? look.trouble, state: look.last }
    }
  }
}

/** How long to look for what a call did that was answered with this error, in milliseconds: 0 is one look. */
export function lookAfter(error: ExpectedError): number {
  return mayHaveActed(error) ? AFTER_A_FAILURE_MS : 0
}

/** Codes that a server also answers when it failed after it had done what was asked. */
const AFTER_THE_EFFECT: readonly string[] = ['UNKNOWN', 'INTERNAL', 'RESOURCE_EXHAUSTED', 'ABORTED', 'DATA_LOSS']

function mayHaveActed(error: ExpectedError): boolean {
  return error instanceof PlatformError && AFTER_THE_EFFECT.includes(error.code)
}

type LookTime = { readonly ms: number; readonly wasLost: boolean }

/** What was read last, and why nothing was. */
class Look<S> {
  last: S | undefined
  trouble: ExpectedError | undefined
  readonly #deed: Deed<S>

  constructor(deed: Deed<S>) {
    this.#deed = deed
  }

  get isCutShort(): boolean {
    return this.trouble !== undefined && endsLook(this.trouble)
  }

  /**
   * Undefined where the time is over, the run was told to stop, or no look can tell anything. A call whose answer was
   * lost may still come over what another hand did meanwhile, so that is no end before its time.
   */
  async until(clock: Clock, { ms, wasLost }: LookTime): Promise<DeedEnd<S> | undefined> {
    let otherwise: DeedEnd<S> | undefined
    const take = async () => {
      const end = await this.#take()
      otherwise = end?.kind === 'otherwise' ? end : undefined
      return wasLost && otherwise ? undefined : end
    }
    try {
      return (await poll(take, { clock, pauses: PAUSES, ms })) ?? otherwise
    } catch (error) {
      if (!(error instanceof ExpectedError && endsLook(error))) throw error
      this.trouble = error
      return undefined
    }
  }

  async #take(): Promise<DeedEnd<S> | undefined> {
    try {
      const state = await this.#deed.look()
      this.last = state
      const seen = this.#deed.seen(state)
      return seen && { kind: seen === 'done' ? 'seen' : 'otherwise', state }
    } catch (error) {
      if (!(error instanceof ExpectedError) || endsLook(error)) throw error
      this.trouble = error
      return undefined
    }
  }
}

/** No waiting makes an answer readable. */
function endsLook(error: ExpectedError): boolean {
  return error instanceof Stopped || (error instanceof PlatformError && error.isUnreadable)
}

/** True where the call may have taken effect although no answer came. */
export function isLost(error: ExpectedError): error is PlatformError {
  return error instanceof PlatformError && error.ambiguous
}

/** What a call failed with; undefined where it succeeded. A bug of ours is thrown. */
async function failureOf(work: Promise<unknown>): Promise<ExpectedError | undefined> {
  try {
    await work
    return undefined
  } catch (error) {
    if (error instanceof ExpectedError) return error
    throw error
  }
}
