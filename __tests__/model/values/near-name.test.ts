import { expect, test } from '@jest/globals'
import { nearest } from '../../../src/model/values/near-name.ts'

test.each([
  ['code', ['code', 'mode'], undefined, 'code'],
  ['rnad', ['serde', 'rand'], 1, 'rand'],
  ['rnad', ['serde', 'rand'], 0, undefined],
  ['pricez', ['price', 'prices'], 2, 'price'],
  ['abcdef', ['abXdYZ'], undefined, undefined],
  ['abcdef', ['abXdYf'], undefined, 'abXdYf'],
  ['a', [], undefined, undefined]
])('%j among %j, at most %j: %j', (name, names, most, found) => {
  expect(nearest(name, names, most)).toBe(found)
})
