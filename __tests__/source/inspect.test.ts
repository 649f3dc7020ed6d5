import { execFileSync } from 'node:child_process'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@jest/globals'
import type { SourceError } from '../../src/model/errors.ts'
import type { Runtime } from '../../src/model/plan.ts'
import type { InspectedCode } from '../../src/model/ports/inspection-port.ts'
import { makeTar, makeZip } from './support/archives.ts'
import { inspected } from './support/packing.ts'
import { DeniedPath, failureOf, TemporaryTree, type TreeSpec } from './support/trees.ts'

function sound(inspection: InspectedCode): Exclude<InspectedCode, { problems: unknown }> {
  if ('problems' in inspection) throw new Error(JSON.stringify(inspection.problems))
  return inspection
}

function problemOf(inspection: InspectedCode): string {
  if (!('problems' in inspection)) return 'no problem'
  return inspection.problems.map(({ inputs, message, fix }) => `[${inputs}] ${message} ${fix}`).join('\n')
}

const MARKED: readonly [string, Runtime][] = [
  ['handler.py', 'python'],
  ['Cargo.toml', 'rust'],
  ['go.mod', 'go'],
  ['handler.go', 'go'],
  ['main.go', 'go'],
  ['deno.json', 'deno'],
  ['deno.jsonc', 'deno'],
  ['main.ts', 'deno'],
  ['main.js', 'deno'],
  ['lib.rs', 'rust']
]

test.each(MARKED)('%s at the root tells the runtime %s', async (marker, runtime) => {
  using tree = new TemporaryTree({ [marker]: '', 'sub/handler.py': '', README: '' })
  expect(sound(await inspected(tree))).toMatchObject({ runtime, runtimeFrom: marker })
})

test.each(MARKED)('%s at the root of an archive tells the runtime %s', async (marker, runtime) => {
  using tree = new TemporaryTree({
    'x.zip': makeZip([{ path: marker }]),
    'x.tgz': gzipSync(makeTar([{ path: `./${marker}` }]))
  })
  for (const name of ['x.zip', 'x.tgz']) {
    expect(sound(await inspected(tree, name))).toMatchObject({ runtime, runtimeFrom: marker })
  }
})

test.each([
  ['handler.py', 'python'],
  ['lambda.rs', 'rust'],
  ['x.go', 'go'],
  ['x.ts', 'deno']
])('the single file %s tells the runtime %s', async (name, runtime) => {
  using tree = new TemporaryTree({ [name]: 'code' })
  expect(sound(await inspected(tree, name))).toMatchObject({ runtime, runtimeFrom: name })
})

test('several files of one runtime are no question', async () => {
  using tree = new TemporaryTree({ 'go.mod': '', 'main.go': '', 'handler.go': '' })
  expect(sound(await inspected(tree))).toMatchObject({ runtime: 'go', runtimeFrom: 'go.mod' })
})

test('a runtime that the user names wins, whatever else lies there', async () => {
  using tree = new TemporaryTree({ 'handler.py': '', 'cmd/a.go': '', Dockerfile: '' })
  expect(sound(await inspected(tree, '.', { runtime: 'go' }))).toMatchObject({ runtime: 'go', runtimeFrom: undefined })
})

test('a runtime that the user names wins over one that is found by a surer file', async () => {
  using tree = new TemporaryTree({ 'handler.py': '', 'Cargo.toml': '' })
  expect(sound(await inspected(tree, '.', { runtime: 'rust' }))).toMatchObject({ runtime: 'rust' })
})

test('a runtime that no file is of is told, where the files tell another', async () => {
  using tree = new TemporaryTree({ 'handler.py': '', 'lib/a.py': '' })
  expect(problemOf(await inspected(tree, '.', { runtime: 'go' }))).toBe(
    '[runtime] `.` holds no file of `runtime: go`, but `handler.py`, which is python. Remove `runtime`, or point `code` at the directory that holds the go code.'
  )
})

test('Python of another name is told, also where the runtime is named', async () => {
  using tree = new TemporaryTree({ 'main.py': '', 'lib/a.py': '' })
  expect(problemOf(await inspected(tree, '.', { runtime: 'python' }))).toBe(
    '[code] `.` has no handler.py at its root. Python apps begin with `handler.py`: rename `main.py`, or point `code` at the directory that holds it.'
  )
})

test('a manifest is not read', async () => {
  using tree = new TemporaryTree({ 'info.yaml': 'runtime: python' })
  expect(problemOf(await inspected(tree))).toContain('[runtime] `.` tells no runtime')
})

test('what is left out and what is exposed is told', async () => {
  using tree = new TemporaryTree({
    'handler.py': '',
    '.env': '',
    'x.zip': makeZip([{ path: 'handler.py' }, { path: '.env' }])
  })
  expect(await sound(await inspected(tree)).found.pack()).toMatchObject({ withheld: ['.env'], exposed: [] })
  expect(await sound(await inspected(tree, 'x.zip')).found.pack()).toMatchObject({ withheld: [], exposed: ['.env'] })
})

