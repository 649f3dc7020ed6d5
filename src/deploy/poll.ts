import { Backoff, type PauseRange } from '../model/backoff.ts'
import type { Clock } from '../model/ports/ports.ts'

type PollOptions = {
  readonly clock: Clock
  readonly pauses: PauseRange
  /** How long to go on, in milliseconds. One look is taken in any case, and one when the time is over. */
  readonly ms: number
}

/** Looks until there is something to see, or the time is over: then undefined. Throws what looking throws. */
export async function poll<T>(
  look: () => Promise<T | undefined>,
  { clock, pauses, ms }: PollOptions
): Promise<T | undefined> {
  const deadline = clock.now() + ms
  const backoff = new Backoff(pauses)
  for (;;) {
    const seen = await look()
    if (seen !== undefined) return seen
    const left = deadline - clock.now()
    if (left <= 0) return undefined
    await clock.sleep(Math.min(backoff.next(), left))
  }
}
