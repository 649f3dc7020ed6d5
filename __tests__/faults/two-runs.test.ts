import { expect, test } from '@jest/globals'
import type { Emulator, EmulatorOptions } from '../../emulator/start.ts'
import type { StageResult } from '../../runner/stage.ts'
import { expectQuiet } from '../e2e/support/job-end.ts'
import { callsOf, liveApp, makeVersion } from '../e2e/support/live-app.ts'
import { compute } from '../emulator/ignite/support/client.ts'
import { pythonCode } from '../emulator/ignite/support/driver.ts'
import {
  callUrl,
  inputsFor,
  messagesOf,
  remote,
  runMain,
  startAction,
  theFailure,
  Workspace
} from '../support/deploying.ts'
import { until } from './support/cancelling.ts'

const RUNS = 10
/** Why a run that meets others may end without a version. */
const REFUSALS = ['draft_conflict', 'publish_unknown']

type Ended = { readonly version: string; readonly main: StageResult }

test.concurrent('Ten runs of one app at once: each has published what it tested, or says why not', async () => {
  await using live = await liveApp()
  const { emulator } = live
  const runs = await Promise.all(Array.from({ length: RUNS }, (_, i) => deploy(emulator, `run-${i}`)))
  for (const { version, main } of runs) await expectHonest(emulator, version, main)
  const { state, versions } = await remote(emulator)
  expect(state?.activeVersion).toBe(Math.max(...versions.map(({ number }) => number)))
  const publishes = emulator.journal.filter(({ method }) => method === 'ComputeService/PublishDraft')
  // One more made the app live.
  expect(publishes.length).toBeLessThanOrEqual(RUNS + 1)
})

const platforms: readonly EmulatorOptions[] = [{}, { variants: ['no-code-hash'] }]

test.concurrent.each(platforms)(
  'On a platform with %j, a draft that is replaced in the moment of publishing is reported by the run that published it, and not rolled back',
  async (options) => {
    // The publish takes effect so late that another draft has been saved by then.
    const faults = [
      { method: 'ComputeService/PublishDraft', calls: [2], fault: { action: 'delay', ms: 3000 } as const }
    ]
    await using live = await liveApp({ ...options, faults })
    const { emulator, workspace } = live
    makeVersion(workspace, 'mine')
    const before = callsOf(emulator, 'GetDraftInfo')
    await using step = startAction(workspace, { inputs: inputsFor(emulator, { 'rollback-on-failure': 'true' }) })
    await step.line(/^Saved draft/)
    await until(() => callsOf(emulator, 'GetDraftInfo') >= before + 2)
    await saveTheirs(emulator)
    const main = await step.main
    expectQuiet(await step.post())
    expect(callsOf(emulator, 'RollbackApp')).toBe(0)
    expect(await codeOf(emulator, main.outputs['published_version'] ?? '')).toContain('VERSION = "theirs"')
    const { reason, message } = theFailure(main)
    expect(reason).toBe('draft_conflict')
    expect(message).toMatch(/holds? other code .* than this run’s draft .*: another run replaced the draft/)
    expect(main.log).toContain('It is active now, and is left so.')
    expect(message).toContain('add `concurrency:` to the workflow')
    expect(message).not.toContain('\n')
    expect(main.log).toContain('concurrency:\n  group: deploy-greeter\n  cancel-in-progress: false\n')
    expect(main.summary).toContain('cancel-in-progress: false')
    expect(main.outputs['changed']).toBe('true')
  }
)

test.concurrent('A version of this run’s draft that another run published is adopted, and not rolled back', async () => {
  // A run reads the versions twice before it publishes.
  const faults = [
    { method: 'ComputeService/ListAppVersions', calls: [2], fault: { action: 'delay', ms: 3000 } as const }
  ]
  await using live = await liveApp({ faults })
  const { emulator, workspace } = live
  await using step = startAction(workspace, { inputs: inputsFor(emulator, { 'rollback-on-failure': 'true' }) })
  await step.line(/^Saved draft/)
  using platform = compute(emulator, { token: emulator.mint({ org: 'acme', ttlSeconds: 60 }) })
  await platform.call('PublishDraft', { organization_name: 'acme', app_name: 'greeter' })
  const main = await step.main
  expect(main).toMatchObject({ exitCode: 0, outputs: { published_version: '2', reason_code: 'recovered' } })
  expect(messagesOf(main, 'notice')).toContain(
    'Another run published this run’s draft as version 2: that version is adopted, and not rolled back if the job fails.'
  )
  expect(callsOf(emulator, 'PublishDraft')).toBe(2)
  step.job.status = 'failure'
  expectQuiet(await step.post())
  expect(await callUrl(live.url)).toMatchObject({ version: 'two' })
})

async function saveTheirs(emulator: Emulator): Promise<void> {
  using platform = compute(emulator, { token: emulator.mint({ org: 'acme', ttlSeconds: 60 }) })
  const code = pythonCode('VERSION = "theirs"\n\ndef handler(payload, ctx):\n    return {"version": VERSION}\n')
  await platform.call('SaveDraft', { organization_name: 'acme', app_name: 'greeter', code })
}

async function deploy(emulator: Emulator, version: string): Promise<Ended> {
  using workspace = new Workspace()
  makeVersion(workspace, version)
  const main = await runMain(workspace, { inputs: inputsFor(emulator) })
  return { version, main }
}

async function expectHonest(emulator: Emulator, version: string, main: StageResult): Promise<void> {
  const { published_version: published = '', reason_code: reason = '', code_hash: hash = '' } = main.outputs
  if (main.exitCode === 0) {
    expect(await codeOf(emulator, published)).toContain(`VERSION = "${version}"`)
    return
  }
  expect(REFUSALS).toContain(reason)
  const { message } = theFailure(main)
  expect(message).toContain(hash)
  if (published !== '') expect(message).toMatch(/holds other code \(\w{8}\)/)
}

/** The handler of a version, as the platform has it. */
async function codeOf(emulator: Emulator, version: string): Promise<string> {
  using platform = compute(emulator, { token: emulator.mint({ org: 'acme', ttlSeconds: 60 }) })
  const request = { organization_name: 'acme', app_name: 'greeter', version: Number(version) }
  const { files } = (await platform.call('GetAppCode', request)) as {
    files: readonly { readonly path: string; readonly content: Buffer }[]
  }
  return files.find(({ path }) => path === 'handler.py')?.content.toString() ?? ''
}