const PROBLEMS: readonly [string, TreeSpec, string, RegExp][] = [
  ['is missing', {}, 'web', /^\[code\] `web` does not exist \(looked at `\/.*\/web`\)\. Give `code` a directory/],
  ['is a broken link', { web: { link: 'gone' } }, 'web', /^\[code\] `web` is a symlink that leads nowhere/],
  ['is a link to itself', { web: { link: 'web' } }, 'web', /^\[code\] `web` is part of a loop/],
  ['lies below a file', { web: '' }, 'web/app', /^\[code\] `web\/app` lies below a file/],
  [
    'is an empty submodule',
    { 'web/': '', '.git/HEAD': '', '.gitmodules': '[submodule "web"]\npath = web' },
    'web',
    /^\[code\] .*There is nothing to deploy: `web` is an empty submodule\. Set `submodules: true` of actions\/checkout\.$/
  ],
  ['is empty', { 'web/': '' }, 'web', /^\[code\] There is nothing to deploy: `web` holds no file that is packed/],
  [
    'is left out as a whole',
    { 'web/.env': '', 'web/.git/x': '' },
    'web',
    /^\[code\] There is nothing to deploy: `web` holds no file that is packed\. Left out, because .* secrets: `\.env`\. Point/
  ],
  [
    'holds many secrets alone',
    { 'web/.env': '', 'web/.env.a': '', 'web/.env.b': '', 'web/.env.c': '' },
    'web',
    /secrets: `\.env`, `\.env\.a`, `\.env\.b` and 1 more\. Point `code`/
  ],
  ['climbs', {}, '../..', /^\[code\] `\.\.\/\.\.` lies outside the workspace/],
  ['is a link out', { web: { link: '/etc' } }, 'web', /^\[code\] `web` lies outside the workspace, at `\/etc`/],
  ['is .git', { '.git/x': '' }, '.git', /^\[code\] `\.git` is never packed/],
  ['lies in .git', { '.git/x/y': '' }, '.git/x', /^\[code\] `\.git\/x` is never packed/],
  [
    'tells nothing',
    { 'web/a': '' },
    'web',
    /^\[runtime\] `web` tells no runtime .* Point `code` at the directory of the app, or set `runtime` to rust, go or deno\.$/
  ],
  [
    'has Python of another name',
    { 'web/main.py': '', 'web/util.py': '' },
    'web',
    /begin with `handler\.py`: rename `main\.py`, or point `code` at .* For another language, set `runtime` to rust, go or deno\.$/
  ],
  [
    'has a Dockerfile',
    { 'web/Dockerfile': '' },
    'web',
    /^\[dockerfile-path,runtime\] .* Set `dockerfile-path: Dockerfile` to build an image from it, or `runtime`/
  ],
  [
    'tells too much',
    { 'handler.py': '', 'main.ts': '' },
    '.',
    /^\[runtime\] `\.` could be python \(handler\.py\) or deno \(main\.ts\)\. Set `runtime` to python or deno\.$/
  ],
  [
    'is a file that tells nothing',
    { 'app.py': '' },
    'app.py',
    /^\[runtime\] `app\.py` has no name that tells a runtime/
  ],
  [
    'holds the app one directory deeper',
    { 'greeter/handler.py': '', 'greeter/lib/main.ts': '' },
    '.',
    /^\[code\] `\.` tells no runtime .*, but found `greeter\/handler\.py`\. Point `code` at `greeter`\.$/
  ],
  [
    'holds apps two directories deeper',
    { 'services/b/go.mod': '', 'services/a/handler.py': '', 'x/y/z/Cargo.toml': '' },
    'services/..',
    /^\[code\] .*, but found `services\/a\/handler\.py` and `services\/b\/go\.mod`\. Point `code` at `services\/a`\.$/
  ],
  [
    'holds many apps',
    Object.fromEntries(Array.from({ length: 5 }, (_, at) => [`web/${at}/Cargo.toml`, ''])),
    'web',
    /but found `0\/Cargo\.toml`, `1\/Cargo\.toml`, `2\/Cargo\.toml` and 2 more\. Point `code` at `web\/0`\.$/
  ],
  [
    'is an archive of the directory above the app',
    { 'x.zip': makeZip([{ path: 'greeter/handler.py' }]) },
    'x.zip',
    /^\[code\] .*, but found `greeter\/handler\.py`\. Make the archive inside `greeter`, so that `handler\.py` lies at its root\.$/
  ],
  [
    'holds Python far below',
    { 'a/b/c/d/handler.py': '', 'setup.py': '' },
    '.',
    /^\[code\] .*, but found `a\/b\/c\/d\/handler\.py`\. Point `code` at `a\/b\/c\/d`\.$/
  ],
  ['lies in a directory too deep to be meant', { 'a/b/c/main.ts': '' }, '.', /^\[runtime\] `\.` tells no runtime/],
  [
    'is a file that is likely to hold secrets',
    { '.env': 'KEY=1' },
    '.env',
    /^\[code\] `code: \.env` is not sent: it is, or links to, .* write `!\.env` into an `\.igniteignore` beside it\.$/
  ],
  [
    'is a link to such a file',
    { '.env': '', 'handler.py': { link: '.env' } },
    'handler.py',
    /^\[code\] `code: handler\.py` is not sent/
  ],
  [
    'is a link to one of another directory',
    { 'app/handler.py': { link: '../.aws/keys' }, '.aws/keys': '' },
    'app/handler.py',
    /^\[code\] `code: app\/handler\.py` is not sent/
  ],
  [
    'is a link into .git',
    { '.git/x': '', 'handler.py': { link: '.git/x' } },
    'handler.py',
    /^\[code\] .* is never packed/
  ],
  [
    'is left out by its ignore file',
    { 'handler.py': '', '.igniteignore': '*.py' },
    'handler.py',
    /^\[code\] `handler\.py` is left out by the `\.igniteignore` beside it\. Remove the line there/
  ],
  ['is a zip by name only', { 'x.zip': 'text' }, 'x.zip', /^\[code\] `x\.zip` is named like a \.zip file but is none/],
  [
    'is a tar.gz by name only',
    { 'x.tgz': makeZip([]) },
    'x.tgz',
    /^\[code\] `x\.tgz` is a \.zip file by its content but is not/
  ],
  ['is a zip by content only', { 'a.py': makeZip([]) }, 'a.py', /^\[code\] `a\.py` is a \.zip file by its content/],
  ['is another archive', { 'x.tar': '' }, 'x.tar', /^\[code\] `x\.tar` is an archive that the platform does not take/],
  ['is an empty zip', { 'x.zip': makeZip([]) }, 'x.zip', /^\[code\] There is nothing to deploy: `x\.zip` holds no file/]
]

