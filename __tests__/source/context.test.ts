import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, realpathSync, statSync, truncateSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, test } from '@jest/globals'
import type { Context } from '../../src/model/ports/packing-port.ts'
import { entriesIn, makeTar, makeZip } from './support/archives.ts'
import { inspectedContext, openedIn } from './support/packing.ts'
import { failureOf, TemporaryTree, type TreeSpec } from './support/trees.ts'

const CREDENTIAL = 'a-credential-of-this-run'
const KEY = '-----BEGIN PRIVATE KEY-----'

function opened(tree: TemporaryTree, code = '.', dockerfilePath = ''): Promise<Context> {
  return openedIn(tree, code, { credentials: [CREDENTIAL], ...(dockerfilePath && { dockerfilePath }) })
}

async function problemOf(spec: TreeSpec, code: string, dockerfilePath = ''): Promise<string> {
  using tree = new TemporaryTree(spec)
  const inspection = await inspectedContext(tree, code, dockerfilePath === '' ? {} : { dockerfilePath })
  if (!('problems' in inspection)) return 'no problem'
  const { inputs, message, fix } = inspection.problems[0]!
  return `[${inputs}] ${message} ${fix}`
}

async function bytesOf(context: Context): Promise<{ readonly bytes: Buffer; readonly digest: string }> {
  const { chunks, digest } = context.open()
  const bytes = Buffer.concat(await Array.fromAsync(chunks))
  return { bytes, digest: digest() }
}

async function pathsOf(spec: TreeSpec, dockerfilePath = 'Dockerfile'): Promise<readonly string[]> {
  using tree = new TemporaryTree({ [dockerfilePath]: 'FROM x', ...spec })
  const context = await opened(tree, '.', dockerfilePath)
  const entries = await entriesIn(gunzipSync((await bytesOf(context)).bytes))
  expect(entries.filter(({ kind }) => kind === 'file').map((entry) => entry.path)).toEqual(context.paths)
  return context.paths.filter((path) => !/(^|\/)(\.dockerignore|Dockerfile)$/.test(path))
}

test('a directory becomes a stream with the digest of its tar, at every call the same', async () => {
  using tree = new TemporaryTree({ Dockerfile: 'FROM x', 'src/a': KEY, '.env': '', '.git/config': '' })
  const context = await opened(tree, '.', './Dockerfile')
  const { open, again, ...facts } = context
  expect(facts).toEqual({
    format: 'tar.gz',
    files: 2,
    contentBytes: 33,
    largest: [
      { path: 'src/a', bytes: 27 },
      { path: 'Dockerfile', bytes: 6 }
    ],
    paths: ['Dockerfile', 'src/a'],
    skipped: [],
    root: realpathSync(tree.root),
    withheld: ['.env'],
    exposed: [],
    suspicious: [{ path: 'src/a', line: 1, what: 'a private key' }],
    remarks: [],
    compare: expect.any(Function)
  })
  const first = await bytesOf(context)
  expect(first.digest).toBe(createHash('sha256').update(gunzipSync(first.bytes)).digest('hex'))
  expect(await bytesOf(context)).toEqual(first)
})

test('empty directories are in the stream, as directories, also one with a long name', async () => {
  const long = `${'d'.repeat(60)}/${'é'.repeat(60)}`
  using tree = new TemporaryTree({ Dockerfile: 'FROM x', 'empty/': '', [`${long}/`]: '' })
  const context = await opened(tree, '.', 'Dockerfile')
  const { bytes } = await bytesOf(context)
  expect(context.paths).toEqual(['Dockerfile'])
  expect((await entriesIn(gunzipSync(bytes))).map(({ path, kind }) => [path, kind])).toEqual([
    [`${long}/`, 'directory'],
    ['empty/', 'directory'],
    ['Dockerfile', 'file']
  ])
  tree.add('x.tgz', bytes)
  const listed = execFileSync('tar', ['-tvzf', tree.at('x.tgz')], {
    env: { ...process.env, LC_ALL: 'C.UTF-8' }
  }).toString()
  expect(listed).toMatch(/^drwxr-xr-x 0\/0 +0 1970-01-01 \S+ empty\/$/m)
})

test('that a `.dockerignore` asks for what is never packed is said', async () => {
  using tree = new TemporaryTree({ Dockerfile: '', '.dockerignore': '*\n!Dockerfile\n!.git', '.git/HEAD': '' })
  expect((await opened(tree, '.', 'Dockerfile')).remarks).toEqual([
    { level: 'notice', text: 'An ignore file asks for `.git`, which is never packed.' }
  ])
})

/** Beside this file a context is packed while it is sent. */
const LARGE = Buffer.alloc(16_000_000)

