import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { status } from '@grpc/grpc-js'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Emulator, type EmulatorOptions, startEmulator } from '../../emulator/start.ts'
import type { Fault } from '../../emulator/wire/faults/faults.ts'
import type { StageResult } from '../../runner/stage.ts'
import {
  type Inputs,
  inputsFor,
  messagesOf,
  outputsOf,
  ROOT,
  remote,
  run,
  runMain,
  Workspace,
  writesTo
} from '../support/deploying.ts'
import { constant, expectGoldenText, ownLog } from './support/golden.ts'
import { expectQuiet } from './support/job-end.ts'
import { failingAt, makeVersion, refusal } from './support/live-app.ts'

const PLAN: Inputs = { 'dry-run': 'true' }

/** The calls that a run makes and that change something. */
async function writesOf<T>(emulator: Emulator, work: () => Promise<T>): Promise<readonly [T, readonly string[]]> {
  const before = emulator.journal.length
  const result = await work()
  return [result, writesTo({ journal: emulator.journal.slice(before) })]
}

describe('A dry run', () => {
  let emulator: Emulator
  let workspace: Workspace

  beforeAll(async () => {
    emulator = await startEmulator()
    workspace = new Workspace()
  })

  afterAll(async () => {
    workspace[Symbol.dispose]()
    await emulator.close()
  })

  /** Nothing is written, every output is set, and post has nothing to do. */
  async function planned(inputs: Inputs): Promise<StageResult> {
    const [{ main, post }, writes] = await writesOf(emulator, () =>
      run(workspace, { inputs: inputsFor(emulator, { ...PLAN, ...inputs }) })
    )
    expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
    expect(writes).toEqual([])
    expect(outputsOf(main)).toMatchObject({ status: 'planned', reason_code: 'planned', published_version: '' })
    expectQuiet(post)
    return main
  }

  test('of a first deploy tells what it would make, and makes no app', async () => {
    const main = await planned({
      app: 'fresh',
      env: 'GREETING=Hello',
      'test-payload': '{}',
      'rollback-on-failure': 'true'
    })
    expect(main.outputs).toMatchObject({ changed: 'true', previous_version: '', active_version: '', app_id: '' })
    expect(main.log).toContain('Would publish the first version: a new app, 2 files and env (GREETING)')
    expect(messagesOf(main, 'notice')).toContain(
      'fresh: a deploy would publish the first version: a new app, 2 files and env (GREETING)'
    )
    expect((await remote(emulator, { organization: 'acme', name: 'fresh' })).state).toBeUndefined()
  })

  test('of what is live says that nothing would change', async () => {
    await runMain(workspace, { inputs: inputsFor(emulator, { 'allow-unauthenticated': 'true', env: 'A=1' }) })
    const main = await planned({ 'allow-unauthenticated': 'true', env: 'A=1' })
    expect(main.outputs).toMatchObject({ changed: 'false', previous_version: '1', active_version: '1' })
    expect(main.outputs['url']).toBe(`${emulator.public}/acme/greeter`)
    expect(main.log).toContain('Would change nothing: version 1 has the same code (2 files) and settings')
    expect(main.summary).toContain('### 🔍 greeter, dry run: a deploy would change nothing\n')
  })

  test('names a draft that a deploy would replace, and leaves it', async () => {
    using other = new Workspace()
    makeVersion(other, 'other')
    const inputs = inputsFor(emulator, { app: 'held', 'test-payload': '{"name":1}', 'test-expect': '{"no":1}' })
    expect((await runMain(other, { inputs })).outputs['reason_code']).toBe('test_failed')
    const main = await planned({ app: 'held' })
    expect(messagesOf(main, 'warning').join()).toMatch(/a draft that was never published .* A deploy replaces it\./)
  })

  test('reports what is wrong with the inputs as a deploy does', async () => {
    const main = await runMain(workspace, { inputs: inputsFor(emulator, { ...PLAN, tier: 'huge' }) })
    expect(main.outputs).toMatchObject({ status: 'failed', reason_code: 'bad_input' })
    expect(messagesOf(main, 'error').join()).toContain('`tier: huge`')
  })

  test('of an image that is built compares what the platform gives of it: nothing here', async () => {
    mkdirSync(path.join(workspace.path, 'web'), { recursive: true })
    cpSync(path.join(ROOT, 'examples/web'), path.join(workspace.path, 'web'), { recursive: true })
    const inputs = { app: 'web', code: 'web', 'dockerfile-path': 'Dockerfile', builder: 'build-service' }
    await runMain(workspace, { inputs: inputsFor(emulator, inputs) })
    const main = await planned(inputs)
    expect(main.outputs['changed']).toBe('')
    expect(ownLog(main)).toContain('? image built from web  built anew, which is not compared')
    expect(main.summary).toContain('whether a deploy would change anything is not known')
  })
})

