import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { DockerRules } from '../../../src/source/rules/docker-rules.ts'
import { IgniteRules } from '../../../src/source/rules/ignite-rules.ts'
import { walk } from '../../../src/source/tree/walk.ts'
import { failureOf, TemporaryTree } from '../support/trees.ts'

function rulesOf(lines: readonly string[], dockerfile?: string): DockerRules {
  return DockerRules.read({ lines, shownPath: '.dockerignore' }, dockerfile)
}

/** Which of the paths are left out. */
function leftOut(lines: readonly string[], paths: readonly string[]): readonly string[] {
  const rules = rulesOf(lines)
  return paths.filter((path) => rules.matchOf(path) === 'ignored')
}

/** docs.docker.com/build/concepts/context: pattern, what it leaves out, what it does not. */
const DOCUMENTED: readonly [readonly string[], readonly string[], readonly string[]][] = [
  [['# comment'], [], ['# comment', 'comment']],
  [['*/temp*'], ['somedir/temporary.txt', 'somedir/temp', 'somedir/temp/below'], ['temp', 'a/b/temp']],
  [['*/*/temp*'], ['somedir/subdir/temporary.txt'], ['somedir/temporary.txt']],
  [['temp?'], ['tempa', 'tempb', 'tempa/below'], ['temp', 'tempab', 'a/tempa']],
  [['**/*.go'], ['main.go', 'a/main.go', 'a/b/c/main.go'], ['main.go.txt', 'a/go']],
  [['*.md', '!README.md'], ['a.md'], ['README.md', 'docs/a.md']],
  [
    ['*.md', '!README*.md', 'README-secret.md'],
    ['a.md', 'README-secret.md'],
    ['README.md', 'README-x.md']
  ],
  [['*.md', 'README-secret.md', '!README*.md'], ['a.md'], ['README.md', 'README-secret.md']],
  [['foo/bar'], ['foo/bar', 'foo/bar/below'], ['bar', 'a/foo/bar', 'foo']],
  [['/foo/bar'], ['foo/bar', 'foo/bar/below'], ['bar', 'a/foo/bar', 'foo']]
]

/** filepath.Match and filepath.Clean of Go, and what docker's matcher makes of `**`. */
const GRAMMAR: typeof DOCUMENTED = [
  [['  foo  '], ['foo'], []],
  [[' # no comment'], ['# no comment'], []],
  [['foo/'], ['foo', 'foo/a'], []],
  [['./a/../foo//b/.'], ['foo/b'], ['a', 'foo']],
  [['.'], [], ['a', '.a']],
  [['/'], [], ['a']],
  [['../foo'], [], ['foo']],
  [['', '   '], [], ['a']],
  [['*'], ['a', 'a/b'], []],
  [['*', '!a'], ['b'], ['a', 'a/b']],
  [['! a', 'a'], ['a'], []],
  [
    ['a', '!a/b/c'],
    ['a', 'a/b', 'a/x'],
    ['a/b/c', 'a/b/c/d']
  ],
  [['a', '!a/**/k'], ['a/x'], ['a/k', 'a/b/c/k']],
  [['**'], ['a', 'a/b'], []],
  [['a/**'], ['a/b', 'a/b/c'], ['a']],
  [['a/**/b'], ['a/b', 'a/x/y/b'], ['ab', 'a/xb']],
  [['**/b'], ['b', 'a/b', 'a/b/c'], ['ab']],
  [['**.txt'], ['a.txt', 'd/a.txt'], ['a.txt.gz']],
  [['a**b'], ['ab', 'ac/b'], ['acb']],
  [['[a-c]x'], ['ax', 'cx'], ['dx', '-x']],
  [['[^a]x'], ['bx'], ['ax']],
  [['[!a]x'], ['!x', 'ax'], ['bx']],
  [['[\\]\\-]'], [']', '-'], ['\\']],
  [['\\*'], ['*'], ['a']],
  [['\\!a'], ['!a'], ['a']],
  [['a.b+(c)|{d}^$'], ['a.b+(c)|{d}^$'], ['axb+(c)|{d}^$']],
  [['ü?'], ['üä', 'ü\u{1f600}'], ['ü']]
]

test.each([...DOCUMENTED, ...GRAMMAR])('the lines %j leave out %j and not %j', (lines, out, kept) => {
  expect(leftOut(lines, [...out, ...kept])).toEqual(out)
})

