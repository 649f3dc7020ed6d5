import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import type { Fault } from '../../emulator/wire/faults/faults.ts'
import { callUrl, type Inputs, inputsFor, messagesOf, remote, startAction } from '../support/deploying.ts'
import { expectSaid } from './support/job-end.ts'
import { arrived, callsOf, failingAt, type LiveApp, liveApp, ROLLED_BACK } from './support/live-app.ts'

const ASKED = { 'rollback-on-failure': 'true' }

// All at once, because one of them waits for the settle time.
describe('A run that is killed while it publishes', () => {
  const slowly: Fault = { action: 'delay', ms: 2500 }

  test.concurrent('has published: post finds the version and says which', async () => {
    await using live = await liveApp(failingAt('PublishDraft', [2], slowly))
    const { main, post } = await killed(live, { env: 'PASSWORD=hunter-two' }, { how: 'SIGKILL' })
    expect(main.exitCode).toBe(137)
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
        envChanged: ['PASSWORD'],
        fingerprint: { codeHash: main.outputs['code_hash'], imageRef: '' }
      }
    })
    expectSaid(post, 'Version 2 of acme/greeter was published before the run ended.')
    expect(callsOf(live.emulator, 'RollbackApp')).toBe(0)
    expect(await callUrl(live.url)).toMatchObject({ version: 'two' })
  })

  test.concurrent('has published, and the rollback was asked for: post rolls back what it found', async () => {
    await using live = await liveApp(failingAt('PublishDraft', [2], slowly))
    const { post } = await killed(live, ASKED, { how: 'SIGKILL' })
    expectSaid(post, ROLLED_BACK)
    expect(await callUrl(live.url)).toMatchObject({ version: 'one' })
  })

  test.concurrent('by the cancelling of its job lets the publish end; post rolls back where that was asked for', async () => {
    await using live = await liveApp(failingAt('PublishDraft', [2], slowly))
    const { main, post } = await killed(live, { 'rollback-on-cancel': 'true' }, { how: 'cancel' })
    expect(main).toMatchObject({
      conclusion: 'cancelled',
      outputs: { published_version: '2', reason_code: 'cancelled' }
    })
    expectSaid(post, ROLLED_BACK)
    expect(await callUrl(live.url)).toMatchObject({ version: 'one' })
  })

  test.concurrent('by the cancelling of its job names the version that it published', async () => {
    await using live = await liveApp(failingAt('PublishDraft', [2], slowly))
    const { main, post } = await killed(live, {}, { how: 'cancel' })
    expect(main).toMatchObject({ conclusion: 'cancelled', outputs: { published_version: '2' } })
    expect(main.log).toContain('Published version 2')
    expectSaid(post, 'Version 2 of acme/greeter was published before the run ended.')
    expect(await callUrl(live.url)).toMatchObject({ version: 'two' })
  })
})

test.concurrent('A run that is killed between its settings and its publish: post brings the settings back', async () => {
  // A run reads the draft before it saves, publishes and ends.
  await using live = await liveApp(failingAt('GetDraftInfo', [2], { action: 'hang' }))
  const { emulator, workspace } = live
  await using step = startAction(workspace, { inputs: inputsFor(emulator, { tier: 'large', env: 'A=1' }) })
  await step.line(/^Settings applied/)
  await arrived(emulator, 'GetDraftInfo', 2)
  step.kill('SIGKILL')
  expect((await step.main).state['ignite_deploy']).toContain('"phase":"changed"')
  const post = await step.post()
  expectSaid(post, 'Nothing was published: version 1 stays active.')
  expect(messagesOf(post, 'warning')).toContain(
    'This run changed variables whose values are not kept for this step, look at them: A.'
  )
  expect((await remote(emulator)).state?.settings.tier).toBe('small')
})

test.concurrent('A run that is cancelled while its draft is tested: nothing is published, and post lists what it added', async () => {
  await using live = await liveApp()
  const { emulator, workspace, url } = live
  workspace.edit('handler.py', (text) => text.replace('    name =', '    import time\n    time.sleep(8)\n    name ='))
  const inputs = {
    ...ASKED,
    'rollback-on-cancel': 'true',
    env: 'ADDED=marker-new',
    'test-payload': '{}',
    tier: 'large'
  }
  await using step = startAction(workspace, { inputs: inputsFor(emulator, inputs) })
  while (callsOf(emulator, 'TestDraft') === 0) await sleep(10)
  step.cancel()
  const main = await step.main
  expect(main).toMatchObject({ conclusion: 'cancelled', outputs: { reason_code: 'cancelled', published_version: '' } })
  const post = await step.post()
  expectSaid(post, 'Nothing was published: version 1 stays active.')
  expect(messagesOf(post, 'warning')).toContain(
    'This run changed variables whose values are not kept for this step, look at them: ADDED.'
  )
  expect(post.log).not.toContain('marker')
  expect(callsOf(emulator, 'PublishDraft')).toBe(1)
  expect((await remote(emulator)).state).toMatchObject({ activeVersion: 1, settings: { tier: 'small' } })
  expect(await callUrl(url)).toMatchObject({ version: 'one' })
})

test.concurrent('A run that is killed while it publishes, and has published nothing: post says so, and brings the settings back', async () => {
  await using live = await liveApp(failingAt('PublishDraft', [2], { action: 'hang' }))
  const { post } = await killed(live, { ...ASKED, tier: 'large' }, { how: 'SIGKILL' })
  expectSaid(post, 'Nothing was published: version 1 stays active.')
  expect(messagesOf(post, 'notice')).toEqual(['The settings that this run changed were put back: tier.'])
  expect((await remote(live.emulator)).state).toMatchObject({ activeVersion: 1, settings: { tier: 'small' } })
})

async function killed(
  { emulator, workspace }: LiveApp,
  inputs: Inputs,
  { how }: { readonly how: 'SIGKILL' | 'cancel' }
) {
  await using step = startAction(workspace, { inputs: inputsFor(emulator, inputs) })
  // The first publish made the app live.
  await arrived(emulator, 'PublishDraft', 2)
  if (how === 'cancel') step.cancel()
  else step.kill('SIGKILL')
  return { main: await step.main, post: await step.post() }
}