test('The plan of a real change is told in the log and in the summary, and beside the deploy the same', async () => {
  await using emulator = await startEmulator({ variants: ['settings-replace'] })
  using workspace = new Workspace()
  cpSync(path.join(ROOT, 'examples/desk'), path.join(workspace.path, 'desk'), { recursive: true })
  const desk = inputsFor(emulator, { app: 'desk', code: 'desk' })
  const first = await run(workspace, { inputs: { ...desk, env: 'APP_ROLE=agent\nOLD_NAME=secret-value-1' } })
  expect(first.main.outputs['status']).toBe('published')
  workspace.edit('../desk/handler.py', (text) => text.replace('does {name} in', 'runs {name} in'))
  workspace.edit('../desk/lib/roles.py', (text) => text.replace('customer', 'client'))
  workspace.write('desk/actions/reopen_ticket.py', 'def reopen_ticket(event):\n    return {"state": "open"}\n')
  workspace.remove('desk/tests/test_desk.py')
  const changed = {
    ...desk,
    env: 'APP_ROLE=customer\nSEAL=secret-value-2',
    'env-update-strategy': 'overwrite',
    tier: 'large',
    'allow-unauthenticated': 'true'
  }
  const [{ main }, writes] = await writesOf(emulator, () => run(workspace, { inputs: { ...changed, ...PLAN } }))
  expect(writes).toEqual([])
  const { summary = '' } = main
  expectGoldenText('plan.md', `${ownLog(main)}\n== summary ==\n${constant(summary)}`)
  expect(ownLog(main) + summary).not.toContain('secret-value')
  const deployed = await run(workspace, { inputs: changed })
  const plan = summary.slice(summary.indexOf('| Change'), summary.indexOf('<details>')).trim()
  expect(plan).toContain('-    print(f"{role} does {name}')
  expect(deployed.main.summary).toContain(
    `<details><summary>Compared with version 1: 4 files, env (APP&#95;ROLE, OLD&#95;NAME, SEAL), tier and allow-unauthenticated</summary>\n\n${plan}\n\n</details>`
  )
})