test('a large context that changed is opened again as it is by then', async () => {
  using tree = new TemporaryTree({ Dockerfile: '', a: 'x', large: LARGE })
  const context = await opened(tree, '.', 'Dockerfile')
  tree.add('a', 'longer')
  tree.add('b', '')
  expect(await failureOf(bytesOf(context))).toMatch(/^FileChanged: `a`/)
  const again = await context.again()
  expect(again.paths).toEqual(['Dockerfile', 'a', 'b', 'large'])
  expect((await bytesOf(again)).bytes.length).toBeGreaterThan(0)
  tree.remove('Dockerfile')
  expect(await failureOf(again.again())).toMatch(/^SourceError: `Dockerfile` is no file of `\.` that is sent/)
})

test('a context that changed between the inspection and its opening is listed anew', async () => {
  using tree = new TemporaryTree({ Dockerfile: '', a: 'x', 'x.zip': makeZip([{ path: 'Dockerfile' }]) })
  const asked = { dockerfilePath: 'Dockerfile' }
  const [directory, archive] = [await inspectedContext(tree, '.', asked), await inspectedContext(tree, 'x.zip', asked)]
  if (!('found' in directory && 'found' in archive)) throw new Error('not found')
  tree.add('a', 'longer')
  expect(await directory.found.open()).toMatchObject({ contentBytes: 6 + statSync(tree.at('x.zip')).size })
  expect((await archive.found.open()).paths).toEqual(['Dockerfile'])
})

test('a large context whose file changed after it was opened fails instead of giving other bytes', async () => {
  using tree = new TemporaryTree({ Dockerfile: '', a: 'x', large: LARGE })
  const context = await opened(tree, '.', 'Dockerfile')
  await bytesOf(context)
  appendFileSync(tree.at('a'), 'y')
  expect(await failureOf(bytesOf(context))).toBe('FileChanged: `a` changed while it was being packed.')
})

test('a small context is kept as it was opened, and opened again as it is by then', async () => {
  using tree = new TemporaryTree({ Dockerfile: '', a: 'x' })
  const context = await opened(tree, '.', 'Dockerfile')
  tree.remove('a')
  const kept = await bytesOf(context)
  expect(await entriesIn(gunzipSync(kept.bytes))).toHaveLength(2)
  expect(kept.digest).toBe(createHash('sha256').update(gunzipSync(kept.bytes)).digest('hex'))
  expect(await bytesOf(context)).toEqual(kept)
  expect((await context.again()).paths).toEqual(['Dockerfile'])
})

test('the same files are the same bytes, packed while they are opened or while they are sent', async () => {
  using tree = new TemporaryTree({ Dockerfile: 'FROM scratch', a: LARGE.subarray(0, 9_000_000) })
  const { bytes } = await bytesOf(await opened(tree, '.', 'Dockerfile'))
  tree.add('b', LARGE)
  const larger = await entriesIn(gunzipSync((await bytesOf(await opened(tree, '.', 'Dockerfile'))).bytes))
  expect(larger.slice(0, 2)).toEqual(await entriesIn(gunzipSync(bytes)))
})

test('a stream that is left half-way can be opened again', async () => {
  using tree = new TemporaryTree({ Dockerfile: '' })
  for (let number = 0; number < 50; number++) tree.add(`${number}`, Buffer.alloc(400_000, number))
  const context = await opened(tree, '.', 'Dockerfile')
  for await (const _ of context.open().chunks) break
  const { bytes } = await bytesOf(context)
  expect((await entriesIn(gunzipSync(bytes))).length).toBe(51)
})

test('a credential of the run is refused before a byte is given', async () => {
  using tree = new TemporaryTree({ Dockerfile: '', 'src/a': `x\n${CREDENTIAL}` })
  expect(await failureOf(opened(tree, '.', 'Dockerfile'))).toBe(
    'SourceError: `src/a:2` holds a credential of this deployment.'
  )
})

const big = Buffer.alloc(3_000_000, 'abcdefg')

test('a .tar.gz of the user goes as it is, with the digest of its tar', async () => {
  const tar = makeTar([{ path: './Dockerfile' }, { path: './.env' }, { path: './k', content: `${big}\n${KEY}` }])
  using tree = new TemporaryTree({ 'x.tgz': gzipSync(tar) })
  const context = await opened(tree, 'x.tgz', 'Dockerfile')
  expect(context).toMatchObject({
    format: 'tar.gz',
    paths: ['Dockerfile', '.env', 'k'],
    exposed: ['.env'],
    withheld: [],
    suspicious: [{ path: 'x.tgz/k', line: 2, what: 'a private key' }]
  })
  for (let time = 0; time < 2; time++) {
    expect(await bytesOf(context)).toEqual({
      bytes: gzipSync(tar),
      digest: createHash('sha256').update(tar).digest('hex')
    })
  }
})

