import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { startEmulator } from '../../emulator/start.ts'
import { TOKEN } from '../faults/support/compiling.ts'
import { inputsFor, inputsWithToken, startAction, Workspace } from '../support/deploying.ts'
import { scriptedPlatform } from '../support/scripted-platform.ts'

/** Signals would hide that it does not end by itself. */
const BY_ITSELF = { exitCode: 1, signals: [] }

test.concurrent('main ends without publishing when the runner that reads its log is gone', async () => {
  const slow = { method: 'ComputeService/SaveDraft', calls: [1], fault: { action: 'delay', ms: 2000 } } as const
  await using emulator = await startEmulator({ faults: [slow] })
  using workspace = new Workspace()
  await using step = startAction(workspace, { inputs: inputsFor(emulator) })
  await step.line(/^Packed/)
  step.abandon()
  expect(await step.main).toMatchObject(BY_ITSELF)
  expect(emulator.journal.map(({ method }) => method)).not.toContain('ComputeService/PublishDraft')
})

test.concurrent('main ends also while more of a remote log comes than anybody reads', async () => {
  async function* flood(_: number, signal: AbortSignal): AsyncGenerator<Buffer> {
    for (let at = 0; !signal.aborted; at++) {
      yield Buffer.from(`line ${at} ${'x'.repeat(4000)}\n`)
      await sleep(0)
    }
  }
  await using server = await scriptedPlatform(() => ({ log: flood, isOver: () => false }))
  using workspace = new Workspace()
  workspace.write('greeter/Cargo.toml', '')
  const target = { grpc: server.endpoint.authority, tokenUrl: '' }
  const inputs = { app: 'acme:crate', runtime: 'rust', 'auth-url': '' }
  await using step = startAction(workspace, { inputs: inputsWithToken(target, TOKEN, inputs) })
  await step.line(/line 100 /)
  step.abandon()
  expect(await step.main).toMatchObject(BY_ITSELF)
  expect(server.calls.map(({ method }) => method)).not.toContain('PublishDraft')
})
