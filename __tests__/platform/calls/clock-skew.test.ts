import { expect, test } from '@jest/globals'
import { clockSkew } from '../../../src/platform/calls/clock-skew.ts'

function at(secondsFromNow: number): string {
  return new Date(Date.now() + secondsFromNow * 1000).toUTCString()
}

test.each([
  [600, /^The clock of the runner is (9 min 59|10 min [01]) ?s behind the server’s/],
  [-600, /^The clock of the runner is 10 min [01] s ahead of the server’s/],
  [-3600 * 24, /ahead of the server’s: set one of them right\.$/]
])('a server whose clock is %i s off is told', (seconds, says) => {
  expect(clockSkew(at(seconds))).toMatch(says)
})

test.each([at(50), at(-50), undefined, '', 'yesterday'])('%s is nothing to tell', (date) => {
  expect(clockSkew(date)).toBeUndefined()
})
