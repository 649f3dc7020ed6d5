import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from './model/ports/ports.ts'

/** Time as a run measures it. Node's `performance` would load a dozen modules for it. */
export const RUN_TIME: Pick<Clock, 'now'> = { now: () => process.uptime() * 1000 }

/** A clock whose waits end when the run is told to stop. */
export function clockUntil(stop: AbortSignal): Clock {
  return {
    ...RUN_TIME,
    sleep: (ms, wake) => {
      const signal = wake ? AbortSignal.any([stop, wake]) : stop
      return sleep(ms, undefined, { signal }).catch(() => stop.throwIfAborted())
    }
  }
}
