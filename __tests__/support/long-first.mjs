import { readFileSync } from 'node:fs'
import Sequencer from '@jest/test-sequencer'

/** A test that may take minutes has such a time, in milliseconds, at its end. */
const MINUTES = /\b[1-9]\d{2}_000\b/

/**
 * Files that wait for minutes begin first, so that none is waited for at the end, and take turns with the others: those
 * work while they wait.
 */
export default class LongFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests)
    const { long = [], other = [] } = Object.groupBy(sorted, ({ path }) =>
      MINUTES.test(readFileSync(path, 'utf8')) ? 'long' : 'other'
    )
    const pairs = sorted.keys().flatMap((at) => [long[at], other[at]])
    return [...pairs].filter((test) => test !== undefined)
  }
}
