/** Cases 28 to 45: what may lie in a tree. 42 to 44: clones.test.ts; 43 to 45 of the action: disk-cases.test.ts. */
import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, test } from '@jest/globals'
import type { Package } from '../../src/model/ports/packing-port.ts'
import { entriesIn, makeTar } from './support/archives.ts'
import { foundIn, inspected, packedIn } from './support/packing.ts'
import { DeniedPath, failureOf, TemporaryTree, type TreeSpec } from './support/trees.ts'

const TOKEN = 'the-token-of-this-very-run'

async function packed(spec: TreeSpec): Promise<Package> {
  using tree = new TemporaryTree(spec)
  return await packedIn(tree, '.', { credentials: [TOKEN] })
}

const isRoot = process.getuid?.() === 0
const whenPrivileged = isRoot ? test : test.skip

test('case 28: a file that cannot be read is named by the inspection, before anything is sent', async () => {
  using tree = new TemporaryTree({ a: '' })
  using _ = new DeniedPath(tree, 'a')
  expect(await failureOf(inspected(tree))).toBe('SourceError: `a` cannot be read: permission denied.')
})

test.each([
  ['a loop', { a: { link: 'b' }, b: { link: 'a' } }, /The symlink `[ab]` .* part of a loop/],
  ['a link to itself', { a: { link: 'a' } }, /The symlink `a` .* part of a loop/],
  ['a link to its own directory', { 'd/a': { link: '.' } }, /The symlink `d\/a` .* leads back to itself/],
  ['a broken link', { a: { link: 'gone' } }, /The symlink `a` \(to `gone`\) leads nowhere/]
])('case 29: %s is named', async (_, spec, message) => {
  expect(await failureOf(packed(spec))).toMatch(message)
})

test('case 30: a symlink inside the tree is packed as what it leads to, once, and the digest stays', async () => {
  const linked = await packed({ 'lib/a': 'x', l: { link: 'lib' }, m: { link: 'lib/a' } })
  const copied = await packed({ 'lib/a': 'x', 'l/a': 'x', m: 'x' })
  expect(linked.paths).toEqual(['l/a', 'lib/a', 'm'])
  expect(linked.digest).toBe(copied.digest)
})

test('case 31: an absolute symlink out of the tree is named', async () => {
  expect(await failureOf(packed({ a: { link: '/etc/passwd' } }))).toMatch(/`a` \(to `\/etc\/passwd`\) leads out/)
})

test('case 32: a FIFO is named at once', async () => {
  using tree = new TemporaryTree()
  execFileSync('mkfifo', [tree.at('pipe')])
  expect(await failureOf(packedIn(tree))).toMatch(/`pipe` is a FIFO, which cannot be packed/)
})

test('case 33: a socket is named', async () => {
  using tree = new TemporaryTree()
  await using server = createServer()
  await new Promise<void>((listening) => server.listen(tree.at('s'), listening))
  expect(await failureOf(packedIn(tree))).toMatch(/`s` is a socket, which cannot be packed/)
})

whenPrivileged('case 33: a device is named (only root can make one)', async () => {
  using tree = new TemporaryTree()
  execFileSync('mknod', [tree.at('null'), 'c', '1', '3'])
  expect(await failureOf(packedIn(tree))).toMatch(/`null` is a device, which cannot be packed/)
})

test('case 34: two hard links are two files', async () => {
  using tree = new TemporaryTree({ a: 'x' })
  linkSync(tree.at('a'), tree.at('b'))
  const { bytes } = await packedIn(tree)
  expect((await entriesIn(gunzipSync(bytes))).map(({ path, kind, bytes }) => [path, kind, bytes])).toEqual([
    ['a', 'file', 1],
    ['b', 'file', 1]
  ])
})

test('case 35: a sparse file of 50 GB is refused by its size', async () => {
  using tree = new TemporaryTree({ a: '' })
  truncateSync(tree.at('a'), 53_687_091_200)
  expect(await failureOf(packedIn(tree))).toMatch(/`a` in `\.` has 53\.7 GB; a file may have 100\.0 MB/)
})

test('case 36: 30,000 files are refused with the count', async () => {
  using tree = new TemporaryTree()
  for (let number = 0; number < 30_000; number++) writeFileSync(tree.at(String(number)), '')
  expect(await failureOf(packedIn(tree))).toMatch(/`\.` holds more than 20000 files \(20001 counted\)/)
})

test('case 36: a depth of 100 is refused', async () => {
  using tree = new TemporaryTree()
  mkdirSync(join(tree.root, ...Array(100).fill('d')), { recursive: true })
  expect(await failureOf(packedIn(tree))).toMatch(/lies more than 64 levels deep/)
})

test('case 36: a name of 300 characters is refused, which only an archive can hold', async () => {
  const record = ` path=${'n'.repeat(300)}\n`
  const pax = { path: 'x', type: 'x', content: `${record.length + 3}${record}` }
  using tree = new TemporaryTree({ 'a.tgz': gzipSync(makeTar([pax, { path: 'short' }])) })
  expect(await failureOf(packedIn(tree, 'a.tgz'))).toMatch(/The entry `n+…` of `a\.tgz` has a name over 255 bytes/)
})

