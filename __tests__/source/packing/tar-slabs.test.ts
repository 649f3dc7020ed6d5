import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Entry } from '../../../src/source/files/entry.ts'
import { tarHeader } from '../../../src/source/packing/tar-header.ts'
import { slabBytes, tarSlabs } from '../../../src/source/packing/tar-slabs.ts'
import type { ListedTree } from '../../../src/source/tree/listed-tree.ts'
import { walk } from '../../../src/source/tree/walk.ts'
import { entriesIn } from '../support/archives.ts'
import { arbitraryTree, TemporaryTree } from '../support/trees.ts'

function treeOf(tree: TemporaryTree): Promise<ListedTree> {
  return walk({ root: tree.root, shownRoot: 'web', exclude: [], purpose: 'context' })
}

async function entriesOf(tree: TemporaryTree): Promise<readonly Entry[]> {
  return (await treeOf(tree)).entries
}

async function tarOf(tree: TemporaryTree): Promise<Buffer> {
  return Buffer.concat([...tarSlabs(await treeOf(tree))])
}

/** Each member as Python's tarfile reads it: path, mode, content as base64, and what must be zero. */
function readByPython(tar: Buffer): unknown {
  const script = `
import base64, io, json, sys, tarfile
with tarfile.open(fileobj=io.BytesIO(sys.stdin.buffer.read()), mode='r:') as tar:
    members = [[m.name, m.mode, base64.b64encode(tar.extractfile(m).read()).decode(),
                [m.mtime, m.uid, m.gid, m.uname, m.gname]] for m in tar]
sys.stdout.write(json.dumps(members))`
  return JSON.parse(execFileSync('python3', ['-c', script], { input: tar }).toString())
}

test('another program reads back the tree that was packed, and nothing of its times and owners', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryTree, async (files) => {
      using tree = new TemporaryTree(Object.fromEntries(files.map(({ path, content }) => [path, content])))
      const members = files.map(({ path, content }) => [
        path,
        0o644,
        Buffer.from(content).toString('base64'),
        [0, 0, 0, '', '']
      ])
      const inOrder = members.toSorted((a, b) => Buffer.compare(Buffer.from(String(a[0])), Buffer.from(String(b[0]))))
      expect(readByPython(await tarOf(tree))).toEqual(inOrder)
    }),
    { numRuns: 25 }
  )
})

test('the tar of this system extracts the tree, with the executable bit', async () => {
  const long = `${'directory-with-a-long-name/'.repeat(6)}file`
  using tree = new TemporaryTree({ [long]: 'deep', 'ä/ö': 'umlaut', run: { mode: 0o700, text: '#!' } })
  const tar = await tarOf(tree)
  using out = new TemporaryTree()
  execFileSync('tar', ['-xf', '-', '-C', out.root], { input: tar, env: { ...process.env, LC_ALL: 'C.UTF-8' } })
  expect(readFileSync(out.at(long), 'utf8')).toBe('deep')
  expect(readFileSync(out.at('ä/ö'), 'utf8')).toBe('umlaut')
  expect((statSync(out.at('run')).mode & 0o100) !== 0).toBe(true)
})

test.each([
  ['a'.repeat(100), 1],
  ['a'.repeat(101), 3],
  [`${'a'.repeat(60)}/${'b'.repeat(60)}`, 3],
  ['ä', 3],
  ['a'.repeat(1024), 5]
])('the path %# takes as many header blocks as it needs', (path, blocks) => {
  expect(tarHeader({ path, bytes: 0, executable: false }).length).toBe(blocks * 512)
})

test('a PAX record counts its own digits', async () => {
  for (let length = 101; length < 1_100; length++) {
    const path = 'x'.repeat(length)
    const bytes = Buffer.concat([tarHeader({ path, bytes: 0, executable: false }), Buffer.alloc(1024)])
    const [entry] = await entriesIn(bytes)
    expect(entry?.path).toBe(path)
  }
})

test('a file over 8 GiB states its size in a PAX record', () => {
  const header = tarHeader({ path: 'big', bytes: 9_000_000_000, executable: false })
  expect(header.toString('latin1')).toContain('19 size=9000000000\n')
})

const [FIRST, FIRST_FIVE] = [1, 5].map((count) =>
  Array.from({ length: count }, (_, number) => slabBytes(number)).reduce((sum, bytes) => sum + bytes)
) as [number, number]

test('the first slabs are small, and what follows has 1 MiB', () => {
  expect([0, 1, 2, 3, 4, 5, 1_000].map((number) => slabBytes(number) / 1024)).toEqual([
    128, 128, 256, 512, 1024, 1024, 1024
  ])
})

test.each([
  0,
  1,
  511,
  512,
  513,
  ...[FIRST, FIRST_FIVE].flatMap((bytes) => [bytes - 1536, bytes - 1024, bytes - 512, bytes]),
  3 * FIRST_FIVE + 7
])('a file of %i bytes keeps its content across slabs', async (size) => {
  const content = Buffer.from(Array.from({ length: size }, (_, at) => (at * 31) % 251))
  using tree = new TemporaryTree({ a: content, b: 'end' })
  const slabs = [...tarSlabs(await treeOf(tree))]
  expect(slabs.slice(0, -1).every((slab, number) => slab.length === slabBytes(number))).toBe(true)
  expect(new Set(slabs.map((slab) => slab.buffer)).size).toBe(slabs.length)
  const tar = Buffer.concat(slabs)
  expect(tar.subarray(512, 512 + size).equals(content)).toBe(true)
  expect((await entriesIn(tar)).map((each) => [each.path, each.bytes])).toEqual([
    ['a', size],
    ['b', 3]
  ])
})

const CHANGES: readonly [string, (tree: TemporaryTree) => void][] = [
  ['grew', (tree) => appendFileSync(tree.at('a'), 'more')],
  ['shrank', (tree) => truncateSync(tree.at('a'), 1)],
  ['vanished', (tree) => rmSync(tree.at('a'))],
  ['was rewritten', (tree) => writeFileSync(tree.at('a'), 'other')],
  [
    'became another file',
    (tree) => {
      rmSync(tree.at('a'))
      writeFileSync(tree.at('a'), 'first')
    }
  ],
  [
    'became a symlink',
    (tree) => {
      rmSync(tree.at('a'))
      tree.add('a', { link: 'b' })
    }
  ],
  [
    'became a FIFO',
    (tree) => {
      rmSync(tree.at('a'))
      execFileSync('mkfifo', [tree.at('a')])
    }
  ]
]

test('another file of the same size and time in its place is named', async () => {
  using tree = new TemporaryTree({ a: 'first', b: 'other' })
  for (const path of ['a', 'b']) utimesSync(tree.at(path), 1_700_000_000, 1_700_000_000)
  const entries = (await entriesOf(tree)).filter((entry) => entry.path === 'a')
  renameSync(tree.at('b'), tree.at('a'))
  expect(() => [...tarSlabs({ entries, emptyDirectories: [] })]).toThrow('`web/a` changed while it was being packed.')
})

test.each(CHANGES)('a file that %s since it was listed is named', async (_, change) => {
  using tree = new TemporaryTree({ a: 'first', b: 'first' })
  const entries = await entriesOf(tree)
  await new Promise((later) => setTimeout(later, 20))
  change(tree)
  expect(() => [...tarSlabs({ entries, emptyDirectories: [] })]).toThrow('`web/a` changed while it was being packed.')
})
