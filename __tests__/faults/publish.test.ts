import { status } from '@grpc/grpc-js'
import { expect } from '@jest/globals'
import type { Variant } from '../../emulator/contract/variants.ts'
import { startEmulator } from '../../emulator/start.ts'
import type { Fault } from '../../emulator/wire/faults/faults.ts'
import { arrived, deployedApp, failingAt, liveApp, makeVersion } from '../e2e/support/live-app.ts'
import { inputsFor, messagesOf, remote, runMain, startAction, theFailure, Workspace } from '../support/deploying.ts'
import { faultCase } from './support/fault-case.ts'
import { answered, deployedTo, ended, numbersOn, publishing } from './support/publishing.ts'
import { tcpProxy } from './support/tcp-proxy.ts'

const LOST: Fault = { action: 'drop-after' }

const ONE_VERSION = { exit: 0, changed: 'true', 'says it published': '1', versions: [1] }
const ADOPTED = { ...ONE_VERSION, reason: 'recovered' }

// First, because each waits for a minute and the others fit into it.
const unreached: readonly (Loss & { readonly number: number })[] = [
  { number: 57, by: 'a cut connection', fault: { action: 'drop-before' } },
  { number: 55, by: 'UNAVAILABLE', fault: answered(status.UNAVAILABLE) }
]

for (const { number, by, fault } of unreached) {
  faultCase({
    number,
    fault: `a publish is lost before it took effect: ${by}`,
    expected: {
      ...ONE_VERSION,
      reason: 'ok',
      publishes: [fault.action === 'status' ? 'UNAVAILABLE' : 'DROPPED', 'OK']
    },
    run: async () => {
      await using emulator = await publishing(fault)
      const { main, facts } = await deployedTo(emulator)
      expect(main.log).toContain('No version was published and the draft is unchanged: publishing again.')
      return facts
    }
  })
}

faultCase({
  number: 49,
  fault: 'a token’s life of 2 s, and a draft that takes longer to test',
  expected: { ...ONE_VERSION, reason: 'ok', publishes: ['OK'], tokens: 'more than one' },
  run: async () => {
    await using emulator = await startEmulator({
      tokenTtlSeconds: 2,
      ...failingAt('TestDraft', [1], { action: 'delay', ms: 3000 })
    })
    const { main, facts } = await deployedTo(emulator, { 'test-payload': '{}' })
    const masked = new Set(main.commands.filter(({ name }) => name === 'add-mask').map(({ data }) => data))
    // One of the masks is the account's secret.
    return { ...facts, tokens: masked.size > 2 ? 'more than one' : 'one' }
  }
})

faultCase({
  number: 49,
  fault: 'a token that is refused by the publish itself',
  expected: { ...ONE_VERSION, reason: 'ok', publishes: ['UNAUTHENTICATED', 'OK'] },
  run: async () => {
    await using emulator = await publishing(answered(status.UNAUTHENTICATED))
    return (await deployedTo(emulator)).facts
  }
})

const missing = [
  { create: 'true', expected: { ...ONE_VERSION, reason: 'ok', publishes: ['OK'] } },
  {
    create: 'false',
    expected: { exit: 1, reason: 'app_missing', changed: 'false', 'says it published': '', publishes: [], versions: [] }
  }
]

for (const { create, expected } of missing) {
  faultCase({
    number: 52,
    fault: `an app that does not exist, with create-app ${create}`,
    expected,
    run: async () => {
      await using emulator = await startEmulator()
      const { facts } = await deployedTo(emulator, { 'create-app': create })
      expect((await remote(emulator)).state === undefined).toBe(create === 'false')
      return facts
    }
  })
}

faultCase({
  number: 55,
  fault: 'UNAVAILABLE twice at each read',
  expected: { ...ONE_VERSION, reason: 'ok', publishes: ['OK'] },
  run: async () => {
    const faults = ['GetApp', 'GetDraftInfo', 'ListAppVersions'].map((name) => ({
      method: `ComputeService/${name}`,
      calls: [1, 2],
      fault: answered(status.UNAVAILABLE)
    }))
    await using emulator = await startEmulator({ faults })
    return (await deployedTo(emulator)).facts
  }
})

type Loss = { readonly by: string; readonly fault: Fault; readonly variants?: readonly Variant[] }

const lost: readonly (Loss & { readonly number: number })[] = [
  { number: 55, by: 'UNAVAILABLE', fault: answered(status.UNAVAILABLE, true) },
  { number: 56, by: 'a cut connection', fault: LOST },
  { number: 56, by: 'a cut connection, without hashes', fault: LOST, variants: ['no-code-hash'] },
  { number: 56, by: 'a cut connection, with the draft gone', fault: LOST, variants: ['draft-cleared'] },
  { number: 56, by: 'a cut connection, with both', fault: LOST, variants: ['draft-cleared', 'no-code-hash'] },
  { number: 56, by: 'CANCELLED', fault: answered(status.CANCELLED, true) },
  { number: 60, by: 'DEADLINE_EXCEEDED', fault: answered(status.DEADLINE_EXCEEDED, true) }
]