test.each([
  ['grows', (path: string) => appendFileSync(path, 'more')],
  ['vanishes', (path: string) => rmSync(path)]
])('case 37: a file that %s after it was found is packed as it is by then', async (_, change) => {
  using tree = new TemporaryTree({ a: 'x', b: 'y' })
  const found = await foundIn(tree)
  change(tree.at('a'))
  expect(await found.pack()).toMatchObject({ paths: existsSync(tree.at('a')) ? ['a', 'b'] : ['b'] })
})

/** Something that packing asks at every piece that it reads. */
function whileRead(work: () => void): AbortSignal {
  return Object.assign(new AbortController().signal, { throwIfAborted: work })
}

test('case 37: a file that changes whenever it is read is named, after one more try', async () => {
  using tree = new TemporaryTree({ a: 'x', b: 'y' })
  let reads = 0
  const stop = whileRead(() => {
    reads += 1
    appendFileSync(tree.at('b'), 'more')
  })
  expect(await failureOf(packedIn(tree, '.', { stop }))).toBe('FileChanged: `b` changed while it was being packed.')
  expect(reads).toBe(2)
})

test.each([
  ['a newline', Buffer.from('a\nb'), /`a\\u\{a\}b` has a control character/],
  ['a control character', Buffer.from('a\x1b[2J'), /`a\\u\{1b\}\[2J` has a control character/],
  ['a command', Buffer.from('##[error]x'), /`\\u\{23\}#\[error\]x` has a name that the runner reads/],
  ['bytes that are not UTF-8', Buffer.from([0x61, 0xff]), /`a\\xff` has a name that is not UTF-8/]
])('case 38: a name with %s is refused and shown without harm', async (_, name, message) => {
  using tree = new TemporaryTree()
  writeFileSync(Buffer.concat([Buffer.from(`${tree.root}/`), name]), '')
  const failure = await failureOf(packedIn(tree))
  expect(failure).toMatch(message)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be there
  expect(failure).not.toMatch(/[\x00-\x1f]|##\[/)
})

test.each([
  ['case', 'README', 'readme'],
  ['Unicode form', '\u00e9', 'e\u0301']
])('case 38: names that differ only in %s are refused', async (_, one, other) => {
  expect(await failureOf(packed({ [one]: '', [other]: '' }))).toMatch(/differ only in case or in Unicode form/)
})

test('case 39: `.git` is never packed, as a directory or a file, whatever the ignore file says', async () => {
  const { paths, withheld } = await packed({
    '.igniteignore': '!.git\n!.git/**\n!**/.git',
    '.git/config': 'AUTHORIZATION: basic x',
    'module/.git': 'gitdir: ../.git/modules/module',
    'module/a': ''
  })
  expect({ paths, withheld }).toEqual({ paths: ['module/a'], withheld: [] })
})

const SENSITIVE = { '.env': '', '.npmrc': '', id_rsa: '', 'gha-creds-x.json': '', a: '' }

test('case 40: sensitive files are left out and listed', async () => {
  const { paths, withheld } = await packed(SENSITIVE)
  expect({ paths, withheld }).toEqual({ paths: ['a'], withheld: ['.env', '.npmrc', 'id_rsa'] })
})

test('case 40: the ignore file takes them back, but not what is never packed', async () => {
  const rules = '!.env\n!.npmrc\n!id_rsa\n!gha-creds-x.json'
  const { paths, withheld } = await packed({ ...SENSITIVE, '.igniteignore': rules })
  expect({ paths, withheld }).toEqual({ paths: ['.env', '.npmrc', 'a', 'id_rsa'], withheld: [] })
})

test('case 40: a file that was taken back is still warned of where it holds a key', async () => {
  const key = '-----BEGIN OPENSSH PRIVATE KEY-----'
  const { suspicious } = await packed({ '.igniteignore': '!id_rsa', id_rsa: key })
  expect(suspicious).toEqual([{ path: 'id_rsa', line: 1, what: 'a private key' }])
})

test.each([
  ['as it is', TOKEN],
  ['in base64', Buffer.from(`x-access-token:${TOKEN}`).toString('base64')]
])('case 41: our own token in a file, %s, is refused by its place alone', async (_, text) => {
  const failure = await failureOf(packed({ 'src/a': `first\nkey = ${text}\n` }))
  expect(failure).toBe('SourceError: `src/a:2` holds a credential of this deployment.')
})

test('case 45: the directory of the runner is not packed where it lies in the tree', async () => {
  using tree = new TemporaryTree({ a: '', '_temp/git-credentials-1.config': '' })
  expect((await packedIn(tree, '.', { exclude: [tree.at('_temp')] })).paths).toEqual(['a'])
})

test('case 45: packing does without it where it is missing', async () => {
  using tree = new TemporaryTree({ a: '' })
  const gone = mkdtempSync(tree.at('gone-'))
  rmSync(gone, { recursive: true })
  expect((await packedIn(tree, '.', { exclude: [gone] })).paths).toEqual(['a'])
  expect((await packedIn(tree)).paths).toEqual(['a'])
})
