import { cpSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { type Emulator, type EmulatorOptions, startEmulator } from '../../emulator/start.ts'
import type { StageResult } from '../../runner/stage.ts'
import { type Inputs, inputsFor, messagesOf, outputsOf, ROOT, remote, run, Workspace } from '../support/deploying.ts'
import { ownLog } from './support/golden.ts'
import { expectQuiet, runJob } from './support/job-end.ts'
import { callsOf, makeVersion } from './support/live-app.ts'

const SKIP: Inputs = { 'skip-if-unchanged': 'true' }

/** The same input twice, with a change between the two where there is one. */
async function deployedTwice(
  options: EmulatorOptions,
  inputs: Inputs,
  { second, change }: { readonly second?: Inputs; readonly change?: (workspace: Workspace) => void } = {}
) {
  const emulator = await startEmulator(options)
  using workspace = new Workspace()
  mkdirSync(path.join(workspace.path, 'web'))
  cpSync(path.join(ROOT, 'examples/web'), path.join(workspace.path, 'web'), { recursive: true })
  const first = await run(workspace, { inputs: inputsFor(emulator, { ...inputs, ...SKIP }) })
  expect(first.main.outputs).toMatchObject({ status: 'published', published_version: '1', changed: 'true' })
  change?.(workspace)
  const { main, post } = await runJob(
    workspace,
    { inputs: inputsFor(emulator, { ...inputs, ...SKIP, ...second }) },
    { status: 'failure' }
  )
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  return { emulator, main, post, [Symbol.asyncDispose]: () => emulator.close() }
}

function expectUnchanged(main: StageResult, emulator: Emulator): void {
  expect(ownLog(main)).toContain('\nUnchanged: version 1 has this code and these settings\n')
  expect(outputsOf(main)).toMatchObject({
    status: 'unchanged',
    reason_code: 'unchanged',
    changed: 'false',
    published_version: '',
    active_version: '1',
    previous_version: '1'
  })
  expect(callsOf(emulator, 'PublishDraft')).toBe(1)
}

function expectPublished(main: StageResult, why: string): void {
  expect(ownLog(main)).toContain(`\nNot as version 1: ${why}\n`)
  expect(main.outputs).toMatchObject({ status: 'published', published_version: '2', changed: 'true' })
}

describe('skip-if-unchanged', () => {
  test.concurrent('publishes nothing where all is as it is live, and sets every output', async () => {
    const settings = {
      'allow-unauthenticated': 'true',
      env: 'GREETING=Hello',
      tier: 'small',
      'rollback-on-failure': 'true'
    }
    await using twice = await deployedTwice({}, { ...settings, 'test-payload': '{"name":"Ada"}' })
    const { emulator, main, post } = twice
    expectUnchanged(main, emulator)
    const url = `${emulator.public}/acme/greeter`
    expect(main.outputs).toMatchObject({ url, public_url: url, app_id: 'acme/greeter', test_status: '' })
    expect(main.outputs['code_hash']).toMatch(/^[0-9a-f]{8}$/)
    expect(messagesOf(main, 'notice')).toContain(`greeter: nothing to publish, version 1 stays live at ${url}`)
    expect(main.summary).toContain('### ✅ greeter: unchanged, version 1 stays live\n')
    expect(callsOf(emulator, 'TestDraft')).toBe(1)
    // The job fails after that: there is nothing of this run to go back from.
    expectQuiet(post)
    expect((await remote(emulator)).versions).toHaveLength(1)
  })

  test.concurrent.each<EmulatorOptions>([
    { permuteSeed: 17 },
    { variants: ['draft-cleared', 'settings-replace'] },
    { variants: ['settings-no-presence', 'status-spelling'] },
    { variants: ['no-app-code'] }
  ])('sees that nothing changed on a platform with %j', async (options) => {
    await using twice = await deployedTwice(options, { env: 'A=1\nB=2' }, { second: { env: 'B=2' } })
    expectUnchanged(twice.main, twice.emulator)
  })

  test.concurrent('publishes other code', async () => {
    await using twice = await deployedTwice({}, {}, { change: (workspace) => makeVersion(workspace, 'two') })
    expectPublished(twice.main, 'other code')
  })

  test.concurrent('publishes the same code with other settings, which are applied', async () => {
    await using twice = await deployedTwice(
      {},
      { env: 'A=1', tier: 'small' },
      { second: { env: 'A=2', tier: 'large' } }
    )
    expectPublished(twice.main, 'this run changes env (A) and tier')
    expect((await remote(twice.emulator)).state?.settings).toMatchObject({ env: { A: '2' }, tier: 'large' })
  })

  test.concurrent('publishes where the platform gives no hash', async () => {
    await using twice = await deployedTwice({ variants: ['no-code-hash'] }, {})
    expectPublished(twice.main, 'the platform gives no hash of the code, so it may be other code')
  })

  const directory = path.join(ROOT, 'examples/web')
  const tagged = 'ghcr.io/acme/web:1'
  const pinned = `ghcr.io/acme/web@sha256:${'0123456789abcdef'.repeat(4)}`
  const images = [tagged, pinned].map((ref) => ({ ref, directory }))

  test.concurrent('publishes no image again that is named by its digest', async () => {
    await using twice = await deployedTwice({ images }, { code: '', 'image-ref': pinned })
    expectUnchanged(twice.main, twice.emulator)
  })

  test.concurrent('publishes an image again that is named by a tag, which may be another one', async () => {
    await using twice = await deployedTwice({ images }, { code: '', 'image-ref': tagged })
    expectPublished(twice.main, 'an image without a digest may be another one each time')
  })

  const web: Inputs = { code: 'web', 'dockerfile-path': 'Dockerfile' }

  test.concurrent('publishes an image again that is built from the same code', async () => {
    await using twice = await deployedTwice({}, { ...web, builder: 'draft' })
    expect(ownLog(twice.main)).toContain('Not as version 1: an image without a digest may be another one each time')
    expect(twice.main.outputs).toMatchObject({ status: 'published', published_version: '2' })
  })

  test.concurrent('does not, where a build has come to the digest that is live', async () => {
    await using twice = await deployedTwice({ variants: ['build-digest'] }, { ...web, builder: 'build-service' })
    expectUnchanged(twice.main, twice.emulator)
  })
})
