import { describe, expect, test } from '@jest/globals'
import type { EmulatorOptions } from '../../../emulator/start.ts'
import { startEmulator } from '../../../emulator/start.ts'
import {
  callUrl,
  type Inputs,
  inputsFor,
  messagesOf,
  outputsOf,
  remote,
  run,
  runMain,
  theFailure,
  Workspace,
  writesTo
} from '../../support/deploying.ts'
import { expectSaid, runJob } from '../support/job-end.ts'
import { callsOf, deployedApp, type LiveApp, liveApp, makeVersion, ROLLED_BACK } from '../support/live-app.ts'

const PAYLOAD = { 'test-payload': '{"name": "Ada"}' }

/** Saves version two of the greeter as a draft, and gives its hash. */
async function drafted({ emulator, workspace }: Pick<LiveApp, 'emulator' | 'workspace'>): Promise<string> {
  const main = await runMain(workspace, { inputs: inputsFor(emulator, { mode: 'draft' }) })
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  return main.outputs['code_hash'] ?? ''
}

function publishing(hash: string, more: Inputs = {}): Inputs {
  return { mode: 'publish', code: '', 'expected-code-hash': hash, ...more }
}

const platforms: readonly EmulatorOptions[] = [
  {},
  { variants: ['settings-replace', 'draft-cleared'] },
  { variants: ['settings-no-presence', 'public-urls-map', 'draft-not-found'] },
  ...[44, 45].map((permuteSeed) => ({ permuteSeed }))
]

describe('Mode publish', () => {
  test.each(platforms)('on a platform with %j: publishes the draft, tested again, with settings', async (options) => {
    await using live = await deployedApp(options, { env: 'GREETING=Hello' })
    const { emulator, workspace, url } = live
    const hash = await drafted(live)
    const before = writesTo(emulator).length
    const inputs = inputsFor(emulator, publishing(hash, { ...PAYLOAD, tier: 'large' }))
    const { main, post } = await run(workspace, { inputs })
    expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
    expect(outputsOf(main)).toMatchObject({
      status: 'published',
      reason_code: 'ok',
      changed: 'true',
      published_version: '2',
      previous_version: '1',
      active_version: '2',
      code_hash: hash,
      test_status: 'passed',
      url
    })
    expect(writesTo(emulator).slice(before)).toEqual([
      'ComputeService/TestDraft',
      'ComputeService/UpdateAppConfig',
      'ComputeService/PublishDraft'
    ])
    expect(await callUrl(url)).toMatchObject({ version: 'two', greeting: 'Hello, Ada!' })
    expect((await remote(emulator)).state?.settings.tier).toBe('large')
    expect(post).toMatchObject({ exitCode: 0, raw: '' })
  })

  test('publishes nothing where the slot holds another draft, and names both', async () => {
    await using live = await liveApp()
    const { emulator, workspace } = live
    const hash = await drafted(live)
    makeVersion(workspace, 'three')
    const other = await drafted(live)
    const main = await runMain(workspace, { inputs: inputsFor(emulator, publishing(hash)) })
    const { reason, message } = theFailure(main)
    expect(reason).toBe('draft_conflict')
    expect(message).toContain(`acme/greeter holds another draft (${other}, saved at `)
    expect(message).toContain(`not the expected ${hash}. Not published.`)
    expect(main.outputs).toMatchObject({ changed: 'false', active_version: '1', published_version: '' })
    expect((await remote(emulator)).versions).toHaveLength(1)
  })

  test.each([{ variants: [] }, { variants: ['draft-cleared'] as const }])(
    'on a platform with %j: a job that is run again publishes no second version',
    async (options) => {
      await using live = await liveApp(options)
      const { emulator, workspace, url } = live
      const hash = await drafted(live)
      const inputs = inputsFor(emulator, publishing(hash))
      await runMain(workspace, { inputs })
      if (!options.variants?.some((each) => each === 'draft-cleared')) {
        makeVersion(workspace, 'three')
        await drafted(live)
      }
      const main = await runMain(workspace, { inputs })
      expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
      expect(main.log).toContain('Version 2, which is active, holds the expected code already')
      expect(outputsOf(main)).toMatchObject({
        status: 'unchanged',
        reason_code: 'unchanged',
        changed: 'false',
        published_version: '',
        active_version: '2',
        code_hash: hash,
        url
      })
      expect((await remote(emulator)).versions).toHaveLength(2)
    }
  )

  test('leads to a rollback where an older version holds the expected code', async () => {
    await using live = await liveApp({ variants: ['draft-cleared'] })
    const { emulator, workspace } = live
    const [first] = (await remote(emulator)).versions
    const hash = await drafted(live)
    await runMain(workspace, { inputs: inputsFor(emulator, publishing(hash)) })
    const main = await runMain(workspace, { inputs: inputsFor(emulator, publishing(first?.codeHash ?? '')) })
    expect(theFailure(main).message).toContain(
      'Version 1 holds that code. To make version 1 active again, use `mode: rollback` with `version: 1`.'
    )
  })

  test('is rolled back after the job, as a deployment is', async () => {
    await using live = await liveApp()
    const { emulator, workspace, url } = live
    const hash = await drafted(live)
    const inputs = inputsFor(emulator, publishing(hash, { 'rollback-on-failure': 'true' }))
    const { main, post } = await runJob(workspace, { inputs }, { status: 'failure' })
    expect(main.outputs['published_version']).toBe('2')
    expectSaid(post, ROLLED_BACK)
    expect(callsOf(emulator, 'RollbackApp')).toBe(1)
    expect(await callUrl(url)).toMatchObject({ version: 'one' })
  })

  test('publishes nothing that its test does not pass', async () => {
    await using live = await liveApp()
    const { emulator, workspace } = live
    const hash = await drafted(live)
    const inputs = inputsFor(emulator, publishing(hash, { ...PAYLOAD, 'test-expect': '{"version": "nine"}' }))
    const main = await runMain(workspace, { inputs })
    expect(theFailure(main)).toMatchObject({ reason: 'test_failed', title: 'Test draft failed' })
    expect(callsOf(emulator, 'PublishDraft')).toBe(1)
    expect(main.outputs).toMatchObject({ changed: 'false', active_version: '1', test_status: 'failed' })
  })

  test('takes the reference of an image that has no hash', async () => {
    await using emulator = await startEmulator()
    using workspace = new Workspace()
    const image = 'registry.example/greeter@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'
    const draft = inputsFor(emulator, { mode: 'draft', code: '', 'image-ref': image })
    const saved = await run(workspace, { inputs: draft })
    expect(saved.main.outputs).toMatchObject({ status: 'drafted', code_hash: '', image_ref: image })
    const main = await runMain(workspace, { inputs: inputsFor(emulator, publishing(image)) })
    expect(main.log).toContain('The draft is the expected one')
  })

  test('must be told which draft, and takes no source', async () => {
    await using emulator = await startEmulator()
    using workspace = new Workspace()
    const main = await runMain(workspace, { inputs: inputsFor(emulator, { mode: 'publish', code: 'greeter' }) })
    expect(messagesOf(main, 'error')[0]?.split('\n')).toEqual([
      '1. `code` means nothing with `mode: publish`. Remove it.',
      expect.stringMatching(/^2\. `expected-code-hash` is missing: it says which draft is to be published\. Set it to /)
    ])
    expect(emulator.journal).toEqual([])
  })
})
