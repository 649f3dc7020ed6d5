import { setTimeout as sleep } from 'node:timers/promises'
import { status } from '@grpc/grpc-js'
import { describe, expect, test } from '@jest/globals'
import { type Emulator, type EmulatorOptions, startEmulator } from '../../emulator/start.ts'
import type { Variant } from '../../emulator/variants.ts'
import type { Fault } from '../../emulator/wire/faults.ts'
import {
  callUrl,
  inputsFor,
  messagesOf,
  remote,
  resultOf,
  run,
  startAction,
  theFailure,
  Workspace
} from '../support/deploying.ts'

const PUBLISH = 'ComputeService/PublishDraft'
const LOST: Fault = { action: 'drop-after' }

/** A settle time of a minute passes before a publish that never took effect is sent again. */
const SETTLED_MS = 150_000

function publishing(
  fault: Fault,
  options: EmulatorOptions & { readonly calls?: readonly number[] } = {}
): Promise<Emulator> {
  const { calls = [1], ...rest } = options
  return startEmulator({ ...rest, faults: [{ method: PUBLISH, calls, fault }] })
}

function answered(code: status, afterEffect = false): Fault {
  return { action: 'status', code, details: 'not on a Friday', afterEffect }
}

function outcomesOf({ journal }: Emulator, method = PUBLISH): readonly string[] {
  return journal.filter((entry) => entry.method === method).map(({ outcome }) => outcome)
}

async function numbersOn(emulator: Emulator): Promise<readonly number[]> {
  return (await remote(emulator)).versions.map(({ number }) => number)
}

