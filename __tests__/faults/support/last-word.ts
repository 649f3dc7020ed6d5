import { expect } from '@jest/globals'
import type { Observer } from '../../e2e/support/observing.ts'

/** What a timer or a connection would keep main alive for. */
const MOST_IDLE_MS = 1_000

/** Main has told its end once, and was gone when it had. */
export function expectGone({ stages: [main] }: Observer): void {
  expect(main).toMatchObject({ summaries: 1 })
  expect(main?.idleMs).toBeLessThan(MOST_IDLE_MS)
}
