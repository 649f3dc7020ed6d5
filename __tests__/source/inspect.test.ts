import { execFileSync } from 'node:child_process'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@jest/globals'
import type { InspectedCode } from '../../src/model/inspection-port.ts'
import type { Runtime } from '../../src/model/plan.ts'
import { makeTar, makeZip } from './support/archives.ts'
import { inspected } from './support/packing.ts'
import { failureOf, TemporaryTree, type TreeSpec } from './support/trees.ts'

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
  ['main.ts', 'deno']
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

test('a runtime that the user names wins, whatever lies there', async () => {
  using tree = new TemporaryTree({ 'handler.py': '', 'main.ts': '', Dockerfile: '' })
  expect(sound(await inspected(tree, '.', { runtime: 'go' }))).toMatchObject({ runtime: 'go', runtimeFrom: undefined })
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
  ['is missing', {}, 'web', /^\[code\] `web` does not exist \(looked at `\/.*\/web`\)\. Give a directory/],
  ['is a broken link', { web: { link: 'gone' } }, 'web', /^\[code\] `web` is a symlink that leads nowhere/],
  ['is a link to itself', { web: { link: 'web' } }, 'web', /^\[code\] `web` is part of a loop/],
  ['lies below a file', { web: '' }, 'web/app', /^\[code\] `web\/app` lies below a file/],
  ['is empty', { 'web/': '' }, 'web', /^\[code\] There is nothing to deploy: `web` holds no file that is packed/],
  ['is left out as a whole', { 'web/.env': '', 'web/.git/x': '' }, 'web', /^\[code\] There is nothing to deploy/],
  ['climbs', {}, '../..', /^\[code\] `\.\.\/\.\.` lies outside the workspace/],
  ['is a link out', { web: { link: '/etc' } }, 'web', /^\[code\] `web` lies outside the workspace, at `\/etc`/],
  ['is .git', { '.git/x': '' }, '.git', /^\[code\] `\.git` is never packed/],
  ['lies in .git', { '.git/x/y': '' }, '.git/x', /^\[code\] `\.git\/x` is never packed/],
  [
    'tells nothing',
    { 'web/a': '' },
    'web',
    /^\[runtime\] `web` tells no runtime .* Set `runtime` to rust, go or deno\.$/
  ],
  [
    'has Python of another name',
    { 'web/main.py': '', 'web/util.py': '' },
    'web',
    /begin with `handler\.py`: rename `main\.py`, or point `code` at .* For another language, set `runtime` to rust, go or deno\.$/
  ],
  [
    'has its handler one directory deeper',
    { 'web/README.md': '', 'web/greeter/handler.py': '', 'web/setup.py': '' },
    'web',
    /begin with `handler\.py`: `greeter\/handler\.py` was found, so point `code` at its directory\./
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
