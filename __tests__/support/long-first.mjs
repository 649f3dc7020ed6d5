import { readFileSync } from 'node:fs'
import Sequencer from '@jest/test-sequencer'

/** A test that may take minutes has such a time, in milliseconds, at its end. */
const MINUTES = /\b[1-9]\d{2}_000\b/

/** Files that wait for minutes begin first, so that the others run beside them and none is waited for at the end. */
export default class LongFirst extends Sequencer {
  sort(tests) {
    const isLong = new Set(tests.filter(({ path }) => MINUTES.test(readFileSync(path, 'utf8'))))
    return super.sort(tests).toSorted((a, b) => Number(isLong.has(b)) - Number(isLong.has(a)))
  }
}
