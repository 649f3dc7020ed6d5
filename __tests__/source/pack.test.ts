import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, realpathSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, test } from '@jest/globals'
import type { Package } from '../../src/model/ports/packing-port.ts'
import { entriesIn, makeZip } from './support/archives.ts'
import { foundIn, packedIn } from './support/packing.ts'
import { failureOf, TemporaryTree } from './support/trees.ts'

const CREDENTIAL = 'a-credential-of-this-run'

function packed(tree: TemporaryTree, code = '.'): Promise<Package> {
  return packedIn(tree, code, { credentials: [CREDENTIAL, 'short'] })
}

async function pathsIn(bytes: Uint8Array): Promise<readonly string[]> {
  return (await entriesIn(gunzipSync(bytes))).map((entry) => entry.path)
}

test('a directory becomes a .tar.gz with the digest of its tar', async () => {
  using tree = new TemporaryTree({ 'handler.py': 'print()', 'lib/a.py': 'a', '.git/config': '', '.env': 'S=1' })
  const { bytes, ...facts } = await packed(tree)
  expect(await pathsIn(bytes)).toEqual(['handler.py', 'lib/a.py'])
  expect(facts).toEqual({
    digest: createHash('sha256').update(gunzipSync(bytes)).digest('hex'),
    files: 2,
    contentBytes: 8,
    largest: [
      { path: 'handler.py', bytes: 7 },
      { path: 'lib/a.py', bytes: 1 }
    ],
    paths: ['handler.py', 'lib/a.py'],
    skipped: [],
    root: realpathSync(tree.root),
    withheld: ['.env'],
    exposed: [],
    suspicious: [],
    remarks: [],
    compare: expect.any(Function)
  })
})

test('the same tree gives the same bytes, whatever the clone', async () => {
  const files = ['b', 'a/x', 'a.b', 'B2', 'ü']
  const clone = (order: readonly string[], mode: number, time: number) => {
    const tree = new TemporaryTree()
    mkdirSync(tree.at('a'), { mode: mode | 0o111 })
    for (const path of order) {
      writeFileSync(tree.at(path), `content of ${path}`, { mode })
      utimesSync(tree.at(path), time, time)
    }
    return tree
  }
  const before = process.umask(0)
  try {
    using one = clone(files, 0o600, 1_000_000_000)
    using other = clone(files.toReversed(), 0o666, 1_700_000_000)
    const [first, second] = [await packed(one), await packed(other)]
    expect(Buffer.from(first.bytes).equals(second.bytes)).toBe(true)
    expect(first.digest).toBe(second.digest)
  } finally {
    process.umask(before)
  }
})

test.each([
  ['a content', (tree: TemporaryTree) => tree.add('a', 'other')],
  ['a mode', (tree: TemporaryTree) => tree.add('b', { mode: 0o755, text: 'b' })],
  ['a name', (tree: TemporaryTree) => tree.add('c', '')]
])('%s changes the digest', async (_, change) => {
  using tree = new TemporaryTree({ a: 'a', b: 'b' })
  const { digest } = await packed(tree)
  change(tree)
  expect((await packed(tree)).digest).not.toBe(digest)
})

test('the digest of a known tree stays what it is', async () => {
  using tree = new TemporaryTree({
    'handler.py': 'def handler(event, context): return {}\n',
    bin: { mode: 0o755, text: '' }
  })
  expect((await packed(tree)).digest).toBe('19e55c95c3ee29d7566a13eb133d4c4fbd0e67b63f82b388653ec176754044bf')
})

test('a single file goes the same way, under its own name', async () => {
  using tree = new TemporaryTree({ 'fn/handler.py': 'x', 'fn/other': '' })
  const single = await packed(tree, 'fn/handler.py')
  using directory = new TemporaryTree({ 'handler.py': 'x' })
  expect(Buffer.from(single.bytes).equals((await packed(directory)).bytes)).toBe(true)
})

test('a single file that is a link is packed under the name that the user wrote', async () => {
  using tree = new TemporaryTree({ 'app_v2.py': 'x', 'fn/handler.py': { link: '../app_v2.py' } })
  const { bytes, root, paths } = await packed(tree, 'fn/handler.py')
  expect(await pathsIn(bytes)).toEqual(['handler.py'])
  expect({ root, paths }).toEqual({ root: tree.at('fn'), paths: ['handler.py'] })
})

test('a credential of the run in a single file is refused', async () => {
  using tree = new TemporaryTree({ 'handler.py': `KEY = "${CREDENTIAL}"` })
  expect(await failureOf(packed(tree, 'handler.py'))).toBe(
    'SourceError: `handler.py:1` holds a credential of this deployment.'
  )
})

const POINTER = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n'

test('pointers of Git LFS are told', async () => {
  using tree = new TemporaryTree({ 'a.bin': POINTER, 'b/c.bin': POINTER })
  tree.add('d.txt', `see ${POINTER}`)
  const text =
    '`a.bin` and 1 more are pointers of Git LFS, not the files themselves. Set `lfs: true` of actions/checkout.'
  expect((await packed(tree)).remarks).toEqual([{ level: 'warning', text }])
})

