import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Emulator, startEmulator } from '../../emulator/start.ts'
import { startGitHub } from '../../runner/github/github-server.ts'
import { inputsFor, ROOT, run, startAction, Workspace } from '../support/deploying.ts'
import { Observer, type Seen } from './support/observing.ts'

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

describe('The bundle', () => {
  test('runs without node_modules, in a directory with a space and a letter that is not ASCII', async () => {
    expect(existsSync(path.join(elsewhere, 'node_modules'))).toBe(false)
    const [main] = await stages()
    expect(filesOf(main!)).toEqual([path.join('dist', 'main', 'index.js')])
  })

  test('loads what speaks to GitHub where something is told there, and nothing of it otherwise', async () => {
    await using github = await startGitHub()
    const [main] = await stages({ app: 'telling', comment: 'true' }, github.context)
    const chunk = expect.stringMatching(/^dist.main.\d+\.index\.js$/)
    expect(filesOf(main!)).toEqual([path.join('dist', 'main', 'index.js'), chunk, chunk])
  })

  test('brings the descriptors that it needs with it', async () => {
    await stages({ app: 'bundled', descriptors: 'bundled' })
  })

  test('holds no path of the machine that built it', () => {
    for (const file of globSync('dist/**/*.js', { cwd: ROOT })) {
      expect(readFileSync(path.join(ROOT, file), 'utf8').includes(ROOT)).toBe(false)
    }
  })
})

describe('A post with nothing to do', () => {
  test('loads its own first file and no network', async () => {
    const [main, post] = await stages({ app: 'idle' })
    expect(main!.state).toContain('"closed":true')
    expect(filesOf(post!)).toEqual([path.join('dist', 'post', 'index.js')])
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
    await step.line(/^Saved draft/)
    await sleep(1000)
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

describe('The licenses', () => {
  const licenses = readFileSync(path.join(ROOT, 'dist/main/licenses.txt'), 'utf8').split('\n')
  const { dependencies } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'))

  test.each(Object.keys(dependencies))('name %s', (name) => {
    expect(licenses).toContain(name)
  })

  test('name every package whose code is in main, and in post', () => {
    const packaged = [...packagesIn('main'), ...packagesIn('post')]
    expect(packaged).toEqual(expect.arrayContaining(['@actions/core', '@grpc/grpc-js']))
    expect(packaged.filter((name) => !licenses.includes(name))).toEqual([])
  })

  test('of main hold for post: it has no package that main has not', () => {
    const inMain = packagesIn('main')
    expect(packagesIn('post').filter((name) => !inMain.includes(name))).toEqual([])
  })
})

/** The packages that the bundler says it has put into a stage. */
function packagesIn(stage: 'main' | 'post'): readonly string[] {
  const files = globSync('*.js', { cwd: path.join(ROOT, 'dist', stage) })
  const text = files.map((file) => readFileSync(path.join(ROOT, 'dist', stage, file), 'utf8')).join('\n')
  const named = [...text.matchAll(/node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//g)].map((match) => match[1] ?? '')
  return [...new Set(named)].toSorted()
}
