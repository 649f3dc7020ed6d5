import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { grouped, inTime, size, withShortDigests } from '../../../src/model/values/words.ts'

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

test('numbers are grouped as English does it', () => {
  fc.assert(fc.property(fc.maxSafeNat(), (n) => expect(grouped(n)).toBe(n.toLocaleString('en-US'))))
})

test.each([
  [0, ''],
  [999, ''],
  [1000, ' (1.0 s)'],
  [185_000, ' (3 min 5 s)']
])('%d ms are told as %j', (ms, text) => {
  expect(inTime(ms)).toBe(text)
})

test.each([
  ['sha256 '.concat('0123456789abcdef'.repeat(4)), 'sha256 0123456789ab'],
  [
    `ghcr.io/acme/web@sha256:${'a'.repeat(64)}, ${'b'.repeat(40)}`,
    `ghcr.io/acme/web@sha256:${'a'.repeat(12)}, ${'b'.repeat(12)}`
  ],
  ['dcde4abb and 0123456789abcdef', 'dcde4abb and 0123456789abcdef'],
  ['x'.repeat(64), 'x'.repeat(64)]
])('the digests in %j are cut', (text, cut) => {
  expect(withShortDigests(text)).toBe(cut)
})
