import { execFileSync } from 'node:child_process'
import { chmodSync, truncateSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import ignore from 'ignore'
import { IgniteRules } from '../../../src/source/rules/ignite-rules.ts'
import { type IgnoreMatch, namesSomething } from '../../../src/source/rules/ignore-file.ts'
import { walk } from '../../../src/source/tree/walk.ts'
import { failureOf, TemporaryTree, type TreeSpec } from '../support/trees.ts'

async function packed(spec: TreeSpec) {
  using tree = new TemporaryTree(spec)
  const { entries, withheld } = await walk({ root: tree.root, shownRoot: 'web', exclude: [] })
  return { paths: entries.map((entry) => entry.path), withheld }
}

const IGNORED: readonly [string, TreeSpec, readonly string[]][] = [
  ['a name, at any depth', { '.igniteignore': 'x', x: '', 'a/x': '', 'a/x2': '' }, ['a/x2']],
  ['a directory and all in it', { '.igniteignore': 'd/', 'd/a': '', 'a/d/b': '', 'e/d': '' }, ['e/d']],
  ['an anchored path', { '.igniteignore': '/x\na/y', x: '', 'a/x': '', 'a/y': '', 'b/a/y': '' }, ['a/x', 'b/a/y']],
  ['all but an exception', { '.igniteignore': '*.md\n!README.md', 'a.md': '', 'd/README.md': '' }, ['d/README.md']],
  [
    'a file under comments and CRLF',
    { '.igniteignore': '\uFEFF# c\r\n\r\nx  \r\n', x: '', 'x ': '', y: '' },
    ['x ', 'y']
  ],
  ['escaped names', { '.igniteignore': '\\#a\n\\!b\nc\\ ', '#a': '', '!b': '', 'c ': '', c: '' }, ['c']],
  ['with regard to case', { '.igniteignore': 'readme', README: '' }, ['README']],
  [
    'below a nested file alone',
    { 'a/.igniteignore': 'x\n/y', x: '', 'a/x': '', 'a/b/x': '', 'a/y': '', 'a/b/y': '' },
    ['a/b/y', 'x']
  ],
  [
    'unless a nested file takes it back',
    { '.igniteignore': '*.log', 'a/.igniteignore': '!b.log', 'a/b.log': '', 'b.log': '' },
    ['a/b.log']
  ],
  [
    'also what a nested file would take back',
    { '.igniteignore': 'a/', 'a/.igniteignore': '!x', 'a/x': '', b: '' },
    ['b']
  ],
  [
    'below a directory with an odd name',
    { 'a [b]*/.igniteignore': '\\#x\nd/y', 'a [b]*/c/#x': '', 'a [b]*/d/y': '', '#x': '' },
    ['#x']
  ],
  ['not what `.gitignore` says', { '.gitignore': 'x', x: '' }, ['.gitignore', 'x']],
  ['a link, before it is followed', { '.igniteignore': 'l', l: { link: '/etc/passwd' }, a: '' }, ['a']],
  ['a link to a directory as a directory', { '.igniteignore': 'l/', l: { link: 'd' }, 'd/a': '' }, ['d/a']],
  ['also what would be withheld, without a notice', { '.igniteignore': '.env', '.env': '', a: '' }, ['a']]
]

test.each(IGNORED)('an ignore file leaves out %s', async (_, spec, paths) => {
  expect(await packed(spec)).toEqual({ paths, withheld: [] })
})

const TAKEN_BACK: readonly [string, TreeSpec, readonly string[], readonly string[]][] = [
  ['a sensitive file', { '.igniteignore': '!.env', '.env': '', 'a/.env': '' }, ['.env', 'a/.env'], []],
  ['one of them', { '.igniteignore': '!/a/.env', '.env': '', 'a/.env': '' }, ['a/.env'], ['.env']],
  ['all of a kind', { '.igniteignore': '!*.pem', 'a.pem': '', 'b.key': '' }, ['a.pem'], ['b.key']],
  [
    'a directory that the CLI skips',
    { '.igniteignore': '!node_modules', 'node_modules/a/b': '' },
    ['node_modules/a/b'],
    []
  ],
  [
    'a sensitive directory, but not the keys in it',
    { '.igniteignore': '!.ssh/', '.ssh/config': '', '.ssh/id_rsa': '' },
    ['.ssh/config'],
    ['.ssh/id_rsa']
  ],
  ['what is ignored by another line', { '.igniteignore': '*\n!*/\n!.env', 'a/.env': '', 'a/b': '' }, ['a/.env'], []],
  [
    'nothing by a wildcard alone',
    { '.igniteignore': '*\n!src/\n!src/**', 'src/a': '', 'src/.env': '', 'src/.venv/x': '' },
    ['src/a'],
    ['src/.env']
  ],
  ['nothing by `!*`', { '.igniteignore': '!*', '.env': '', a: '' }, ['a'], ['.env']],
  [
    'a link to a sensitive file by its own name',
    { '.igniteignore': '!conf', '.env': '', conf: { link: '.env' } },
    ['conf'],
    ['.env']
  ],
  [
    'no link by the name of its target',
    { '.igniteignore': '!.env', '.env': '', conf: { link: '.env' } },
    ['.env'],
    ['conf']
  ],
  [
    'nothing that is never packed',
    {
      '.igniteignore': '!.git\n!.git/\n!gha-creds-1.json\n!.hg',
      '.git/x': '',
      'm/.git': '',
      'gha-creds-1.json': '',
      '.hg/x': '',
      a: ''
    },
    ['a'],
    []
  ]
]

test.each(TAKEN_BACK)('an exception takes back %s', async (_, spec, paths, withheld) => {
  expect(await packed(spec)).toEqual({ paths, withheld })
})

test('no exception takes back the directory of the runner', async () => {
  using tree = new TemporaryTree({ '.igniteignore': '!_temp', '_temp/token': '', a: '' })
  const { entries } = await walk({ root: tree.root, shownRoot: 'web', exclude: [tree.at('_temp')] })
  expect(entries.map((entry) => entry.path)).toEqual(['a'])
})

test.each([
  ['!', /^SourceError: Line 2 of `web\/a\/\.igniteignore` is an exception without a pattern/],
  ['x[a', /has a `\[` that is not closed/],
  ['x[\\]', /has a `\[` that is not closed/],
  ['x\\', /ends with a backslash that escapes nothing/],
  [Buffer.from([0x61, 0xff]), /is not UTF-8 text/],
  ['a\0b', /is not UTF-8 text/]
])('the line %j is refused with its number', async (line, message) => {
  const content = Buffer.concat([Buffer.from('# a\n'), Buffer.from(line as string)])
  expect(await failureOf(packed({ 'a/.igniteignore': content }))).toMatch(message)
})

test.each(['[[:alpha:]]', '[]]\\[', 'x[!]a', '[^]]', '\\\\[a]', '[a\\]b]'])('the line %j is taken', async (line) => {
  expect(await failureOf(packed({ '.igniteignore': line, '.x': '' }))).toBe('no failure')
})

test.each(['x', '[', '?', '**/', '\\['])('a line of many %j is refused with its number', async (unit) => {
  const rules = `# ${'x'.repeat(10_000)}\ny\n${unit.repeat(900_000 / unit.length)}`
  for (const name of ['.igniteignore', 'a/.igniteignore']) {
    expect(await failureOf(packed({ [name]: rules, 'a/x': '' }))).toMatch(
      /Line 3 of `web\/(a\/)?\.igniteignore` has 900,000 characters; a pattern may have 4,096\./
    )
  }
})

test.each(['x', '[a]', '*', '*a', '?', '**/', '\\['])('a line of 4,096 characters of %j is taken', async (unit) => {
  const line = unit.repeat(4_096 / unit.length)
  expect((await packed({ '.igniteignore': `a/x\n${line}\n!b/`, 'a/x': '', 'b/y': '' })).paths).not.toContain('a/x')
})

test('spaces at the end of a line are not counted', async () => {
  const content = `x${' '.repeat(450_000)}\ny\\${' '.repeat(450_000)}`
  expect((await packed({ '.igniteignore': content, x: '', a: '', 'y ': '' })).paths).toEqual(['a'])
})

test('an ignore file that is too large is refused before it is read', async () => {
  using tree = new TemporaryTree({ '.igniteignore': '' })
  truncateSync(tree.at('.igniteignore'), 1_000_001)
  const failure = await failureOf(walk({ root: tree.root, shownRoot: 'web', exclude: [] }))
  expect(failure).toMatch(/^SourceError: `web\/\.igniteignore` has 1\.0 MB; it may have 1\.0 MB/)
})

test('an ignore file that is a directory or a FIFO is refused and does not hang', async () => {
  expect(await failureOf(packed({ '.igniteignore/': '' }))).toMatch(/`web\/\.igniteignore` is no file/)
  using tree = new TemporaryTree()
  execFileSync('mkfifo', [tree.at('.igniteignore')])
  expect(await failureOf(walk({ root: tree.root, shownRoot: 'web', exclude: [] }))).toMatch(/is no file/)
})

const whenUnprivileged = process.getuid?.() === 0 ? test.skip : test
whenUnprivileged('an ignore file that cannot be read is refused (root can read all)', async () => {
  using tree = new TemporaryTree({ '.igniteignore': 'x' })
  chmodSync(tree.at('.igniteignore'), 0)
  const failure = await failureOf(walk({ root: tree.root, shownRoot: 'web', exclude: [] }))
  expect(failure).toMatch(/`web\/\.igniteignore` cannot be read: permission denied/)
})

/** Who is asked like this has been told that no parent of the path is ignored. */
function alone(lines: readonly string[], path: string): IgnoreMatch {
  const plain = (some: readonly string[]) => ignore({ ignorecase: false }).add(some).test(path)
  const { ignored, unignored } = plain(lines)
  if (ignored) return 'ignored'
  if (!unignored) return 'none'
  const naming = lines.filter((line) => line.startsWith('!') && namesSomething(line.slice(1).trimEnd()))
  return plain(naming).unignored ? 'named' : 'kept'
}

const anyPart = fc
  .array(
    fc.oneof(
      fc.constantFrom('a', 'a', 'b', '.x', 'A', 'é', '#', '!', ' ', '$', '(', '{'),
      fc.constantFrom('*', '*', '?', '[ab]', '[!a]', '[^b.]', '[a-c]', '[[:alpha:]]', '[]a]', '[a/b]'),
      fc.constantFrom('\\*', '\\[', '\\#', '\\!', '\\ ', '\\a', '\\\\')
    ),
    { minLength: 1, maxLength: 3 }
  )
  .map((all) => all.join(''))
const anyLine = fc
  .tuple(
    fc.constantFrom('', '', '', '!', '!', '/', '!/', '#', '\\#', '\\!'),
    fc
      .array(fc.oneof(anyPart, anyPart, fc.constantFrom('**', '***', '')), { minLength: 1, maxLength: 3 })
      .map((parts) => parts.join('/')),
    fc.constantFrom('', '', '/', '/**', ' ', '\\ ', '/ ')
  )
  .map((pieces) => pieces.join(''))
  .filter((line) => line.replace(/^!/, '').trim() !== '')
const anyName = fc
  .array(fc.constantFrom('a', 'a', 'b', '.x', 'A', 'é', '#', '!', ' ', '$', '(', '{', '*', '[', ']', '\\'), {
    minLength: 1,
    maxLength: 3
  })
  .map((all) => all.join(''))

test('many rules say what the library makes of them without an index', () => {
  const seen = new Map<IgnoreMatch, number>()
  fc.assert(
    fc.property(
      fc.array(anyLine, { minLength: 1, maxLength: 10 }),
      fc.array(anyName, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('', 'at/'),
      (all, names, place) => {
        const rules = IgniteRules.none.with(place.slice(0, -1), { lines: all, shownPath: '.igniteignore' })
        for (const [index] of names.entries()) {
          const path = names.slice(0, index + 1).join('/')
          const isDirectory = index < names.length - 1
          const match = rules.matchOf(place + path, isDirectory)
          expect(match).toBe(alone(all, isDirectory ? `${path}/` : path))
          seen.set(match, (seen.get(match) ?? 0) + 1)
          if (match === 'ignored') return
        }
      }
    ),
    { numRuns: 5_000 }
  )
  for (const match of ['none', 'ignored', 'kept', 'named'] as const) expect(seen.get(match)).toBeGreaterThan(50)
})

const part = fc
  .array(fc.constantFrom('a', 'b', '*', '?', '[ab]', '[!a]', '\\*', 'c', '.x'), { minLength: 1, maxLength: 2 })
  .map((all) => all.join(''))
const pattern = fc
  .tuple(
    fc.constantFrom('', '', '!', '/', '!/'),
    fc.array(fc.oneof(part, fc.constant('**')), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/')),
    fc.constantFrom('', '/', ' ')
  )
  .map((pieces) => pieces.join(''))
const lines = fc.array(pattern, { minLength: 1, maxLength: 4 }).map((all) => all.join('\n'))
const path = fc
  .array(fc.constantFrom('a', 'b', 'c', 'ab', 'a.x', 'd*', 'e [z]', 'ca'), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('/'))

test('git reads the same rules in the same way, also of nested files', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(path, { maxLength: 12 }), lines, lines, path, async (all, root, nested, at) => {
      const files = all.filter((each) => !all.some((other) => other.startsWith(`${each}/`)))
      using tree = new TemporaryTree(Object.fromEntries(files.map((each) => [each, ''])))
      const isDirectory = files.some((each) => each.startsWith(`${at}/`))
      for (const [place, rules] of isDirectory
        ? [
            ['', root],
            [`${at}/`, nested]
          ]
        : [['', root]]) {
        for (const name of ['.gitignore', '.igniteignore']) tree.add(`${place}${name}`, rules as string)
      }
      const isOurs = (each: string) => /(^|\/)\.(git|ignite)ignore$/.test(each)
      const { entries } = await walk({ root: tree.root, shownRoot: '.', exclude: [] })
      const found = entries.map((entry) => entry.path).filter((each) => !isOurs(each))
      expect(found.toSorted()).toEqual(
        readByGit(tree)
          .filter((each) => !isOurs(each))
          .toSorted()
      )
    }),
    { numRuns: 40 }
  )
})

function readByGit(tree: TemporaryTree): readonly string[] {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: tree.root }).toString()
  git('init', '-q')
  const listed = git('-c', 'core.excludesFile=/dev/null', 'ls-files', '-o', '-z', '--exclude-standard')
  return listed.split('\0').filter((each) => each !== '')
}
