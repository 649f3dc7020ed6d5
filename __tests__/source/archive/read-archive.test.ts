import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { appendFileSync, linkSync, truncateSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type CheckedArchive, checkArchive } from '../../../src/source/archive/read-archive.ts'
import { makeTar, makeZip, type TarSpec, type ZipSpec } from '../support/archives.ts'
import { arbitraryTree, failureOf, placeOf, TemporaryTree } from '../support/trees.ts'

const CREDENTIAL = 'a-credential-of-this-run'

async function read(name: string, bytes: Buffer): Promise<CheckedArchive> {
  using tree = new TemporaryTree({ [name]: bytes })
  return await readFrom(tree, name)
}

async function readFrom(tree: TemporaryTree, name: string): Promise<CheckedArchive> {
  return checkArchive(placeOf(tree, name), { purpose: 'code', credentials: [CREDENTIAL] })
}

const readTar = (entries: readonly TarSpec[]) => read('x.tar.gz', gzipSync(makeTar(entries)))
const readZip = (entries: readonly ZipSpec[]) => read('x.zip', makeZip(entries))

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

test('a .tar.gz is read with the digest of its tar', async () => {
  const tar = makeTar([{ path: 'd', type: '5' }, { path: 'd/a', content: 'xyz' }, { path: 'b' }])
  const bytes = gzipSync(tar)
  const archive = await read('x.tgz', bytes)
  expect(archive.digest).toBe(sha256(tar))
  expect(archive.contents).toMatchObject({ files: 2, contentBytes: 3, paths: ['d/a', 'b'] })
})

test('a .zip is read with the digest of the file', async () => {
  const bytes = makeZip(
    [{ path: 'd/' }, { path: 'd/a', content: 'xyz' }, { path: 'b', method: 0, content: 'stored' }],
    'hi'
  )
  const archive = await read('x.zip', bytes)
  expect(archive.digest).toBe(sha256(bytes))
  expect(archive.contents).toMatchObject({ files: 2, contentBytes: 9, paths: ['d/a', 'b'] })
})

test('what tar and zip make of a tree is read back with the same paths and sizes', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryTree, async (files) => {
      // What a damaged letter is read as is refused in the name of an entry, whoever wrote it.
      fc.pre(files.length > 0 && !files.some(({ path }) => path.includes('\ufffd')))
      using tree = new TemporaryTree(Object.fromEntries(files.map((each) => [`t/${each.path}`, each.content])))
      const env = { ...process.env, LC_ALL: 'C.UTF-8' }
      execFileSync('tar', ['-czf', tree.at('x.tar.gz'), '-C', tree.at('t'), '.'], { env })
      const script = 'import shutil,sys; shutil.make_archive(sys.argv[1], "zip", sys.argv[2])'
      execFileSync('python3', ['-c', script, tree.at('x'), tree.at('t')], { env: { ...env, PYTHONUTF8: '1' } })
      const expected = files.map((each) => each.path).sort()
      for (const name of ['x.tar.gz', 'x.zip']) {
        const { contents } = await readFrom(tree, name)
        expect(contents.paths.toSorted()).toEqual(expected)
        expect(contents.contentBytes).toBe(files.reduce((sum, each) => sum + each.content.length, 0))
      }
    }),
    { numRuns: 15 }
  )
})

test('the zip program of this system is understood, with a symlink and a directory', async () => {
  using tree = new TemporaryTree({ 't/a/b': 'x'.repeat(5_000), 't/l': { link: 'a/b' }, 't/e/': '' })
  execFileSync('zip', ['-qry', tree.at('x.zip'), '.'], { cwd: tree.at('t') })
  expect((await readFrom(tree, 'x.zip')).contents.paths.toSorted()).toEqual(['a/b', 'l'])
})

test('a zip file that was written to a pipe is understood', async () => {
  using tree = new TemporaryTree({ 't/a': 'x'.repeat(5_000) })
  writeFileSync(tree.at('x.zip'), execFileSync('sh', ['-c', 'zip -qr - . | cat'], { cwd: tree.at('t') }))
  expect((await readFrom(tree, 'x.zip')).contents.paths).toEqual(['a'])
})

const HOSTILE_TARS: readonly [string, readonly TarSpec[], RegExp][] = [
  ['a climbing name', [{ path: '../x' }], /The entry `\.\.\/x` of `x\.tar\.gz` leads upwards/],
  ['an absolute name', [{ path: '/etc/x' }], /`\/etc\/x` .* absolute/],
  ['a symlink out', [{ path: 'l', type: '2', target: '../x' }], /`l` .* symlink out/],
  ['a hard link out', [{ path: 'l', type: '1', target: '/etc/passwd' }], /`l` .* hard link to no file/],
  ['a device', [{ path: 'null', type: '3' }], /`null` .* no file, directory or link/],
  ['a FIFO', [{ path: 'pipe', type: '6' }], /`pipe` .* no file, directory or link/],
  ['a kind nobody knows', [{ path: 'odd', type: 'Q' }], /`odd` is of a kind that is not known/],
  ['the same name twice', [{ path: 'a' }, { path: 'a' }], /`a` .* is there twice/],
  ['.git', [{ path: '.git/config' }], /`\.git\/config` .* never be packed/],
  ['a name that is no UTF-8', [{ path: Buffer.from([0x61, 0xff]) }], /control character/],
  ['a sparse file', [{ path: 'GNUSparseFile.0/a' }], /The entry `a` of `x\.tar\.gz` is a sparse file/],
  [
    'a credential of the run',
    [{ path: 'a', content: `token = ${CREDENTIAL}` }],
    /`x\.tar\.gz\/a:1` holds a credential of this deployment/
  ]
]

