import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { create, toBinary } from '@bufbuild/protobuf'
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Emulator, startEmulator } from '../../emulator/start.ts'
import { startGitHub } from '../../runner/github/github-server.ts'
import { type LicensedPackage, readLicences } from '../../tooling/bundle/licences.ts'
import { inputsFor, messagesOf, ROOT, run, runMain, startAction, Workspace } from '../support/deploying.ts'
import { arrived } from './support/live-app.ts'
import { Observer, type Seen } from './support/observing.ts'
import { PackagesByText } from './support/packages-by-text.ts'

const PUBLISH = 'ComputeService/PublishDraft'

const workspace = new Workspace()
const elsewhere = mkdtempSync(path.join(tmpdir(), 'an äction '))
let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator()
  for (const each of ['action.yml', 'dist'])
    cpSync(path.join(ROOT, each), path.join(elsewhere, each), { recursive: true })
})

afterAll(async () => {
  workspace[Symbol.dispose]()
  rmSync(elsewhere, { recursive: true, force: true })
  await emulator.close()
})

/** The files that a stage loaded, from the action's directory on; none of what the test put in front. */
function filesOf({ loaded }: Seen): readonly string[] {
  const files = loaded
    .filter((url) => url.startsWith('file:'))
    .map((url) => path.relative(elsewhere, fileURLToPath(url)))
  return files.filter((file) => !file.endsWith('observer.mjs'))
}

/** Main, and post with the state that it leaves, from the directory without node_modules. */
async function stages(inputs = {}, github = {}): Promise<readonly Seen[]> {
  using observer = new Observer()
  const options = { directory: elsewhere, inputs: inputsFor(emulator, inputs), env: observer.env, github }
  const { main, post } = await run(workspace, options)
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  expect(post).toMatchObject({ exitCode: 0, raw: '' })
  return observer.stages
}

/** What the licences of a stage tell of. */
function packagesOf(stage: 'main' | 'post'): readonly LicensedPackage[] {
  return readLicences(readFileSync(path.join(ROOT, 'dist', stage, 'licenses.txt'), 'utf8'))
}

/** The packages that have code in files of main. */
function packagesIn(files: readonly string[]): readonly string[] {
  const names = files.map((file) => path.basename(file))
  return packagesOf('main').flatMap(({ name, files: parts }) => (names.some((file) => parts.has(file)) ? [name] : []))
}

function textOf(files: readonly string[]): string {
  return files.map((file) => readFileSync(path.join(elsewhere, file), 'utf8')).join('\n')
}

const START = path.join('dist', 'main', 'index.js')
const TO_START = ['@actions/core', 'ignore']
const TO_DEPLOY = ['@actions/core', '@bufbuild/protobuf', '@grpc/grpc-js', '@js-sdsl/ordered-map', 'ignore']

