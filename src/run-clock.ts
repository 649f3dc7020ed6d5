import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from './model/ports/ports.ts'

/** A clock whose waits end when the run is told to stop. */
export function clockUntil(stop: AbortSignal): Clock {
  return {
    now: () => process.uptime() * 1000,
    sleep: (ms, wake) => {
      const signal = wake ? AbortSignal.any([stop, wake]) : stop
      return sleep(ms, undefined, { signal }).catch(() => stop.throwIfAborted())
    }
  }
}