test.each(PROBLEMS)('code that %s is a problem', async (_, spec, code, message) => {
  using tree = new TemporaryTree(spec)
  expect(problemOf(await inspected(tree, code))).toMatch(message)
})

test('a FIFO as code is a problem and does not hang', async () => {
  using tree = new TemporaryTree()
  execFileSync('mkfifo', [tree.at('pipe')])
  expect(problemOf(await inspected(tree, 'pipe'))).toMatch(/^\[code\] `pipe` is a FIFO/)
})

test('a link inside the workspace is followed, also where the workspace is named through a link', async () => {
  using tree = new TemporaryTree({ 'real/app/handler.py': '', code: { link: 'real/app' }, workspace: { link: '.' } })
  const inspection = await inspected(tree, 'workspace/code', { workspace: tree.at('workspace') })
  expect(sound(inspection).runtime).toBe('python')
})

test('a directory beside the workspace whose name begins alike lies outside', async () => {
  using tree = new TemporaryTree({ 'app/x': '', 'app-2/handler.py': '', '..app/handler.py': '' })
  const beside = await inspected(tree, 'app-2', { workspace: tree.at('app') })
  expect(problemOf(beside)).toMatch(/lies outside the workspace/)
  expect(sound(await inspected(tree, '..app')).runtime).toBe('python')
})

test('a file that cannot be packed is a SourceError', async () => {
  using tree = new TemporaryTree({ 'handler.py': '', out: { link: '/etc/passwd' } })
  expect(await failureOf(inspected(tree))).toMatch(/^SourceError: The symlink `out`/)
})

test.each([
  ['a file', '_temp/handler.py'],
  ['a directory', '_temp'],
  ['a link', 'handler.py']
])('%s of the runner’s own directory is never packed', async (_, code) => {
  using tree = new TemporaryTree({ '_temp/handler.py': '', 'handler.py': { link: '_temp/handler.py' } })
  const exclude = [tree.at('_temp')]
  expect(problemOf(await inspected(tree, code, { exclude }))).toBe(
    `[code] \`${code}\` is never packed. Give \`code\` a directory, a source file, a .zip or a .tar.gz that lies in the checkout.`
  )
})

test('Python code whose handler lies deeper is told, also where the runtime is named', async () => {
  using tree = new TemporaryTree({ 'greeter/handler.py': '', 'setup.py': '', 'go/main.go': '' })
  expect(problemOf(await inspected(tree, '.', { runtime: 'python' }))).toBe(
    '[code] `.` has no handler.py at its root, but found `greeter/handler.py`. Point `code` at `greeter`.'
  )
  expect(sound(await inspected(tree, '.', { runtime: 'go' })).runtime).toBe('go')
})

test.each([
  ['file', 'x.py', 'x.py'],
  ['archive', 'x.zip', 'x.zip'],
  ['directory', 'd', 'd'],
  ['way to a file', 'd/handler.py', 'd']
])('a %s that cannot be read is told', async (_, code, denied) => {
  using tree = new TemporaryTree({ 'x.py': '', 'x.zip': makeZip([{ path: 'handler.py' }]), 'd/handler.py': '' })
  using _denied = new DeniedPath(tree, denied)
  const told = await inspected(tree, code).then(problemOf, (error: SourceError) => `${error.message} ${error.hint}`)
  expect(told).toMatch(/cannot be read: permission denied.* Give the user of the runner the right to read it\.$/)
  expect(told).toContain(`\`${code}\``)
})