test('a .zip of the user goes as it is, with the digest of the file', async () => {
  const zip = makeZip([
    { path: 'd/Dockerfile' },
    { path: 'k', content: `${big}\n\n${KEY}` },
    { path: 'stored', method: 0, content: big }
  ])
  using tree = new TemporaryTree({ 'x.zip': zip })
  const context = await opened(tree, 'x.zip', 'd/Dockerfile')
  expect(context).toMatchObject({
    format: 'zip',
    files: 3,
    suspicious: [{ path: 'x.zip/k', line: 3, what: 'a private key' }]
  })
  const { bytes, digest } = await bytesOf(context)
  // Jest would compare millions of bytes one by one.
  expect(bytes.equals(zip)).toBe(true)
  expect(digest).toBe(createHash('sha256').update(zip).digest('hex'))
})

test('an archive that changed after it was opened fails instead of giving other bytes', async () => {
  using tree = new TemporaryTree({ 'x.zip': makeZip([{ path: 'Dockerfile' }]) })
  const context = await opened(tree, 'x.zip', 'Dockerfile')
  tree.add('x.zip', makeZip([{ path: 'dockerfile' }]))
  expect(await failureOf(bytesOf(context))).toBe('FileChanged: `x.zip` changed while it was being packed.')
})

test('a large entry of a zip file that is damaged is refused', async () => {
  const zip = makeZip([{ path: 'Dockerfile' }, { path: 'k', content: big, crc: 1 }])
  using tree = new TemporaryTree({ 'x.zip': zip })
  expect(await failureOf(opened(tree, 'x.zip'))).toMatch(/`k` is damaged or is not as large as it says/)
})

test('without a Dockerfile path it is told whether a Dockerfile lies there', async () => {
  using tree = new TemporaryTree({
    'a/Dockerfile': '',
    'b/main.go': '',
    'b/sub/Dockerfile': '',
    'c.zip': makeZip([{ path: 'Dockerfile' }])
  })
  expect(await inspectedContext(tree, 'a')).toMatchObject({ hasDockerfile: true })
  expect(await inspectedContext(tree, 'b')).toMatchObject({ hasDockerfile: false })
  expect(await inspectedContext(tree, 'c.zip')).toMatchObject({ hasDockerfile: true })
  expect((await opened(tree, 'b')).paths).toEqual(['main.go', 'sub/Dockerfile'])
})

const PROBLEMS: readonly [string, TreeSpec, string, string | undefined, RegExp][] = [
  [
    'a single file',
    { 'app.py': '' },
    'app.py',
    undefined,
    /^\[code\] `app\.py` is a single file, .* Point `code` at a directory or an archive\.$/
  ],
  ['nothing', {}, 'web', undefined, /^\[code\] `web` does not exist/],
  ['an empty directory', { 'web/': '' }, 'web', undefined, /^\[code\] There is nothing to deploy/],
  [
    'another place for the Dockerfile',
    { 'web/docker/Dockerfile': '', 'web/api.Dockerfile': '' },
    'web',
    'Dockerfile',
    /^\[dockerfile-path\] `Dockerfile` is no file of `web` that is sent\. Set `dockerfile-path` to one of these: `api\.Dockerfile`, `docker\/Dockerfile`\.$/
  ],
  [
    'many Dockerfiles',
    Object.fromEntries(Array.from({ length: 7 }, (_, at) => [`${at}/Dockerfile`, ''])),
    '.',
    'Dockerfile',
    /`4\/Dockerfile` and 2 more\.$/
  ],
  [
    'no Dockerfile at all',
    { a: '' },
    '.',
    'Dockerfile',
    /^\[dockerfile-path\] .* Set `dockerfile-path` to the path of the Dockerfile from the root/
  ],
  [
    'a directory of that name',
    { 'Dockerfile/a': '' },
    '.',
    'Dockerfile',
    /^\[dockerfile-path\] `Dockerfile` is no file/
  ],
  [
    'a Dockerfile that is ignored',
    { '.igniteignore': 'Dockerfile', Dockerfile: '', a: '' },
    '.',
    'Dockerfile',
    /^\[dockerfile-path\] .* leave it in where an `\.igniteignore` names it/
  ],
  [
    'a path that climbs',
    { Dockerfile: '', 'a/b': '' },
    'a',
    '../Dockerfile',
    /^\[dockerfile-path\] `\.\.\/Dockerfile` is no path inside `a`/
  ],
  ['an absolute path', { Dockerfile: '' }, '.', '/Dockerfile', /^\[dockerfile-path\] `\/Dockerfile` is no path inside/],
  ['the root itself', { Dockerfile: '' }, '.', './', /^\[dockerfile-path\] `\.\/` is no path inside/],
  [
    'an archive without it',
    { 'x.zip': makeZip([{ path: 'a/Dockerfile' }]) },
    'x.zip',
    'Dockerfile',
    /^\[dockerfile-path\] .* Set `dockerfile-path` to one of these: `a\/Dockerfile`/
  ]
]

