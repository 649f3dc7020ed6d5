import { expect, test } from '@jest/globals'
import { size } from '../../../src/model/values/words.ts'

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [14_249, '14.2 kB'],
  [999_949, '999.9 kB'],
  [999_950, '1.0 MB'],
  [3_100_000, '3.1 MB'],
  [999_949_999, '999.9 MB'],
  [999_950_000, '1.0 GB'],
  [2 ** 31, '2.1 GB'],
  [53_687_091_200, '53.7 GB']
])('%d bytes are %s', (bytes, text) => {
  expect(size(bytes)).toBe(text)
})
