import { expect, test } from '@jest/globals'
import { type Emulator, type EmulatorOptions, startEmulator } from '../../emulator/start.ts'
import { callsOf, liveApp, makeVersion } from '../e2e/live-app.ts'
import { compute } from '../emulator/ignite/client.ts'
import { pythonCode } from '../emulator/ignite/driver.ts'
import type { StageResult } from '../runner/stage.ts'
import { inputsFor, remote, run, startAction, theFailure, Workspace } from '../support/deploying.ts'
import { until } from './cancelling.ts'

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
  // One more is of the first deploy.
  expect(publishes.length).toBeLessThanOrEqual(RUNS + 1)
}, 120_000)

const platforms: readonly EmulatorOptions[] = [{}, { variants: ['no-code-hash'] }]

test.concurrent.each(platforms)(
  'On a platform with %j, a draft that is replaced in the moment of publishing is reported by the run that published it',
  async (options) => {
    // The publish takes effect so late that another draft has been saved by then.
    const faults = [
      { method: 'ComputeService/PublishDraft', calls: [1], fault: { action: 'delay', ms: 3000 } as const }
    ]
    await using emulator = await startEmulator({ ...options, faults })
    using workspace = new Workspace()
    makeVersion(workspace, 'mine')
    await using step = startAction(workspace, { inputs: inputsFor(emulator) })
    await step.line(/^Saved draft/)
    await until(() => callsOf(emulator, 'GetDraftInfo') >= 2)
    await saveTheirs(emulator)
    const main = await step.main
    expect(await codeOf(emulator, main.outputs['published_version'] ?? '')).toContain('VERSION = "theirs"')
    const { reason, message } = theFailure(main)
    expect(reason).toBe('draft_conflict')
    expect(message).toMatch(/holds? other code .* than this run’s draft .*: another run replaced the draft/)
    expect(message).toContain('add `concurrency:` to the workflow')
    expect(message).not.toContain('\n')
    expect(main.log).toContain('concurrency:\n  group: deploy-greeter\n  cancel-in-progress: false\n')
    expect(main.summary).toContain('cancel-in-progress: false')
    expect(main.outputs['changed']).toBe('true')
  }
)

async function saveTheirs(emulator: Emulator): Promise<void> {
  using platform = compute(emulator, { token: emulator.mint({ org: 'acme', ttlSeconds: 60 }) })
  const code = pythonCode('VERSION = "theirs"\n\ndef handler(payload, ctx):\n    return {"version": VERSION}\n')
  await platform.call('SaveDraft', { organization_name: 'acme', app_name: 'greeter', code })
}

async function deploy(emulator: Emulator, version: string): Promise<Ended> {
  using workspace = new Workspace()
  makeVersion(workspace, version)
  const { main } = await run(workspace, { inputs: inputsFor(emulator) })
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
