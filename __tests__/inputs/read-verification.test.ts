import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { InputReader } from '../../src/inputs/input-reader.ts'
import { readVerification } from '../../src/inputs/read-verification.ts'
import type { VerifiedTarget } from '../../src/model/verification.ts'

function read(url: string, seconds = '') {
  const inputs = new InputReader({ 'INPUT_VERIFY-URL': url, 'INPUT_VERIFY-TIMEOUT-SECONDS': seconds })
  return { ...readVerification(inputs), problems: inputs.problems.map(({ text }) => text) }
}

test.each<[string, VerifiedTarget]>([
  ['', { kind: 'auto' }],
  ['auto', { kind: 'auto' }],
  ['off', { kind: 'off' }],
  ['/', { kind: 'path', path: '/' }],
  ['/ready?deep=1', { kind: 'path', path: '/ready?deep=1' }],
  ['https://shop.example.com', { kind: 'url', url: 'https://shop.example.com/' }],
  ['HTTPS://Shop.Example.com:8443/a?b=c', { kind: 'url', url: 'https://shop.example.com:8443/a?b=c' }],
  ['http://127.0.0.1:8080/x', { kind: 'url', url: 'http://127.0.0.1:8080/x' }],
  ['http://localhost/', { kind: 'url', url: 'http://localhost/' }]
])('%j is read', (text, target) => {
  expect(read(text)).toEqual({ target, timeoutMs: 300_000, problems: [] })
})

test.each([
  ['true', 'is neither a word that can be used here, nor a path, nor a URL'],
  ['Off', 'is neither a word'],
  ['shop.example.com', 'is neither a word'],
  ['ftp://shop.example.com', 'is neither a word'],
  ['//shop.example.com/x', 'is neither a word'],
  ['/a b', 'is not a path'],
  ['http://shop.example.com', 'is a URL in plaintext'],
  ['https://me:hunter2@shop.example.com', 'is a URL with a user or a password'],
  ['"/ready"', 'stands in quotes'],
  ['/a\n/b', 'has several lines']
])('%j is refused, and not repeated', (text, says) => {
  const { problems } = read(text)
  expect(problems).toEqual([expect.stringMatching(new RegExp(`^\`verify-url\` ${says}`))])
  expect(problems[0]).not.toContain('hunter2')
})

test.each([
  ['1', 1_000],
  ['3600', 3_600_000]
])('%s seconds are read', (text, timeoutMs) => expect(read('', text)).toMatchObject({ timeoutMs, problems: [] }))

test.each(['0', '3601', '1.5', '5 min', '-1'])('%j is no number of seconds that can be used', (text) => {
  expect(read('', text).problems).toEqual([expect.stringContaining('Write a whole number from 1 to 3600, in digits.')])
})

test('both are reported at once', () => expect(read('nowhere', 'soon').problems).toHaveLength(2))

test('every https URL without a user is taken as it is understood', () => {
  fc.assert(
    fc.property(fc.webUrl({ validSchemes: ['https'], withQueryParameters: true }), (url) => {
      expect(read(url)).toMatchObject({ target: { kind: 'url', url: new URL(url).href }, problems: [] })
    })
  )
})
