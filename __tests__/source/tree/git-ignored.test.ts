import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { gitIgnored } from '../../../src/source/tree/git-ignored.ts'

let directory = ''

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'git-ignored-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

/** Writes the files, and says what is remarked of them, were all of them packed. */
async function remarksOn(files: Readonly<Record<string, string>>, { isRepository = true } = {}) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(directory, name)), { recursive: true })
    writeFileSync(path.join(directory, name), text)
  }
  if (isRepository) execFileSync('git', ['init', '-q', directory])
  const entries = Object.entries(files).map(([name, text]) => ({ path: name, bytes: text.length }))
  return await gitIgnored({ kind: 'directory', directory }, entries)
}

test('names what git ignores, largest first, a directory as one, with the lines to write', async () => {
  const files = {
    '.gitignore': 'build/\n*.log\n!kept.log\n',
    'handler.py': '',
    'build/a.bin': 'x'.repeat(3000),
    'build/deep/b.bin': 'x'.repeat(2000),
    'lib/debug.log': 'x'.repeat(12),
    'lib/shop.py': '',
    'kept.log': ''
  }
  expect(await remarksOn(files)).toEqual([
    {
      level: 'notice',
      text:
        'Git ignores `build/` (5.0 kB) and `lib/debug.log` (12 B), and they are packed all the same: `.gitignore` is not read. ' +
        'To leave them out, write `/build/` and `/lib/debug.log` into an `.igniteignore`, one a line.'
    }
  ])
})

test('names five, and how many more there are', async () => {
  const logs = Object.fromEntries(Array.from({ length: 7 }, (_, at) => [`${at}.log`, 'x'.repeat(at)]))
  const [remark] = await remarksOn({ '.gitignore': '*.log', ...logs })
  expect(remark?.text).toMatch(/^Git ignores `6.log` \(6 B\), .* `2.log` \(2 B\) and 2 more, and they are packed/)
})

test('shows a name that holds controls as one line', async () => {
  const [remark] = await remarksOn({ '.gitignore': '*.log', 'a\n::error::x.log': '' })
  expect(remark?.text).not.toMatch(/[\n\r]/)
})

test.each<[string, Readonly<Record<string, string>>, { readonly isRepository?: boolean }]>([
  ['nothing of it is ignored', { '.gitignore': 'build/', 'handler.py': '' }, {}],
  ['somebody wrote down what to leave out', { '.gitignore': '*.log', 'a.log': '', '.igniteignore': 'b' }, {}],
  ['docker’s rules are there', { '.gitignore': '*.log', 'a.log': '', '.dockerignore': 'b' }, {}],
  ['it is no repository', { '.gitignore': '*.log', 'a.log': '' }, { isRepository: false }],
  ['git cannot read the repository', { '.gitignore': '*.log', 'a.log': '', '.git/HEAD': 'x' }, { isRepository: false }]
])('says nothing where %s', async (_what, files, options) => {
  expect(await remarksOn(files, options)).toEqual([])
})

test('says nothing of a tracked file that a rule names', async () => {
  await remarksOn({ '.gitignore': '*.log', 'a.log': 'x' })
  execFileSync('git', ['-C', directory, 'add', '-f', 'a.log'])
  expect(await gitIgnored({ kind: 'directory', directory }, [{ path: 'a.log', bytes: 1 }])).toEqual([])
})

test('says nothing where there is no git', async () => {
  const { PATH } = process.env
  process.env['PATH'] = directory
  try {
    expect(await gitIgnored({ kind: 'directory', directory }, [])).toEqual([])
    mkdirSync(path.join(directory, '.git'))
    expect(await gitIgnored({ kind: 'directory', directory }, [{ path: 'a.log', bytes: 1 }])).toEqual([])
  } finally {
    process.env['PATH'] = PATH
  }
})