describe('The bundle', () => {
  test('runs without node_modules, in a directory with a space and a letter that is not ASCII', async () => {
    expect(existsSync(path.join(elsewhere, 'node_modules'))).toBe(false)
    const [main] = await stages()
    expect(filesOf(main!)).toContain(START)
  })

  test('of a plain deploy is at most 1.8 MB, and holds what is needed for it', async () => {
    const [main] = await stages({ app: 'plain' })
    const files = filesOf(main!)
    const sizes = files.map((file) => statSync(path.join(elsewhere, file)).size)
    expect(sizes.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(1_800_000)
    expect(packagesIn(files)).toEqual(TO_DEPLOY)
  })

  test('loads its first file alone where an input is wrong, and no network', async () => {
    using observer = new Observer()
    const inputs = inputsFor(emulator, { app: 'wrong', 'timeout-minutes': 'soon' })
    const main = await runMain(workspace, { directory: elsewhere, inputs, env: observer.env })
    expect(main.outputs['reason_code']).toBe('bad_input')
    const [seen] = observer.stages
    expect(filesOf(seen!)).toEqual([START])
    expect(networking(seen!)).toEqual([])
    expect(packagesIn([START])).toEqual(TO_START)
  })

  test.each([
    ['a config file', { 'config-file': 'app.yaml' }, ['yaml']],
    ['a dotenv file', { 'env-file': 'app.env' }, ['dotenv']],
    ['an archive', { code: 'app.tar.gz' }, ['minipass', 'minizlib', 'tar']]
  ])('loads what reads %s with one', async (_, inputs, packages) => {
    workspace.write('app.yaml', 'description: Greets.\n')
    workspace.write('app.env', 'GREETING=Hello\n')
    execFileSync('tar', ['-czf', 'app.tar.gz', '-C', 'greeter', '.'], { cwd: workspace.path })
    const [main] = await stages({ app: 'files', ...inputs })
    expect(packagesIn(filesOf(main!)).filter((name) => !TO_DEPLOY.includes(name))).toEqual(packages)
  })

  test('loads what speaks to GitHub where something is told there, and nothing of it otherwise', async () => {
    const [plain] = await stages({ app: 'telling' })
    await using github = await startGitHub()
    const [telling] = await stages({ app: 'telling', comment: 'true' }, github.context)
    const speaks = 'class Decorations'
    expect(textOf(filesOf(telling!))).toContain(speaks)
    expect(textOf(filesOf(plain!))).not.toContain(speaks)
  })

  test('loads the types of Google where a descriptor set leaves out one that it uses', async () => {
    const own = readFileSync(path.join(ROOT, 'proto/dodil-ignite-v1.binpb'))
    const user = { name: 'user.proto', dependency: ['google/protobuf/timestamp.proto'] }
    const more = toBinary(FileDescriptorSetSchema, create(FileDescriptorSetSchema, { file: [user] }))
    workspace.write('set.binpb', Buffer.concat([own, more]))
    const [plain] = await stages({ app: 'omitting' })
    const [omitting] = await stages({ app: 'omitting', descriptors: 'set.binpb' })
    const type = 'const TimestampSchema ='
    expect(textOf(filesOf(omitting!))).toContain(type)
    expect(textOf(filesOf(plain!))).not.toContain(type)
  })

  test('brings the descriptors that it needs with it', async () => {
    await stages({ app: 'bundled', descriptors: 'bundled' })
  })

  test('holds no path of the machine that built it', () => {
    for (const file of globSync('dist/**/*.{js,txt}', { cwd: ROOT })) {
      expect(readFileSync(path.join(ROOT, file), 'utf8').includes(ROOT)).toBe(false)
    }
  })
})

describe('A chunk', () => {
  test('that cannot be read is a bug of ours, told before anything is sent', async () => {
    const broken = mkdtempSync(path.join(tmpdir(), 'broken-'))
    try {
      cpSync(path.join(ROOT, 'action.yml'), path.join(broken, 'action.yml'))
      for (const file of ['main/index.js', 'main/package.json', 'post/index.js', 'post/package.json'])
        cpSync(path.join(ROOT, 'dist', file), path.join(broken, 'dist', file))
      const before = emulator.journal.length
      const { main, post } = await run(workspace, { directory: broken, inputs: inputsFor(emulator, { app: 'broken' }) })
      expect(messagesOf(main, 'error')).toEqual([expect.stringContaining('Cannot find module')])
      expect(main).toMatchObject({ exitCode: 1, outputs: { status: 'failed', reason_code: 'internal_error' } })
      expect(main.summary).toContain('a bug in the action')
      expect(post).toMatchObject({ exitCode: 0, raw: '' })
      expect(emulator.journal).toHaveLength(before)
    } finally {
      rmSync(broken, { recursive: true, force: true })
    }
  })

  test('may be loading when the run is cancelled: that is told, and nothing is sent', async () => {
    const cancel = `import { registerHooks } from 'node:module'
      registerHooks({
        load(url, context, next) {
          if (/dist.main.deployment\\.js$/.test(url)) process.kill(process.pid, 'SIGINT')
          return next(url, context)
        }
      })`
    const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(cancel)}` }
    const before = emulator.journal.length
    const main = await runMain(workspace, { inputs: inputsFor(emulator, { app: 'cancelled' }), env })
    expect(main).toMatchObject({ exitCode: 1, outputs: { status: 'failed', reason_code: 'cancelled' } })
    expect(emulator.journal.slice(before).filter(({ method }) => method.includes('Draft'))).toEqual([])
  })
})

describe('A post with nothing to do', () => {
  test('loads its own first file and no network', async () => {
    const [main, post] = await stages({ app: 'idle' })
    expect(main!.state).toContain('"closed":true')
    expect(filesOf(post!)).toEqual([path.join('dist', 'post', 'index.js')])
    expect(statSync(path.join(ROOT, 'dist/post/index.js')).size).toBeLessThanOrEqual(20_000)
    expect(networking(main!)).toEqual(['http2', 'tls'])
    expect(networking(post!)).toEqual([])
  })

  test('is one that main left no state for, too', async () => {
    using observer = new Observer()
    const options = { directory: elsewhere, inputs: inputsFor(emulator, { app: '' }), env: observer.env }
    const { main, post } = await run(workspace, options)
    expect(main.exitCode).toBe(1)
    expect(post).toMatchObject({ exitCode: 0, raw: '' })
    expect(filesOf(observer.stages[1]!)).toEqual([path.join('dist', 'post', 'index.js')])
  })

  test('is told from one that has something to do: that one loads more', async () => {
    // The platform publishes after the run has been killed, so that post finds the version at once.
    const faults = [{ method: PUBLISH, calls: 'all', fault: { action: 'delay', ms: 2000 } }] as const
    await using slow = await startEmulator({ faults })
    using observer = new Observer()
    const options = { directory: elsewhere, inputs: inputsFor(slow), env: observer.env }
    await using step = startAction(workspace, options)
    await arrived(slow, PUBLISH)
    step.kill('SIGKILL')
    expect((await step.main).state['ignite_deploy']).toContain('"closed":false')
    while (!slow.journal.some(({ method }) => method === PUBLISH)) await sleep(10)
    await step.post()
    expect(filesOf(observer.stages[0]!).length).toBeGreaterThan(1)
  })
})

/** Of the modules that gRPC needs, those that were loaded. */
function networking({ builtins }: Seen): readonly string[] {
  return ['http2', 'tls'].filter((name) => builtins.includes(`NativeModule ${name}`))
}

describe('The licences', () => {
  const { packages } = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8'))
  const installed = Object.entries<{ dev?: boolean }>(packages).flatMap(([place, { dev }]) =>
    place === '' || dev || !existsSync(path.join(ROOT, place)) ? [] : [place]
  )
  const byText = new PackagesByText(ROOT, installed)

  test.each(['main', 'post'] as const)(
    'of %s name each package whose code is in one of its files, and no other',
    (stage) => {
      const files = globSync('*.js', { cwd: path.join(ROOT, 'dist', stage) })
      expect(files.length).toBeGreaterThan(1)
      const told = packagesOf(stage)
      for (const file of files) {
        const found = byText.in(readFileSync(path.join(ROOT, 'dist', stage, file), 'utf8'))
        const named = told.flatMap(({ name, files: parts }) => (parts.has(file) ? [name] : []))
        const names = found.map((place) => place.replace(/^.*node_modules\//, ''))
        expect({ file, names: names.toSorted() }).toEqual({ file, names: named.toSorted() })
      }
    }
  )

  test.each(['main', 'post'] as const)('of %s are there in full', (stage) => {
    const text = readFileSync(path.join(ROOT, 'dist', stage, 'licenses.txt'), 'utf8')
    const [head, ...texts] = text.split(/^={80}\n(?:.+\n){3,}?={80}\n/m)
    expect(head).toBe('')
    expect(texts).toHaveLength(packagesOf(stage).length)
    for (const each of texts) {
      expect(each).toMatch(/copyright|blue oak/i)
      expect(each).toMatch(/warrant/i)
    }
  })
})
