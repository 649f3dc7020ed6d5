import { duration } from '../../model/values/words.ts'

/** A token's times are read with this much tolerance nearly everywhere. */
const TOLERATED_MS = 60_000

/**
 * Why a token may be refused that is good: the runner's clock is not the server's. `date` is the server's, as an HTTP
 * header has it. Undefined where the clocks agree, or nothing is known.
 */
export function clockSkew(date: string | undefined): string | undefined {
  const ms = Date.now() - Date.parse(date ?? '')
  if (!(Math.abs(ms) > TOLERATED_MS)) return undefined
  return `The clock of the runner is ${duration(Math.abs(ms))} ${ms > 0 ? 'ahead of' : 'behind'} the server’s: set one of them right.`
}