test.each(HOSTILE_TARS)('a .tar.gz with %s is refused', async (_, entries, message) => {
  const failure = await failureOf(readTar([{ path: 'sound' }, ...entries]))
  expect(failure).toMatch(message)
  expect(failure).toMatch(/^SourceError/)
  expect(failure).not.toContain(CREDENTIAL)
})

test.each([
  ['gnu'],
  ['posix', '--sparse-version=0.0'],
  ['posix', '--sparse-version=0.1'],
  ['posix', '--sparse-version=1.0']
])('a sparse file as tar packs it (%s) is told apart from a broken archive', async (format, ...flags) => {
  using tree = new TemporaryTree({ data: '', sound: 'x' })
  truncateSync(tree.at('data'), 1_000_000)
  appendFileSync(tree.at('data'), 'end')
  execFileSync('tar', ['-S', `--format=${format}`, ...flags, '-czf', 'x.tgz', 'sound', 'data'], { cwd: tree.root })
  await expect(readFrom(tree, 'x.tgz')).rejects.toMatchObject({
    message: expect.stringMatching(/^The entry `(\.\/)?data` of `x\.tgz` is a sparse file, which/),
    hint: 'Make the archive again without `--sparse` (`-S`), or point `code` at the directory.'
  })
})

test('hard links as tar packs them are files of the archive', async () => {
  using tree = new TemporaryTree({ 'app/handler.py': 'x' })
  for (const name of ['b.py', 'c.py']) linkSync(tree.at('app/handler.py'), tree.at(`app/${name}`))
  execFileSync('tar', ['-czf', 'x.tgz', '-C', 'app', './b.py', './c.py', './handler.py'], { cwd: tree.root })
  expect((await readFrom(tree, 'x.tgz')).contents.paths).toEqual(['b.py', 'c.py', 'handler.py'])
})

test('a pointer of Git LFS in an archive is told', async () => {
  const content = 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n'
  const text = '`x.zip/m.bin` is a pointer of Git LFS, not the file itself. Set `lfs: true` of actions/checkout.'
  expect((await readZip([{ path: 'a' }, { path: 'm.bin', content }])).remarks).toEqual([{ level: 'warning', text }])
})

const sound = makeTar([{ path: 'a', content: 'x'.repeat(2_000) }])

test.each([
  ['is cut short', gzipSync(sound).subarray(0, -9), /no sound gzip file/],
  ['has a cut trailer', gzipSync(sound).subarray(0, -3), /no sound gzip file: it is cut short/],
  ['has a wrong checksum', flipped(gzipSync(sound), -6), /its checksum is wrong/],
  ['has a second member', Buffer.concat([gzipSync(sound), gzipSync(sound)]), /goes on after its first gzip member/],
  ['has bytes after it', Buffer.concat([gzipSync(sound), Buffer.alloc(4)]), /goes on after its first gzip member/],
  ['has a cut header', Buffer.from([0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 0, 65]), /its header is cut short/],
  ['is compressed twice', gzipSync(gzipSync(sound)), /it is compressed twice/],
  ['holds no tar', gzipSync(Buffer.from('hello '.repeat(200))), /no sound tar archive/],
  ['holds a cut tar', gzipSync(sound.subarray(0, 1_024)), /no sound tar archive: .*[Tt]runcated/],
  ['holds a tar with a wrong checksum', gzipSync(flipped(sound, 3)), /no sound tar archive: .*checksum/],
  ['unpacks to too much', gzipSync(Buffer.alloc(250_000_000), { level: 1 }), /unpacks to more than 241\.0 MB/]
])('a .tar.gz that %s is refused', async (_, bytes, message) => {
  expect(await failureOf(read('x.tar.gz', bytes))).toMatch(message)
})

test('every optional part of the gzip header is passed over', async () => {
  const plain = gzipSync(sound)
  const extra = Buffer.from([3, 0, 1, 2, 3])
  const header = Buffer.from([0x1f, 0x8b, 8, 2 + 4 + 8 + 16, 0, 0, 0, 0, 0, 3])
  const named = Buffer.concat([header, extra, Buffer.from('x.tar\0comment\0'), Buffer.alloc(2), plain.subarray(10)])
  expect((await read('x.tar.gz', named)).digest).toBe(sha256(sound))
})