describe('The code of the active version', () => {
  const deny = (fault: Fault): EmulatorOptions => ({
    faults: [{ method: 'ComputeService/GetAppCode', calls: 'all', fault }]
  })
  const DENIED = 'Reading the code of version 1 of acme/greeter (GetAppCode): PERMISSION_DENIED: not on a Friday'

  /** Version one is live, and version two lies there. */
  async function changedGreeter(options: EmulatorOptions, inputs: Inputs) {
    await using emulator = await startEmulator(options)
    using workspace = new Workspace()
    await runMain(workspace, { inputs: inputsFor(emulator) })
    makeVersion(workspace, 'two')
    const main = await runMain(workspace, { inputs: inputsFor(emulator, inputs) })
    expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
    return main
  }

  test.concurrent('that is denied is a warning of a dry run', async () => {
    const main = await changedGreeter(deny(refusal(status.PERMISSION_DENIED)), PLAN)
    expect(messagesOf(main, 'warning')).toEqual([`The files are not compared: ${DENIED}.`])
    expect(main.outputs).toMatchObject({ status: 'planned', changed: '' })
    expect(main.summary).toContain('whether a deploy would change anything is not known')
  })

  test.concurrent('that is denied is a line in the summary of a deploy', async () => {
    const main = await changedGreeter(deny(refusal(status.PERMISSION_DENIED)), {})
    expect(messagesOf(main, 'warning')).toEqual([])
    expect(main.outputs).toMatchObject({ status: 'published', published_version: '2' })
    expect(main.summary).toContain('| not compared | files | not compared: Reading the code of version 1')
  })

  test.concurrent('that never comes keeps no deploy from its end', async () => {
    const main = await changedGreeter(deny({ action: 'hang' }), {})
    expect(main.outputs).toMatchObject({ status: 'published', published_version: '2' })
    expect(main.summary).not.toContain('Compared with version 1')
    expect(main.exitCode).toBe(0)
  })

  test.concurrent.each<EmulatorOptions>([
    { permuteSeed: 16 },
    { variants: ['code-text'] },
    { variants: ['settings-no-presence'] }
  ])('is compared on a platform with %j', async (options) => {
    const main = await changedGreeter(options, PLAN)
    expect(main.outputs['changed']).toBe('true')
    expect(main.summary).toContain('-VERSION = "one"\n+VERSION = "two"\n')
  })

  test.concurrent('is not compared where the platform has no method for it', async () => {
    const main = await changedGreeter({ variants: ['no-app-code'] }, PLAN)
    expect(messagesOf(main, 'warning')).toEqual([
      'The files are not compared: the platform has no method that gives the code of a version.'
    ])
  })

  test.concurrent('of an image that was built from code is compared where the platform gives it', async () => {
    await using emulator = await startEmulator({ variants: ['code-text'] })
    using workspace = new Workspace()
    mkdirSync(path.join(workspace.path, 'web'))
    cpSync(path.join(ROOT, 'examples/web'), path.join(workspace.path, 'web'), { recursive: true })
    const inputs = inputsFor(emulator, { app: 'web', code: 'web', 'dockerfile-path': 'Dockerfile' })
    await runMain(workspace, { inputs })
    workspace.edit('../web/server.py', (text) => text.replace('VERSION = "one"', 'VERSION = "two"'))
    const main = await runMain(workspace, { inputs: { ...inputs, ...PLAN } })
    expect(main.outputs['changed']).toBe('true')
    expect(main.summary).toContain('-VERSION = "one"\n+VERSION = "two"\n')
  })
})

describe('A dry run writes nothing, whatever goes wrong', () => {
  /** Where the greeter's version one is live. */
  const data = mkdtempSync(path.join(tmpdir(), 'ignite-live-'))
  const faults: readonly Fault[] = [
    { action: 'drop-before' },
    { action: 'drop-after' },
    { action: 'status', code: status.UNAVAILABLE, details: 'busy', afterEffect: false },
    { action: 'status', code: status.INTERNAL, details: 'broken', afterEffect: false }
  ]
  const cases = ['GetApp', 'GetDraftInfo', 'ListAppVersions', 'GetAppCode'].flatMap((method) =>
    faults.map((fault) => ({ method, fault, what: 'code' in fault ? status[fault.code] : fault.action }))
  )

  beforeAll(async () => {
    await using emulator = await startEmulator({ data: path.join(data, 'live') })
    using workspace = new Workspace()
    await runMain(workspace, { inputs: inputsFor(emulator) })
  })

  afterAll(() => rmSync(data, { recursive: true, force: true }))

  test.each(cases)('with $method: $what', async ({ method, fault, what }) => {
    const own = path.join(data, `${method}-${what}`)
    cpSync(path.join(data, 'live'), own, { recursive: true })
    await using emulator = await startEmulator({ data: own, ...failingAt(method, [1, 2], fault) })
    using workspace = new Workspace()
    makeVersion(workspace, 'two')
    const inputs = inputsFor(emulator, { ...PLAN, tier: 'large' })
    const [{ main, post }, writes] = await writesOf(emulator, () => run(workspace, { inputs }))
    expect(emulator.journal.find((call) => call.method === `ComputeService/${method}`)?.outcome).not.toBe('OK')
    expect(writes).toEqual([])
    expectQuiet(post)
    expect(main.outputs).toMatchObject(
      main.exitCode === 0 ? { status: 'planned', changed: 'true' } : { status: 'failed', changed: 'false' }
    )
  })
})
