import { isServiceError } from '../network/transport.ts'
import { explained, type Purpose } from './call-failure.ts'
import { type Link, stopReason } from './link.ts'
import { type Pause, persist } from './retry.ts'

type Tries<T> = { readonly work: () => Promise<T>; readonly pause: Pause }

/**
 * Tries what has that purpose until it succeeds, or `pause` says that there is nothing more to try. What gRPC fails with is
 * told in the reader's words, with how often it was tried; the link's stop in those of what it ended.
 */
export async function persistExplained<T>(link: Link, purpose: Purpose, { work, pause }: Tries<T>): Promise<T> {
  // A call that ends before its run does not sleep on.
  const clock = { sleep: (ms: number) => link.clock.sleep(ms, link.stop) }
  const began = link.clock.now()
  let times = 0
  const counting: Pause = (error, attempt) => {
    times = attempt
    return pause(error, attempt)
  }
  try {
    return await persist(work, clock, counting)
  } catch (error) {
    if (error === link.stop.reason) throw stopReason(link, purpose)
    if (!isServiceError(error)) throw error
    throw explained(error, purpose, { token: link.token, tried: { times, ms: link.clock.now() - began } })
  }
}