test.each(PROBLEMS)('%s is a problem', async (_, spec, code, dockerfilePath, message) => {
  expect(await problemOf(spec, code, dockerfilePath)).toMatch(message)
})

const RULED: readonly [string, TreeSpec, readonly string[]][] = [
  ['what `.dockerignore` says', { '.dockerignore': 'a\n**/*.md', a: '', 'b/a': '', 'b/x.md': '' }, ['b/a']],
  ['what `.igniteignore` says besides', { '.dockerignore': 'a', '.igniteignore': 'b', a: '', b: '', c: '' }, ['c']],
  [
    'what one says, where the other takes it back',
    { '.dockerignore': 'a\n!b', '.igniteignore': '!a\nb', a: '', b: '', c: '' },
    ['c']
  ],
  [
    'no file back below an excluded directory, unless told',
    { '.dockerignore': 'd\n!d/e/k', 'd/e/k': '', 'd/x': '' },
    ['d/e/k']
  ],
  ['nested files of docker as any other', { 'd/.dockerignore': 'a', 'd/a': '' }, ['d/a']],
  ['the skip list of the CLI', { 'node_modules/a': '', '.venv/b': '', c: '' }, ['c']],
  [
    'a directory of the skip list that docker names',
    { '.dockerignore': '!.venv', '.venv/a.jar': '', '.venv/b/c': '' },
    ['.venv/a.jar', '.venv/b/c']
  ],
  ['only some files of one', { '.dockerignore': '!.venv/*.jar', '.venv/a.jar': '', '.venv/b/c': '' }, ['.venv/a.jar']],
  [
    'all below a part of one',
    { '.dockerignore': 'node_modules\n!node_modules/@a/**', 'node_modules/@a/b/c': '', 'node_modules/d': '' },
    ['node_modules/@a/b/c']
  ],
  [
    'nothing of one for an exception that does not name it',
    { '.dockerignore': '**/*.md\n!**/README.md', 'node_modules/a/README.md': '', 'b/README.md': '' },
    ['b/README.md']
  ],
  ['nothing of `.git`', { '.dockerignore': '!.git\n!.git/config', '.git/config': '', a: '' }, ['a']],
  ['sensitive files', { '.dockerignore': '!**', '.env': '', 'a/id_rsa': '', b: '' }, ['b']],
  [
    'sensitive files but the named ones',
    { '.dockerignore': '!.env\n!.aws/config', '.env': '', '.aws/config': '', '.aws/credentials': '' },
    ['.aws/config', '.env']
  ]
]

test.each(RULED)('a context obeys %s', async (_, spec, paths) => {
  expect(await pathsOf(spec)).toEqual(paths)
})

test('the Dockerfile is sent also where `.dockerignore` leaves out all', async () => {
  using tree = new TemporaryTree({ '.dockerignore': '*', 'docker/Dockerfile': '', a: '' })
  expect((await opened(tree, '.', 'docker/Dockerfile')).paths).toEqual(['docker/Dockerfile'])
})

test('the ignore file beside the Dockerfile wins', async () => {
  const spec = { '.dockerignore': 'a', 'd/api.Dockerfile.dockerignore': 'b\nd/*.dockerignore', a: '', b: '' }
  expect(await pathsOf(spec, 'd/api.Dockerfile')).toEqual(['a', 'd/api.Dockerfile'])
})

test('a bad line of `.dockerignore` is named', async () => {
  using tree = new TemporaryTree({ 'web/.dockerignore': 'a\n[', 'web/a': '' })
  expect(await failureOf(inspectedContext(tree, 'web'))).toMatch(
    /^SourceError: Line 2 of `web\/\.dockerignore` has a `\[`/
  )
})

test('a context may hold what code may not', async () => {
  using tree = new TemporaryTree({ Dockerfile: '', a: '' })
  truncateSync(tree.at('a'), 250_000_000)
  const asked = { dockerfilePath: 'Dockerfile' }
  expect(await inspectedContext(tree, '.', asked)).toMatchObject({ hasDockerfile: true })
  truncateSync(tree.at('a'), 2 ** 31 + 1)
  expect(await failureOf(inspectedContext(tree, '.', asked))).toMatch(
    /`a` in `\.` has 2\.1 GB; a file may have 2\.1 GB/
  )
})