for (const { number, by, fault, variants = [] } of lost) {
  const outcome = fault.action === 'status' ? status[fault.code] : 'DROPPED'
  faultCase({
    number,
    fault: `the answer to a publish is lost after it took effect: ${by}`,
    expected: { ...ADOPTED, publishes: [outcome] },
    run: async () => {
      await using emulator = await publishing(fault, { variants })
      const { main, post, facts } = await deployedTo(emulator)
      expect(messagesOf(main, 'warning')).toEqual([
        expect.stringContaining('It is not known whether the version was published')
      ])
      expect(main.log).toContain('Published version 1, found after its answer was lost')
      expect(post).toMatchObject({ exitCode: 0, raw: '' })
      return facts
    }
  })
}

faultCase({
  number: 56,
  fault: 'the answer to the second version’s publish is lost, without hashes',
  expected: { exit: 0, reason: 'recovered', previous: '1', published: '2', versions: [2, 1] },
  run: async () => {
    const options = failingAt('PublishDraft', [2], LOST)
    await using live = await liveApp({ ...options, variants: ['no-code-hash'] })
    const main = await runMain(live.workspace, { inputs: inputsFor(live.emulator) })
    const { reason_code = '', previous_version = '', published_version = '' } = main.outputs
    const versions = await numbersOn(live.emulator)
    const exit = main.exitCode ?? -1
    return { exit, reason: reason_code, previous: previous_version, published: published_version, versions }
  }
})

const later = [
  { number: 58, ms: 2500, after: '2 s' },
  { number: 60, ms: 11_000, after: '10 s' }
]

for (const { number, ms, after } of later) {
  faultCase({
    number,
    fault: `the connection is cut under a publish that takes effect ${after} later`,
    // The platform's journal knows nothing of the cut: to it, the client went away.
    expected: { ...ADOPTED, publishes: ['CANCELLED'] },
    run: async () => {
      await using emulator = await publishing({ action: 'delay', ms })
      await using proxy = await tcpProxy({ target: emulator.grpc })
      using workspace = new Workspace()
      await using step = startAction(workspace, { inputs: inputsFor(emulator, { 'api-endpoint': proxy.address }) })
      await arrived(emulator, 'PublishDraft')
      proxy.cut('reset')
      return await ended(emulator, step)
    }
  })
}

faultCase({
  number: 59,
  fault: 'a publish is lost, and another run publishes other code meanwhile',
  // Another run's version says nothing of ours, so the look goes on for all its time.
  expected: {
    exit: 1,
    reason: 'publish_unknown',
    changed: '',
    'says it published': '',
    publishes: ['OK', 'DROPPED', 'OK'],
    versions: [2, 1]
  },
  run: async () => {
    await using live = await liveApp(failingAt('PublishDraft', [2], { action: 'drop-before' }))
    const { emulator, workspace } = live
    using others = new Workspace()
    makeVersion(others, 'three')
    await using step = startAction(workspace, { inputs: inputsFor(emulator) })
    await step.line(/It is not known whether the version was published/)
    const main = await runMain(others, { inputs: inputsFor(emulator) })
    expect(main).toMatchObject({ exitCode: 0, outputs: { published_version: '2' } })
    const facts = await ended(emulator, step)
    const { message } = theFailure(await step.main)
    expect(message).toMatch(
      /version 2, which appeared since, holds other code \(\w{8}\) than this run’s draft \(\w{8}, saved at /
    )
    return facts
  }
})

const refusals = [
  { name: 'FAILED_PRECONDITION', reason: 'publish_failed' },
  { name: 'INVALID_ARGUMENT', reason: 'publish_failed' },
  { name: 'RESOURCE_EXHAUSTED', reason: 'publish_failed' },
  { name: 'INTERNAL', reason: 'publish_failed' }
] as const

for (const { name, reason } of refusals) {
  faultCase({
    number: 55,
    fault: `the platform refuses the publish with ${name}, so it is not sent again`,
    expected: { exit: 1, reason, changed: 'false', 'says it published': '', publishes: [name], versions: [] },
    run: async () => {
      await using emulator = await publishing(answered(status[name]))
      const { main, post, facts } = await deployedTo(emulator)
      const { title, message } = theFailure(main)
      expect(title).toBe('Publish version failed')
      expect(message).toContain(`Publishing acme/greeter: ${name}: not on a Friday`)
      expect(main.outputs['code_hash']).toMatch(/^[0-9a-f]{8}$/)
      expect(main.state['ignite_deploy']).toContain('"closed":true')
      expect(post).toMatchObject({ exitCode: 0, raw: '' })
      return facts
    }
  })
}

faultCase({
  number: 55,
  fault: 'the platform refuses the publish after settings were changed, so they are put back',
  expected: { reason: 'publish_failed', changed: 'false', active: '1', versions: [1], 'settings are as before': true },
  run: async () => {
    const before = { env: 'MODE=old', tier: 'small' }
    await using live = await deployedApp(failingAt('PublishDraft', [2], answered(status.FAILED_PRECONDITION)), before)
    const { emulator, workspace } = live
    const was = (await remote(emulator)).state?.settings
    const after = { 'allow-unauthenticated': 'false', env: 'MODE=new', tier: 'large' }
    const main = await runMain(workspace, { inputs: inputsFor(emulator, after) })
    expect(main.log).toContain('The settings that this run changed were put back')
    const { reason_code: reason = '', changed = '', active_version: active = '' } = main.outputs
    const { state } = await remote(emulator)
    const isAsBefore = JSON.stringify(state?.settings) === JSON.stringify(was)
    return { reason, changed, active, versions: await numbersOn(emulator), 'settings are as before': isAsBefore }
  }
})