test('an archive is sent as it is', async () => {
  const zip = makeZip([{ path: 'main.go', content: 'x' }])
  using tree = new TemporaryTree({ 'x.zip': zip })
  const { bytes, paths } = await packed(tree, 'x.zip')
  expect([Buffer.from(bytes).equals(zip), paths]).toEqual([true, ['main.go']])
})

test.each([['gnu'], ['pax'], ['ustar']])('hard links of an archive (%s) are sent as files', async (format) => {
  const long = format === 'ustar' ? 'd/e' : `${'d'.repeat(60)}/${'e'.repeat(60)}`
  using tree = new TemporaryTree({
    'app/a': 'first',
    'app/z': { mode: 0o755, text: 'x'.repeat(1_000) },
    'app/empty': ''
  })
  tree.add(`app/${long}`, 'deep')
  linkSync(tree.at('app/z'), tree.at('app/b'))
  linkSync(tree.at('app/z'), tree.at('app/c'))
  linkSync(tree.at(`app/${long}`), tree.at(`app/${long}é`))
  linkSync(tree.at('app/empty'), tree.at('app/none'))
  execFileSync('tar', [`--format=${format}`, '-czf', 'x.tgz', '-C', 'app', '.'], { cwd: tree.root })
  const { bytes, digest, paths, contentBytes } = await packed(tree, 'x.tgz')
  const tar = gunzipSync(bytes)
  expect(digest).toBe(createHash('sha256').update(tar).digest('hex'))
  const entries = await entriesIn(tar)
  expect(entries.filter(({ kind }) => kind === 'hardlink')).toEqual([])
  expect(entries.filter(({ kind }) => kind === 'file').length).toBe(paths.length)
  expect(contentBytes).toBe(5 + 3 * 1_000 + 2 * 4)
  tree.add('sent.tgz', bytes)
  tree.add('out/', '')
  execFileSync('tar', ['-xzf', tree.at('sent.tgz'), '-C', tree.at('out')])
  execFileSync('diff', ['-r', tree.at('app'), tree.at('out')])
  expect(statSync(tree.at('out/c')).nlink).toBe(1)
})

test('a package of many slabs is read back by tar', async () => {
  using tree = new TemporaryTree()
  for (let number = 0; number < 30; number++) tree.add(`f${number}`, randomBytes(150_000 + number))
  const { bytes, contentBytes, digest } = await packed(tree)
  const tar = gunzipSync(bytes)
  expect(createHash('sha256').update(tar).digest('hex')).toBe(digest)
  const listed = execFileSync('tar', ['-tzvf', '-'], { input: bytes }).toString().trim().split('\n')
  expect(listed.length).toBe(30)
  expect(contentBytes).toBe(30 * 150_000 + 435)
})

test.each([
  ['in one slab', 0],
  ['across two slabs', (1 << 20) - 512 - 10]
])('a credential of the run in a file is refused %s, by the name of the file alone', async (_, at) => {
  using tree = new TemporaryTree({ zero: '', conf: Buffer.concat([Buffer.alloc(at), Buffer.from(CREDENTIAL)]) })
  const failure = await failureOf(packed(tree))
  expect(failure).toBe('SourceError: `conf:1` holds a credential of this deployment.')
})

test('a short secret is not searched for', async () => {
  using tree = new TemporaryTree({ a: 'short' })
  expect((await packed(tree)).files).toBe(1)
})

test.each([
  ['gone', (tree: TemporaryTree) => tree.remove('web'), /`web` does not exist/],
  ['empty', (tree: TemporaryTree) => tree.remove('web/a'), /`web` holds no file that is packed/],
  ['a link out', (tree: TemporaryTree) => tree.replace('web', { link: '/etc' }), /outside the workspace/],
  [
    'too large',
    (tree: TemporaryTree) => truncateSync(tree.at('web/a'), 200_000_000),
    /`a` in `web` has 200\.0 MB; a file may have/
  ],
  ['a link', (tree: TemporaryTree) => tree.replace('web/a', { link: '/etc/passwd' }), /`web\/a` .* leads out/]
])('code that is %s by the time it is packed is a SourceError', async (_, change, message) => {
  using tree = new TemporaryTree({ 'web/a': 'x' })
  const found = await foundIn(tree, 'web')
  change(tree)
  const failure = await failureOf(found.pack())
  expect(failure).toMatch(message)
  expect(failure).toMatch(/^SourceError/)
})

test('an archive that changed since it was checked is checked again, and sent as it is by then', async () => {
  using tree = new TemporaryTree({ 'x.zip': makeZip([{ path: 'a' }]) })
  const found = await foundIn(tree, 'x.zip')
  tree.add('x.zip', makeZip([{ path: 'a' }, { path: 'b' }]))
  expect((await found.pack()).paths).toEqual(['a', 'b'])
  tree.add('x.zip', 'PK\x03\x04 and no more')
  expect(await failureOf(found.pack())).toMatch(/^SourceError: `x\.zip` is no zip file that can be sent/)
})

test('what is packed is what was found: nothing else is looked at', async () => {
  using tree = new TemporaryTree({ a: 'x' })
  const found = await foundIn(tree)
  tree.add('b', '')
  tree.add('.igniteignore', 'a')
  expect((await found.pack()).paths).toEqual(['a'])
})
