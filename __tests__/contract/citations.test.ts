import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { brokenCitations, type CloneFiles } from './support/citations.ts'

const root = path.resolve(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter((file) => existsSync(path.join(root, file)))
const clone: CloneFiles = { has: (file) => tracked.includes(file), read }
const looked = tracked.filter((file) => /\.(ts|mjs|py|ya?ml|md)$/.test(file) && !/^(dist|node_modules)\//.test(file))

test('there are comments and pages to look at', () => {
  expect(looked).toEqual(expect.arrayContaining(['src/main.ts', 'action.yml', 'README.md', 'docs/promises.md']))
})

test('nothing cites what a clone does not hold', () => {
  expect(looked.flatMap((file) => brokenCitations(file, read(file), clone))).toEqual([])
})

const PAGES: Readonly<Record<string, string>> = {
  'docs/runner.md': '# The runner\n\n## Signals\n\n```sh\n# Not this\n```\n\n## Calls that break\n',
  'README.md': '# Deploy\n'
}
const small: CloneFiles = { has: (file) => file in PAGES, read: (file) => PAGES[file]! }

test.each([
  [
    'a page that is not there',
    'a.ts',
    '/** So it is (docs/other.md). */',
    'a.ts cites docs/other.md, which is not there'
  ],
  ['a page by a number', 'a.ts', '// docs/runner.md 5.2 says so.', 'a.ts cites docs/runner.md by a number'],
  ['a page by a section', 'a.py', '# docs/runner.md, section 6', 'a.py cites docs/runner.md by a number'],
  ['a heading that is not there', 'a.mjs', '/** (docs/runner.md, Masks) */', 'a.mjs cites docs/runner.md, Masks'],
  ['a longer word', 'a.ts', '/** (docs/runner.md, Signalsome) */', 'a.ts cites docs/runner.md, Signalsome'],
  ['what stands in code', 'a.ts', '/** (docs/runner.md, Not this) */', 'a.ts cites docs/runner.md, Not this'],
  ['DESIGN', 'a.ts', '/**\n * Never (DESIGN\n * section 5.4).\n */', 'a.ts cites a section of DESIGN'],
  ['behind code', 'a.ts', 'const a = 1 /'.concat('/ other.md'), 'a.ts cites other.md, which is not there'],
  [
    'over two lines',
    'a.ts',
    '// See docs/runner.md,\n// Calls that hang.',
    'a.ts cites docs/runner.md, Calls that hang.'
  ],
  ['action.yml', 'action.yml', 'inputs: # as docs/other.md says', 'action.yml cites docs/other.md, which is not there'],
  ['a link of a page', 'docs/a.md', 'See [the runner](other.md).', 'docs/a.md cites other.md, which is not there'],
  ['an anchor of a page', 'docs/a.md', 'See [it](runner.md#masks).', 'docs/a.md cites runner.md#masks']
])('%s is found', (_, file, text, fault) => {
  expect(brokenCitations(file, text, small)).toEqual([expect.stringContaining(fault)])
})

test.each([
  ['a page', 'a.ts', '/** So it is (docs/runner.md). */'],
  ['a heading', 'a.ts', '/** So it is (docs/runner.md, Calls that break): no more. */'],
  ['a heading over two lines', 'a.ts', '/**\n * So it is (docs/runner.md, Calls\n * that break).\n */'],
  ['a page beside the file', 'docs/a.md', '[runner.md](runner.md#calls-that-break), ../README.md'],
  ['a pattern', 'a.ts', '// *.md and **/*.md, https://example.org/other.md'],
  ['a text of the program', 'a.ts', "const page = 'other.md'"]
])('%s is no fault', (_, file, text) => {
  expect(brokenCitations(file, text, small)).toEqual([])
})
