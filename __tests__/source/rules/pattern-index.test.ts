import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { cleanPattern, dockerRegExp } from '../../../src/source/rules/docker-pattern.ts'
import { keyOf, PatternIndex } from '../../../src/source/rules/pattern-index.ts'

function indexed(pattern: string) {
  const whole = dockerRegExp(pattern)
  return { key: keyOf(pattern.split('/')), matches: (path: string) => whole.test(path) }
}

const text = (...characters: readonly string[]) =>
  fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 3 }).map((all) => all.join(''))
const name = text('a', 'b', '.c')
const part = fc.oneof(name, text('a', '*', '?', '\\b', '[ab]', '[^a]', '[a/b]', '.c'), fc.constant('**'))
const pattern = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => cleanPattern(parts.join('/')))
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'))

test('finds the pattern that trying all of them from the last one finds', () => {
  let found = 0
  fc.assert(
    fc.property(fc.array(pattern, { maxLength: 12 }), path, fc.integer({ min: -1, max: 12 }), (all, asked, after) => {
      const patterns = all.map(indexed)
      const last = patterns.findLastIndex(({ matches }) => matches(asked))
      if (last > after) found++
      expect(new PatternIndex(patterns).lastMatch(asked, after)).toBe(Math.max(last, after))
    }),
    { numRuns: 5_000 }
  )
  expect(found).toBeGreaterThan(200)
})

test.each([
  ['a name in any directory', '**/a', 'b/c/a'],
  ['a name at the root', '**/a', 'a'],
  ['a way in any directory', '**/a/b', 'c/a/b'],
  ['what lies in a directory', 'a/*.tmp', 'a/x.tmp'],
  ['a path', 'a/b', 'a/b'],
  ['an escaped path', 'a\\*', 'a*'],
  ['what ends so', '**.txt', 'a/b.txt'],
  ['what ends so in a directory', '**/[ab].txt', 'c/b.txt'],
  ['a name behind more than a directory', 'a**/b', 'ab'],
  ['everything', '**', 'a/b']
])('finds %s: %s', (_, pattern, path) => {
  const patterns = ['x', pattern, 'y'].map(indexed)
  expect(new PatternIndex(patterns).lastMatch(path, -1)).toBe(1)
})
