import { pauseAfter } from '../../model/backoff.ts'
import type { Clock } from '../../model/ports/ports.ts'
import { TOO_MANY } from '../advice/statuses.ts'
import { type ServiceError, status } from '../network/grpc.ts'
import { isAmbiguous, isBrokenStream } from './call-failure.ts'
import { connectionTrouble } from './connection-trouble.ts'
import { retryDelayMs } from './retry-info.ts'

/**
 * What repeating a call would do (docs/runner.md, Which calls are sent again): `read` changes nothing; `replace` leaves
 * the same state when it is sent twice; `write` and `publish` may act twice.
 */
export type Effect = 'read' | 'replace' | 'write' | 'publish'

const TRIES: Readonly<Record<Effect, number>> = { read: 5, replace: 2, write: 1, publish: 1 }

const PAUSES = { first: 500, most: 8_000 }
const LONGEST_PUSHBACK_MS = 30_000

/** Milliseconds to wait before the next try; undefined where there is to be none. `attempt` counts from 1. */
export function pauseBefore(error: ServiceError, effect: Effect, attempt: number): number | undefined {
  if (attempt >= TRIES[effect] || !isPassing(error, effect)) return undefined
  const asked = askedPauseMs(error)
  if (asked === undefined) return pauseMs(attempt)
  return asked < 0 ? undefined : Math.min(asked, LONGEST_PUSHBACK_MS)
}

/** What the server asks for, negative where it wants no other try. */
function askedPauseMs({ metadata }: ServiceError): number | undefined {
  const pushback = Number(metadata?.get('grpc-retry-pushback-ms')[0] ?? Number.NaN)
  if (!Number.isNaN(pushback)) return pushback
  const details = metadata?.get('grpc-status-details-bin')[0]
  return Buffer.isBuffer(details) ? retryDelayMs(details) : undefined
}

/** Doubles from 0.5 s to 8 s, less up to a quarter by chance, so that many runs do not come back at once. */
export function pauseMs(attempt: number): number {
  return pauseAfter(PAUSES, attempt) * (1 - Math.random() / 4)
}

function isPassing(error: ServiceError, effect: Effect): boolean {
  if (connectionTrouble(error)?.final) return false
  if (effect === 'replace') return isAmbiguous(error) || isPassingRefusal(error)
  switch (error.code) {
    case status.UNAVAILABLE:
    case status.DEADLINE_EXCEEDED:
    case status.RESOURCE_EXHAUSTED:
    case status.ABORTED:
      return true
    case status.INTERNAL:
      return isBrokenStream(error)
    default:
      return false
  }
}

/** The platform asks for a later try in so many words; for a quota that is used up there is none. */
function isPassingRefusal({ code, details }: ServiceError): boolean {
  if (code === status.RESOURCE_EXHAUSTED) return TOO_MANY.test(details)
  return code === status.UNAVAILABLE || code === status.ABORTED
}

/** Does the work until it succeeds, or `pause` says that there is nothing more to try. */
export async function persist<T>(work: () => Promise<T>, clock: Pick<Clock, 'sleep'>, pause: Pause): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const ms = pause(error, attempt)
      if (ms === undefined) throw error
      await clock.sleep(ms)
    }
  }
}

export type Pause = (error: unknown, attempt: number) => number | undefined
