import type { Tests } from '../model/plan.ts'
import type { Platform } from '../model/ports/platform-port.ts'
import type { Clock, Log } from '../model/ports/ports.ts'

/** What post works with. */
export type PostTools = {
  readonly platform: Platform
  readonly log: Log
  readonly clock: Clock
  /** The tests as the inputs name them now; undefined where they cannot be read any more. */
  readonly tests: () => Promise<Tests | undefined>
}