test.each([
  ['!', /^SourceError: Line 2 of `\.dockerignore` is an exception without a pattern/],
  ['! /', /is an exception without a pattern/],
  ['a[b', /has a `\[` that is not closed/],
  ['[]a]', /has a `-` or `\]` in/],
  ['[-a]', /has a `-` or `\]` in/],
  ['[a-]', /has a `-` or `\]` in/],
  ['[b-a]', /runs backwards/],
  ['a\\', /ends with a backslash/]
])('the line %j is refused with its number', async (line, message) => {
  expect(await failureOf(Promise.try(() => rulesOf(['ok', line])))).toMatch(message)
})

test('the Dockerfile is sent whatever the file says', () => {
  const rules = rulesOf(['**'], 'a[1]/Dockerfile')
  expect(rules.matchOf('a[1]/Dockerfile')).toBe('named')
  expect(rules.matchOf('a1/Dockerfile')).toBe('ignored')
})

/** Slow and obvious: every way to read the pattern is tried. */
function matches(pattern: string, path: string): boolean {
  if (pattern === '') return path === ''
  if (pattern === '**') return true
  if (pattern.startsWith('**/')) {
    const starts = ['', ...path.split('').flatMap((each, at) => (each === '/' ? [path.slice(0, at + 1)] : []))]
    return starts.some((start) => matches(pattern.slice(3), path.slice(start.length)))
  }
  if (pattern.startsWith('*')) {
    const most = path.split('/')[0]?.length ?? 0
    return Array.from({ length: most + 1 }).some((_, length) => matches(pattern.slice(1), path.slice(length)))
  }
  const isSame = pattern[0] === '?' ? path !== '' && path[0] !== '/' : pattern[0] === path[0]
  return isSame && matches(pattern.slice(1), path.slice(1))
}

function isLeftOut(lines: readonly string[], path: string): boolean {
  const parts = path.split('/')
  const above = parts.map((_, at) => parts.slice(0, at + 1).join('/'))
  return lines.reduce((isOut, line) => {
    const pattern = line.replace('!', '')
    return above.some((each) => matches(pattern, each)) ? !line.startsWith('!') : isOut
  }, false)
}

const part = fc
  .array(fc.constantFrom('a', 'b', '.c', '*', '?'), { minLength: 1, maxLength: 3 })
  .map((all) => all.join(''))
const pattern = fc
  .array(fc.oneof({ arbitrary: part.filter((each) => !each.includes('**')), weight: 4 }, fc.constant('**')), {
    minLength: 1,
    maxLength: 4
  })
  .map((parts) => parts.join('/'))
const line = fc.tuple(fc.constantFrom('', '!'), pattern).map((both) => both.join(''))
const name = fc.array(fc.constantFrom('a', 'b', '.c'), { minLength: 1, maxLength: 3 }).map((all) => all.join(''))
const path = fc.array(name, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'))

test('whatever the patterns, a slow and obvious reader of them says the same', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.array(path, { maxLength: 12 }), (lines, paths) => {
      expect(leftOut(lines, paths)).toEqual(paths.filter((each) => isLeftOut(lines, each)))
    }),
    { numRuns: 3_000 }
  )
})

const fewNames = fc
  .array(fc.constantFrom('a', 'b', 'ab'), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('/'))
const plainOrNot = fc.oneof(
  line,
  fc.tuple(fc.constantFrom('', '!', '!'), fewNames).map((both) => both.join(''))
)

test('whatever the patterns, a walk that does not enter what is left out finds the same files', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(plainOrNot, { minLength: 1, maxLength: 5 }),
      fc.uniqueArray(fewNames, { maxLength: 8 }),
      async (lines, all) => {
        const files = all.filter((each) => !all.some((other) => other.startsWith(`${each}/`)))
        using tree = new TemporaryTree(Object.fromEntries(files.map((each) => [each, ''])))
        const rules = { ignite: IgniteRules.none, docker: rulesOf(lines) }
        const { entries } = await walk({ root: tree.root, shownRoot: '.', exclude: [], rules })
        expect(entries.map((entry) => entry.path)).toEqual(files.filter((each) => !isLeftOut(lines, each)).toSorted())
      }
    ),
    { numRuns: 300 }
  )
})