// All at once, because one of them waits for a minute.
describe('A publish', () => {
  test.concurrent(
    'that was lost before it took effect is found to have made no version, is sent again, and makes one',
    async () => {
      const unreached: readonly Fault[] = [{ action: 'drop-before' }, answered(status.UNAVAILABLE)]
      await Promise.all(unreached.map(expectSentAgain))
    },
    SETTLED_MS
  )

  const losses: readonly { readonly by: string; readonly fault: Fault; readonly variants?: readonly Variant[] }[] = [
    { by: 'a dropped connection', fault: LOST },
    { by: 'a dropped connection, without hashes', fault: LOST, variants: ['no-code-hash'] },
    { by: 'a dropped connection, with the draft gone', fault: LOST, variants: ['draft-cleared'] },
    { by: 'a dropped connection, with both', fault: LOST, variants: ['draft-cleared', 'no-code-hash'] },
    { by: 'UNAVAILABLE', fault: answered(status.UNAVAILABLE, true) },
    { by: 'DEADLINE_EXCEEDED', fault: answered(status.DEADLINE_EXCEEDED, true) },
    { by: 'CANCELLED', fault: answered(status.CANCELLED, true) }
  ]

  test.concurrent.each(losses)(
    'whose answer is lost after it took effect makes exactly one version, which is adopted: $by',
    async ({ fault, variants = [] }) => {
      await using emulator = await publishing(fault, { variants })
      using workspace = new Workspace()
      const { main, post } = await run(workspace, { inputs: inputsFor(emulator, { 'allow-unauthenticated': 'true' }) })
      expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
      expect(resultOf(main)).toMatchObject({
        reason_code: 'recovered',
        status: 'published',
        published_version: '1',
        changed: 'true'
      })
      expect(await numbersOn(emulator)).toEqual([1])
      expect(outcomesOf(emulator)).toHaveLength(1)
      expect(messagesOf(main, 'warning')).toEqual([
        expect.stringContaining('It is not known whether the version was published')
      ])
      expect(main.log).toContain('Published version 1, found after its answer was lost')
      expect(await callUrl(main.outputs['url'])).toMatchObject({ version: 'one' })
      expect(post).toMatchObject({ exitCode: 0, raw: '' })
    }
  )

  test.concurrent('that is lost so is found as a second version too: the first is not taken for it', async () => {
    await using emulator = await publishing(LOST, { calls: [2], variants: ['no-code-hash'] })
    using workspace = new Workspace()
    await run(workspace, { inputs: inputsFor(emulator, { 'allow-unauthenticated': 'true' }) })
    workspace.edit('handler.py', (text) => text.replace('VERSION = "one"', 'VERSION = "two"'))
    const { main } = await run(workspace, { inputs: inputsFor(emulator) })
    expect(main).toMatchObject({
      exitCode: 0,
      outputs: { reason_code: 'recovered', published_version: '2', previous_version: '1' }
    })
    expect(await numbersOn(emulator)).toEqual([2, 1])
    expect(await callUrl(main.outputs['url'])).toMatchObject({ version: 'two' })
  })

  test.concurrent.each([
    { name: 'FAILED_PRECONDITION', reason: 'publish_failed' },
    { name: 'INVALID_ARGUMENT', reason: 'publish_failed' },
    { name: 'RESOURCE_EXHAUSTED', reason: 'publish_failed' },
    { name: 'PERMISSION_DENIED', reason: 'permission_denied' },
    { name: 'INTERNAL', reason: 'publish_failed' }
  ] as const)('that the platform refuses with $name is not sent again: $reason', async ({ name, reason }) => {
    const code = status[name]
    await using emulator = await publishing(answered(code))
    using workspace = new Workspace()
    const { main, post } = await run(workspace, { inputs: inputsFor(emulator) })
    const failure = theFailure(main)
    expect(failure).toMatchObject({ reason, title: 'Publish version failed' })
    expect(failure.message).toContain(`Publishing acme/greeter: ${name}: not on a Friday`)
    expect(outcomesOf(emulator)).toEqual([name])
    expect(main.outputs).toMatchObject({ published_version: '', code_hash: expect.stringMatching(/^[0-9a-f]{8}$/) })
    expect(main.state['ignite_deploy']).toContain('"closed":true')
    expect(post).toMatchObject({ exitCode: 0, raw: '' })
  })

  test.concurrent('whose token is refused is sent once more, with a new one', async () => {
    await using emulator = await publishing(answered(status.UNAUTHENTICATED))
    using workspace = new Workspace()
    const { main } = await run(workspace, { inputs: inputsFor(emulator) })
    expect(main).toMatchObject({ exitCode: 0, outputs: { published_version: '1' } })
    expect(await numbersOn(emulator)).toEqual([1])
  })

  test.concurrent('that is refused leaves the version and the settings that were live', async () => {
    await using emulator = await publishing(answered(status.FAILED_PRECONDITION), { calls: [2] })
    using workspace = new Workspace()
    const before = { 'allow-unauthenticated': 'true', env: 'MODE=old', tier: 'small' }
    await run(workspace, { inputs: inputsFor(emulator, before) })
    workspace.edit('handler.py', (text) => text.replace('VERSION = "one"', 'VERSION = "two"'))
    const after = { 'allow-unauthenticated': 'false', env: 'MODE=new', tier: 'large' }
    const { main } = await run(workspace, { inputs: inputsFor(emulator, after) })
    expect(theFailure(main).reason).toBe('publish_failed')
    expect(main.outputs).toMatchObject({ previous_version: '1', active_version: '1', published_version: '' })
    const { state, versions } = await remote(emulator)
    expect(versions).toHaveLength(1)
    expect(state?.settings).toMatchObject({ env: { MODE: 'old' }, tier: 'small', allowUnauthenticated: true })
    expect(main.log).toContain('The settings that this run changed were put back')
  })

  test.concurrent('during which the run is killed has left its state for post, without a secret', async () => {
    // The platform publishes after the run is dead: that it does shows that the call was under way.
    await using emulator = await publishing({ action: 'delay', ms: 4000 }, { calls: [2] })
    using workspace = new Workspace()
    await run(workspace, { inputs: inputsFor(emulator, { env: 'PASSWORD=hunter-one' }) })
    await using step = startAction(workspace, { inputs: inputsFor(emulator, { env: 'PASSWORD=hunter-two' }) })
    await step.line(/^Saved draft/)
    await sleep(2000)
    step.kill('SIGKILL')
    const main = await step.main
    expect(main.exitCode).toBe(137)
    expect(outcomesOf(emulator)).toEqual(['OK'])
    const state = main.state['ignite_deploy'] ?? ''
    expect(state).not.toMatch(/eyJ|secret|hunter/)
    expect(JSON.parse(state)).toMatchObject({
      run: 'octo-org/octo-app/4294967297/1',
      closed: false,
      open: {
        app: { organization: 'acme', name: 'greeter' },
        phase: 'publishing',
        previousVersion: 1,
        highestVersion: 1,
        fingerprint: { codeHash: main.outputs['code_hash'], imageRef: '' }
      }
    })
    while (outcomesOf(emulator).length < 2) await sleep(10)
    expect(await numbersOn(emulator)).toEqual([2, 1])
    const post = await step.post()
    expect(post.exitCode).toBe(0)
    expect(post.log).toMatch(/version/)
    expect(outcomesOf(emulator)).toHaveLength(2)
  })
})

async function expectSentAgain(fault: Fault): Promise<void> {
  await using emulator = await publishing(fault)
  using workspace = new Workspace()
  const { main } = await run(workspace, { inputs: inputsFor(emulator) })
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  expect(resultOf(main)).toMatchObject({
    status: 'published',
    published_version: '1',
    active_version: '1',
    reason_code: 'ok'
  })
  expect(await numbersOn(emulator)).toEqual([1])
  expect(outcomesOf(emulator)).toEqual([fault.action === 'status' ? 'UNAVAILABLE' : 'DROPPED', 'OK'])
  expect(main.log).toContain('No version was published and the draft is unchanged: publishing again.')
}
