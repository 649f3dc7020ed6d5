import { expect } from '@jest/globals'
import type { Observer } from '../../e2e/support/observing.ts'

/**
 * From the last line of the log to the exit. It is a few milliseconds, and up to a second where many programs share the
 * machine; what it must not be is the time that a server keeps its stream open, which has no end.
 */
const MOST_SILENT_MS = 10_000

/** Main has told its end once, and was gone when it had. */
export function expectGone({ stages: [main] }: Observer): void {
  expect(main).toMatchObject({ summaries: 1 })
  expect(main?.silentMs).toBeLessThan(MOST_SILENT_MS)
}