const FLAGS = { encrypted: 1, utf8: 2_048 }
const HOSTILE_ZIPS: readonly [string, readonly ZipSpec[], RegExp][] = [
  ['a climbing name', [{ path: '../x' }], /The entry `\.\.\/x` of `x\.zip` leads upwards/],
  ['an absolute name', [{ path: '/etc/x' }], /`\/etc\/x` .* absolute/],
  ['a backslash', [{ path: '..\\x' }], /backslash/],
  ['a symlink out', [{ path: 'l', mode: 0o120777, content: '../x' }], /`l` .* symlink out/],
  ['a device', [{ path: 'null', mode: 0o020644 }], /`null` .* no file, directory or link/],
  ['the same name twice', [{ path: 'a' }, { path: 'a' }], /`a` .* is there twice/],
  ['gha-creds', [{ path: 'gha-creds-1.json' }], /never be packed/],
  ['an encrypted entry', [{ path: 'a', flags: FLAGS.encrypted }], /`a` is encrypted/],
  ['a method nobody knows', [{ path: 'a', method: 14 }], /`a` is compressed by method 14/],
  ['a wrong checksum', [{ path: 'a', content: 'x', crc: 1 }], /`a` is damaged/],
  ['more content than stated', [{ path: 'a', content: 'x'.repeat(99), size: 5 }], /`a` is damaged or is not as large/],
  ['less content than stated', [{ path: 'a', content: 'x', size: 5 }], /`a` is damaged or is not as large/],
  ['a bomb', [{ path: 'a', content: 'x', size: 110_000_000 }], /`a` in `x\.zip` has 110\.0 MB; a file may have/],
  ['a zip64 entry', [{ path: 'a', size: 0xffffffff }], /`a` is zip64/],
  ['another name in front', [{ path: 'a', localPath: 'b' }], /`a` is another entry than its directory says/],
  ['overlapping entries', [{ path: 'sound', overlaps: true }], /`sound` overlaps another entry/],
  ['a name that is no UTF-8', [{ path: Buffer.from([0x61, 0xff]) }], /`a\\xff` is not UTF-8/],
  ['a name of unknown encoding', [{ path: 'ä', flags: 0 }], /`ä` is not marked as UTF-8/],
  ['a second name', [{ path: 'a', extra: Buffer.from('up\x06\x00\x01....b', 'latin1') }], /`a` has a second name/],
  ['a credential of the run', [{ path: 'a', content: `token = ${CREDENTIAL}` }], /`x\.zip\/a:1` holds a credential/]
]

test.each(HOSTILE_ZIPS)('a .zip with %s is refused', async (_, entries, message) => {
  const failure = await failureOf(readZip([{ path: 'sound' }, ...entries]))
  expect(failure).toMatch(message)
  expect(failure).toMatch(/^SourceError/)
  expect(failure).not.toContain(CREDENTIAL)
})

const zip = makeZip([{ path: 'a', content: 'x'.repeat(100) }])

test.each([
  ['is cut short', zip.subarray(0, -1), /no directory at its end/],
  ['has bytes after it', Buffer.concat([zip, Buffer.from('x')]), /no directory at its end/],
  [
    'has bytes in the middle',
    Buffer.concat([zip.subarray(0, 30), Buffer.from('x'), zip.subarray(30)]),
    /not where it says/
  ],
  ['states more entries', written(zip, [-14, 2], [-12, 2]), /its directory is cut short/],
  ['states fewer entries', written(zip, [-14, 0], [-12, 0]), /its directory is longer than its entries/],
  ['is split', written(zip, [-18, 1]), /it is split/],
  ['is zip64', written(zip, [-12, 0xffff]), /it is a zip64 file/]
])('a .zip that %s is refused', async (_, bytes, message) => {
  expect(await failureOf(read('x.zip', bytes))).toMatch(message)
})

test('damaged archives never fail in another way than with SourceError', async () => {
  const archives = [zip, gzipSync(sound)]
  await fc.assert(
    fc.asyncProperty(fc.nat(1), fc.nat(), fc.nat(255), async (which, at, value) => {
      const bytes = Buffer.from(archives[which] as Buffer)
      bytes[4 + (at % (bytes.length - 4))] = value
      const failure = await failureOf(read(which === 0 ? 'x.zip' : 'x.tar.gz', bytes))
      expect(failure).toMatch(/^(SourceError|no failure)/)
    }),
    { numRuns: 400 }
  )
})

test('an archive file that is too large is refused before it is read', async () => {
  using tree = new TemporaryTree({ 'x.zip': zip })
  truncateSync(tree.at('x.zip'), 5_000_000_000)
  expect(await failureOf(readFrom(tree, 'x.zip'))).toMatch(/`x\.zip` has 5\.0 GB; a package may hold 200\.0 MB/)
})

test('an archive of bytes that do not compress is read', async () => {
  const content = randomBytes(3_000_000)
  expect((await readZip([{ path: 'a', content }])).contents.contentBytes).toBe(3_000_000)
})

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes)
  const place = at < 0 ? copy.length + at : at
  copy[place] = (copy[place] ?? 0) ^ 0xff
  return copy
}

function written(bytes: Buffer, ...values: readonly (readonly [number, number])[]): Buffer {
  const copy = Buffer.from(bytes)
  for (const [at, value] of values) copy.writeUInt16LE(value, copy.length + at)
  return copy
}
