import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { decodeName, pathFault, printable, printableBytes, twinsIn } from '../../../src/source/files/names.ts'
import { checkTwins } from '../../../src/source/files/twins.ts'

test.each([
  ['', 'has no name'],
  ['/etc/passwd', 'absolute'],
  ['C:/x', 'drive letter'],
  ['a\nb', 'control character'],
  ['a\0b', 'control character'],
  ['a\u0085b', 'control character'],
  ['a\u2028b', 'control character'],
  ['a\\b', 'backslash'],
  ['##[error]x', 'command'],
  ['../x', 'upwards'],
  ['a/../../x', 'upwards'],
  ['a/..', 'upwards'],
  ['a//b', 'empty part'],
  ['./a', 'empty part'],
  ['a/', 'empty part'],
  [Array(65).fill('d').join('/'), '64 levels'],
  [`${`${'ä'.repeat(49)}x/`.repeat(10)}${'x'.repeat(25)}`, '1024 bytes'],
  ['ä'.repeat(128), 'a name over 255 bytes']
])('the path %j is refused', (path, fault) => {
  expect(pathFault(path)).toContain(fault)
})

test.each([
  'a',
  '.env.example',
  'a b',
  'ä/ö',
  '..a/b..',
  'ab:c',
  '#[x',
  Array(64).fill('d').join('/'),
  `${`${'x'.repeat(99)}/`.repeat(10)}${'x'.repeat(24)}`,
  'x'.repeat(255)
])('the path %j is taken', (path) => {
  expect(pathFault(path)).toBeUndefined()
})

test.each([
  [['README', 'readme']],
  [['a/x', 'A/y']],
  [['caf\u00e9', 'cafe\u0301']],
  [['straße', 'STRASSE']],
  [['dir/B/c', 'dir/b/c']]
])('%j are twins: an error in code, a warning in a context', (paths) => {
  expect(twinsIn(paths).length).toBe(1)
  expect(() => checkTwins(paths, 'web', 'code')).toThrow(/differ only in case or in Unicode form/)
  expect(checkTwins(paths, 'web', 'context')).toEqual([
    {
      level: 'warning',
      text: expect.stringMatching(/^`.*` and `.*` in `web` differ only in case .* The image gets both/)
    }
  ])
})

test('of many twins the first are told, and how many more there are', () => {
  expect(checkTwins(['A', 'B', 'C', 'a', 'b', 'c'], 'web', 'context')[0]?.text).toMatch(
    /^`A` and `a` in `web` differ only in case or in Unicode form \(and 2 more\)\./
  )
})

test('the same directory in several paths is no twin of itself', () => {
  expect(twinsIn(['a/b/c', 'a/b/d', 'a/c', 'b/a'])).toEqual([])
})

test('twins are told of every directory, whatever the order of the paths', () => {
  const name = fc.constantFrom('a', 'A', 'b', 'aB', 'ab', 'caf\u00e9', 'cafe\u0301', 'CAF\u00c9')
  const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'))
  let found = 0
  fc.assert(
    fc.property(fc.uniqueArray(path, { maxLength: 8 }), (paths) => {
      const parts = paths.map((each) => each.split('/'))
      const all = new Set(parts.flatMap((each) => each.map((_, at) => each.slice(0, at + 1).join('/'))))
      const places = Map.groupBy(all, (each) => {
        const [last = '', ...parents] = each.split('/').toReversed()
        return [last.normalize('NFC').toLowerCase(), ...parents].join('/')
      })
      const spelled = [...places.values()].reduce((sum, { length }) => sum + length - 1, 0)
      found += spelled
      expect(twinsIn(paths).length).toBe(spelled)
    }),
    { numRuns: 2_000 }
  )
  expect(found).toBeGreaterThan(200)
})

test('a shown path holds nothing that ends a line, hides or commands', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (path) => {
      const text = printable(path)
      expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
      expect(text).not.toContain('##[')
    })
  )
})

test('a name keeps its bytes through decoding, or is told to be no UTF-8', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
      const name = Buffer.from(bytes)
      const text = decodeName(name)
      expect(text === undefined || Buffer.from(text).equals(name)).toBe(true)
      expect(text === undefined).toBe(isInvalid(name))
    })
  )
})

test('a name that is no UTF-8 is shown with its bytes', () => {
  expect(printableBytes(Buffer.from([0x61, 0xff, 0x0a]))).toBe('a\\xff\\x0a')
})

function isInvalid(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return false
  } catch {
    return true
  }
}
