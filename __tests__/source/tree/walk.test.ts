import { execFileSync } from 'node:child_process'
import { linkSync, mkdirSync, renameSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { listedFile } from '../../../src/source/files/entry.ts'
import { OpenFile } from '../../../src/source/files/open-file.ts'
import { walk } from '../../../src/source/tree/walk.ts'
import { DeniedPath, failureOf, TemporaryTree, type TreeSpec } from '../support/trees.ts'

const isRoot = process.getuid?.() === 0

function walked(tree: TemporaryTree, exclude: readonly string[] = []) {
  return walk({ root: tree.root, shownRoot: 'web', exclude })
}

async function pathsOf(tree: TemporaryTree, exclude: readonly string[] = []): Promise<readonly string[]> {
  return (await walked(tree, exclude)).entries.map((entry) => entry.path)
}

test('files come in the byte order of their whole path', async () => {
  using tree = new TemporaryTree({ 'b/x': '', 'b.txt': '', a: '', '\u{1f600}': '', '\uffee': '', Z: '' })
  expect(await pathsOf(tree)).toEqual(['Z', 'a', 'b.txt', 'b/x', '\uffee', '\u{1f600}'])
})

test('empty directories are no part of the tree', async () => {
  using tree = new TemporaryTree({ 'empty/': '', 'some/empty/': '', 'some/file': 'x' })
  expect(await pathsOf(tree)).toEqual(['some/file'])
})

test('only the owner decides whether a file is executable', async () => {
  using tree = new TemporaryTree({ run: { mode: 0o744, text: '' }, data: { mode: 0o655, text: '' } })
  const { entries } = await walked(tree)
  expect(entries.map((entry) => [entry.path, entry.executable])).toEqual([
    ['data', false],
    ['run', true]
  ])
})

test('what is never packed and what the CLI skips stays out in silence', async () => {
  using tree = new TemporaryTree({
    '.git/config': 'AUTHORIZATION: basic x',
    'module/.git': 'gitdir: ../.git/modules/module',
    'module/main.rs': '',
    'gha-creds-12.json': '{}',
    'node_modules/a/index.js': '',
    'Cargo.toml': '',
    'target/debug/app': '',
    'java/target/app.jar': '',
    '.DS_Store': '',
    'handler.py': ''
  })
  const { entries, withheld } = await walked(tree)
  expect(entries.map((entry) => entry.path)).toEqual([
    'Cargo.toml',
    'handler.py',
    'java/target/app.jar',
    'module/main.rs'
  ])
  expect(withheld).toEqual([])
})

test('sensitive files stay out and are reported', async () => {
  using tree = new TemporaryTree({
    '.env': '',
    '.env.example': '',
    '.ssh/id_rsa': '',
    'keys/a.pem': '',
    '.docker/config.json': '',
    '.docker/other.json': ''
  })
  const { entries, withheld } = await walked(tree)
  expect(entries.map((entry) => entry.path)).toEqual(['.docker/other.json', '.env.example'])
  expect(withheld).toEqual(['.docker/config.json', '.env', '.ssh/', 'keys/a.pem'])
})

test('an excluded directory stays out where it lies inside the root, and is no matter where it does not', async () => {
  using tree = new TemporaryTree({ '_temp/token': '', 'a/b': '', l: { link: 'a/b' } })
  expect(await pathsOf(tree, [tree.at('_temp'), join(tree.root, '..'), '/nowhere'])).toEqual(['a/b', 'l'])
})

test('a symlink inside the tree is followed, to a file and to a directory', async () => {
  using tree = new TemporaryTree({
    'lib/a.py': 'a',
    'lib/sub/b.py': 'b',
    'file.py': { link: 'lib/a.py' },
    'vendor/lib': { link: '../lib' }
  })
  const { entries } = await walked(tree)
  expect(entries.map((entry) => [entry.path, entry.file.slice(tree.root.length + 1)])).toEqual([
    ['file.py', 'lib/a.py'],
    ['lib/a.py', 'lib/a.py'],
    ['lib/sub/b.py', 'lib/sub/b.py'],
    ['vendor/lib/a.py', 'lib/a.py'],
    ['vendor/lib/sub/b.py', 'lib/sub/b.py']
  ])
})

test('an absolute symlink that stays inside the tree is followed', async () => {
  using tree = new TemporaryTree({ a: 'x' })
  tree.add('b', { link: tree.at('a') })
  expect(await pathsOf(tree)).toEqual(['a', 'b'])
})

test('hard links are files of their own', async () => {
  using tree = new TemporaryTree({ a: 'x' })
  linkSync(tree.at('a'), tree.at('b'))
  expect(await pathsOf(tree)).toEqual(['a', 'b'])
})

const LINKS: readonly [string, TreeSpec, RegExp][] = [
  ['leaves the tree', { 'a/l': { link: '../../x' }, '../x': '' }, /`web\/a\/l` \(to `\.\.\/\.\.\/x`\) leads out/],
  ['is absolute and leads out', { l: { link: '/etc/passwd' } }, /`web\/l` \(to `\/etc\/passwd`\) leads out/],
  ['is broken', { 'a/l': { link: 'nothing' } }, /`web\/a\/l` \(to `nothing`\) leads nowhere/],
  ['is itself', { l: { link: 'l' } }, /`web\/l` \(to `l`\) is part of a loop/],
  ['is in a loop', { a: { link: 'b' }, b: { link: 'a' } }, /`web\/[ab]` .* is part of a loop/],
  ['leads to its own directory', { 'a/l': { link: '.' } }, /`web\/a\/l` .* leads back to itself/],
  ['leads to the root', { 'a/b/l': { link: '../..' } }, /`web\/a\/b\/l` .* leads back to itself/],
  ['leads into .git', { '.git/config': '', l: { link: '.git/config' } }, /`web\/l` .* never packed/]
]

test.each(LINKS)('a symlink that %s is named', async (_, spec, message) => {
  using parent = new TemporaryTree()
  mkdirSync(parent.at('root'))
  for (const [path, content] of Object.entries(spec)) parent.add(join('root', path), content)
  const failure = await failureOf(walk({ root: parent.at('root'), shownRoot: 'web', exclude: [] }))
  expect(failure).toMatch(message)
  expect(failure).toMatch(/^SourceError/)
})

test('directories that link to each other end in an error, not in an endless walk', async () => {
  using tree = new TemporaryTree({ 'a/to-b': { link: '../b' }, 'b/to-a': { link: '../a' } })
  expect(await failureOf(walked(tree))).toMatch(/leads back to itself/)
})

test('a symlink into an excluded directory is an error', async () => {
  using tree = new TemporaryTree({ '_temp/token': '', l: { link: '_temp/token' } })
  expect(await failureOf(walked(tree, [tree.at('_temp')]))).toMatch(/`web\/l` .* never packed/)
})

test('directories that are left out by default are named, each once', async () => {
  using tree = new TemporaryTree({
    'node_modules/a': '',
    'lib/node_modules/a': '',
    '__pycache__/a': '',
    '.DS_Store': ''
  })
  expect(await walked(tree)).toMatchObject({ entries: [], skipped: ['__pycache__', 'node_modules'], withheld: [] })
})

test('what an ignore file leaves out or takes back is not named', async () => {
  using tree = new TemporaryTree({
    '.igniteignore': 'node_modules\n!target',
    'Cargo.toml': '',
    'node_modules/a': '',
    'target/a': '',
    'target/sub/a': '',
    '.venv/a': ''
  })
  expect(await walked(tree)).toMatchObject({
    entries: [{ path: 'Cargo.toml' }, { path: 'target/a' }, { path: 'target/sub/a' }],
    skipped: ['.venv']
  })
})

test('a symlink to a sensitive file is withheld like the file', async () => {
  using tree = new TemporaryTree({ '.aws/credentials': '', '.env': '', config: { link: '.env' }, c: { link: '.aws' } })
  expect(await walked(tree)).toMatchObject({ entries: [], skipped: [], withheld: ['.aws/', '.env', 'c/', 'config'] })
})

test('a sensitive file is withheld below a linked directory too', async () => {
  using tree = new TemporaryTree({ '.docker/config.json': '', '.docker/a': '', d: { link: '.docker' } })
  expect((await walked(tree)).withheld).toEqual(['.docker/config.json', 'd/config.json'])
})

test('a link to a skipped directory under another name is followed, one under its own name is skipped', async () => {
  using tree = new TemporaryTree({ '.venv/x': '', wanted: { link: '.venv' }, node_modules: { link: '/usr' } })
  expect(await pathsOf(tree)).toEqual(['wanted/x'])
})

test('many links to many links stop at a limit', async () => {
  using tree = new TemporaryTree()
  for (let level = 0; level < 40; level++) {
    for (const name of ['l', 'r']) tree.add(`${level}/${name}`, { link: `../${level + 1}` })
  }
  tree.add('40/end', '')
  expect(await failureOf(walked(tree))).toMatch(/more than 20000 (files|directories)/)
})

test('a FIFO is named and does not hang', async () => {
  using tree = new TemporaryTree({ 'a/': '' })
  execFileSync('mkfifo', [tree.at('a/pipe')])
  tree.add('to-pipe', { link: 'a/pipe' })
  expect(await failureOf(walked(tree))).toMatch(/`web\/(a\/pipe|to-pipe)` is a FIFO/)
})

test('a socket is named', async () => {
  using tree = new TemporaryTree()
  const server = createServer()
  await new Promise<void>((listening) => server.listen(tree.at('s'), listening))
  try {
    expect(await failureOf(walked(tree))).toMatch(/`web\/s` is a socket/)
  } finally {
    server.close()
  }
})

const whenPrivileged = isRoot ? test : test.skip
whenPrivileged('a device is named (only root can make one)', async () => {
  using tree = new TemporaryTree()
  execFileSync('mknod', [tree.at('null'), 'c', '1', '3'])
  expect(await failureOf(walked(tree))).toMatch(/`web\/null` is a device/)
})

test.each([
  ['directory', { 'a/b': '' }, 'a'],
  ['file', { 'd/a': '' }, 'd/a'],
  ['ignore file', { '.igniteignore': '' }, '.igniteignore']
])('an unreadable %s is named', async (_, spec, path) => {
  using tree = new TemporaryTree(spec)
  using _denied = new DeniedPath(tree, path)
  const failure = walked(tree)
  await expect(failure).rejects.toMatchObject({
    name: 'SourceError',
    message: `\`web/${path}\` cannot be read: permission denied.`,
    hint: 'Give the user of the runner the right to read it.'
  })
})

test.each([
  [Buffer.from('a\nb'), /`web\/a\\u\{a\}b` has a control character/],
  [Buffer.from('##[error]x'), /`web\/\\u\{23\}#\[error\]x` has a name that the runner reads/],
  [Buffer.from('a\\b'), /`web\/a\\b` has a backslash/],
  [Buffer.from([0x61, 0xff]), /`web\/a\\xff` has a name that is not UTF-8/]
])('the file name %j is refused and shown without harm', async (name, message) => {
  using tree = new TemporaryTree()
  writeFileSync(Buffer.concat([Buffer.from(`${tree.root}/`), name]), '')
  const failure = await failureOf(walked(tree))
  expect(failure).toMatch(message)
  expect(failure).not.toMatch(/\n|##\[/)
})

test('names that differ only in case are refused', async () => {
  using tree = new TemporaryTree({ 'a/README': '', 'a/readme': '' })
  expect(await failureOf(walked(tree))).toMatch(/`a\/README` and `a\/readme` in `web` differ only in case/)
})

test('a twin that is left out anyway is no matter', async () => {
  using tree = new TemporaryTree({ '.env': '', '.venv/x': '', '.Venv': '' })
  expect(await pathsOf(tree)).toEqual(['.Venv'])
})

test('a tree that is too deep is refused', async () => {
  using tree = new TemporaryTree()
  mkdirSync(join(tree.root, ...Array(70).fill('d')), { recursive: true })
  expect(await failureOf(walked(tree))).toMatch(/lies more than 64 levels deep/)
})

test('a sparse file of 50 GB is refused by its size, with the largest files named', async () => {
  using tree = new TemporaryTree({ small: 'x' })
  writeFileSync(tree.at('big'), '')
  truncateSync(tree.at('big'), 50_000_000_000)
  expect(await failureOf(walked(tree))).toMatch(
    /`big` in `web` has 50\.0 GB; a file may have 100\.0 MB\. The largest: `big` 50\.0 GB, `small` 1 B\./
  )
})

test('a total that is too large is refused', async () => {
  using tree = new TemporaryTree({ a: '', b: '', c: '' })
  for (const name of ['a', 'b', 'c']) truncateSync(tree.at(name), 70_000_000)
  expect(await failureOf(walked(tree))).toMatch(/`web` holds 210\.0 MB; a package may hold 200\.0 MB\. The largest: /)
})

test('more than 20,000 files are refused', async () => {
  using tree = new TemporaryTree()
  for (let number = 0; number <= 20_000; number++) writeFileSync(tree.at(String(number)), '')
  expect(await failureOf(walked(tree))).toMatch(/`web` holds more than 20000 files/)
})

test('the root may be called anything', async () => {
  using tree = new TemporaryTree({ 'x/a': '' })
  renameSync(tree.at('x'), tree.at('node_modules'))
  const { entries } = await walk({ root: tree.at('node_modules'), shownRoot: '.', exclude: [] })
  expect(entries.map((entry) => [entry.path, entry.shownPath])).toEqual([['a', 'a']])
})

test('a virtual environment of any name is left out like `.venv`', async () => {
  using tree = new TemporaryTree({
    'venv/pyvenv.cfg': '',
    'venv/lib/a.py': '',
    'tools/env3/pyvenv.cfg': '',
    'venv-docs/a': '',
    linked: { link: 'venv' },
    a: ''
  })
  expect(await walked(tree)).toMatchObject({
    entries: [{ path: 'a' }, { path: 'venv-docs/a' }],
    skipped: ['env3', 'linked', 'venv']
  })
})

test('a virtual environment can be taken back by its name', async () => {
  using tree = new TemporaryTree({ '.igniteignore': '!venv', 'venv/pyvenv.cfg': '', 'venv/a': '' })
  expect(await pathsOf(tree)).toEqual(['venv/a', 'venv/pyvenv.cfg'])
})

test('`target` is left out beside a Cargo.toml alone', async () => {
  using tree = new TemporaryTree({
    'rust/Cargo.toml': '',
    'rust/target/x': '',
    'rust/src/target/mod.rs': '',
    'java/target/app.jar': ''
  })
  expect(await walked(tree)).toMatchObject({
    entries: [{ path: 'java/target/app.jar' }, { path: 'rust/Cargo.toml' }, { path: 'rust/src/target/mod.rs' }],
    skipped: ['target']
  })
})

test('a symlink that leads out is left out by an ignore file first', async () => {
  using tree = new TemporaryTree({ l: { link: '/etc/passwd' } })
  await expect(walked(tree)).rejects.toMatchObject({
    hint: 'Leave it out by an `.igniteignore`, or replace it by what it leads to.'
  })
  tree.add('.igniteignore', 'l')
  expect(await pathsOf(tree)).toEqual([])
})

test('that `.git` is never packed is said once where ignore files ask for it', async () => {
  using tree = new TemporaryTree({
    '.igniteignore': '!.git\n!.git/config\n!.github\n.git',
    'sub/.igniteignore': '!/.git/**',
    '.git/config': '',
    '.github/a': ''
  })
  const { entries, remarks } = await walked(tree)
  expect(entries.map(({ path }) => path)).toEqual(['.github/a'])
  expect(remarks).toEqual([{ level: 'notice', text: 'An ignore file asks for `.git`, which is never packed.' }])
})

test('an empty submodule is told, any other empty directory is not', async () => {
  using tree = new TemporaryTree({
    '.gitmodules':
      '[submodule "lib"]\n\tpath = app/lib\n\turl = https://example.com/lib\n[submodule "x"]\npath=app/full',
    '.git/HEAD': '',
    'app/lib/': '',
    'app/full/a': '',
    'app/empty/': '',
    'app/main.go': ''
  })
  const { remarks } = await walk({ root: tree.at('app'), shownRoot: 'app', exclude: [] })
  expect(remarks).toEqual([
    { level: 'warning', text: '`app/lib` is an empty submodule. Set `submodules: true` of actions/checkout.' }
  ])
  tree.add('app/.igniteignore', 'lib')
  expect((await walk({ root: tree.at('app'), shownRoot: 'app', exclude: [] })).remarks).toEqual([])
})

test('a context keeps its empty directories, also those whose files are all left out', async () => {
  using tree = new TemporaryTree({
    'empty/': '',
    'some/empty/': '',
    'some/file': '',
    'secret/.env': '',
    'node_modules/x': '',
    l: { link: 'empty' }
  })
  const context = await walk({ root: tree.root, shownRoot: 'web', exclude: [], purpose: 'context' })
  expect(context.emptyDirectories).toEqual(['empty', 'l', 'secret', 'some/empty'])
  expect((await walked(tree)).emptyDirectories).toEqual([])
})

test('names that differ in case only are a warning in a context, of empty directories too', async () => {
  using tree = new TemporaryTree({ 'a/README': '', 'a/readme': '', 'B/': '', 'b/': '' })
  const { entries, remarks } = await walk({ root: tree.root, shownRoot: 'web', exclude: [], purpose: 'context' })
  expect(entries.length).toBe(2)
  expect(remarks).toEqual([
    { level: 'warning', text: expect.stringMatching(/^`a\/README` and `a\/readme` in `web` .* \(and 1 more\)\./) }
  ])
})

test('on Windows every file of a context is 0755, which is said once, and the device is no part of its identity', async () => {
  using tree = new TemporaryTree({ a: '', 'b/c': '' })
  const root = { root: tree.root, shownRoot: 'web', exclude: [], platform: 'win32' } as const
  const context = await walk({ ...root, purpose: 'context' })
  expect(context.entries.map(({ executable, dev }) => [executable, dev])).toEqual([
    [true, undefined],
    [true, undefined]
  ])
  expect(context.remarks).toEqual([{ level: 'notice', text: expect.stringMatching(/^Windows .* the mode 0755\.$/) }])
  const code = await walk(root)
  expect(code.entries.map(({ executable, dev }) => [executable, dev])).toEqual([
    [false, undefined],
    [false, undefined]
  ])
  expect(code.remarks).toEqual([])
})

test('a file of another device is the same one on Windows alone', async () => {
  using tree = new TemporaryTree({ a: 'x' })
  const listed = listedFile({ file: tree.at('a'), shownPath: 'a' }, statSync(tree.at('a')), 'linux')
  expect(() => new OpenFile({ ...listed, dev: 1 })).toThrow('`a` changed')
  using file = new OpenFile(listedFile({ file: tree.at('a'), shownPath: 'a' }, statSync(tree.at('a')), 'win32'))
  expect(file.slice(0, 1).toString()).toBe('x')
})

test('a single file obeys the rules of its directory, and nothing else is listed', async () => {
  using tree = new TemporaryTree({ 'web/a.py': '', 'web/b.py': '', 'web/pipe/': '' })
  execFileSync('mkfifo', [tree.at('web/fifo')])
  const single = { name: 'a.py', workspace: tree.root }
  const one = () => walk({ root: tree.at('web'), shownRoot: 'web', exclude: [], single })
  expect(await one()).toMatchObject({ entries: [{ path: 'a.py', shownPath: 'web/a.py' }], skipped: [], withheld: [] })
  tree.add('web/.igniteignore', 'a.py')
  expect((await one()).entries).toEqual([])
})
