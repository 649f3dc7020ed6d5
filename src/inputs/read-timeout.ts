import type { InputReader } from './input-reader.ts'
import { parseInteger } from './parse/parse-values.ts'

/** Jobs of GitHub's own runners end after six hours, of others after five days; a day is more than any deploy needs. */
const TIMEOUT_MINUTES = { min: 1, max: 1440 }
const DEFAULT_MINUTES = 30

/** How long the whole run may take, in milliseconds. */
export function readTimeoutMs(inputs: InputReader): number {
  const minutes = inputs.read('timeout-minutes', (text) => parseInteger(text, TIMEOUT_MINUTES))
  return (minutes ?? DEFAULT_MINUTES) * 60_000
}
