import { status } from '@grpc/grpc-js'
import { describe, expect, test } from '@jest/globals'
import { type EmulatorOptions, startEmulator } from '../../../emulator/start.ts'
import { compute } from '../../emulator/ignite/support/client.ts'
import {
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
import { callsOf, deployedApp, failingAt, type LiveApp, LOST_ANSWERS, liveApp, refusal } from '../support/live-app.ts'

const DELETE = { mode: 'delete', code: '', confirm: 'greeter' }

function deletion({ emulator, workspace }: Pick<LiveApp, 'emulator' | 'workspace'>, inputs: Inputs = {}) {
  return run(workspace, { inputs: inputsFor(emulator, { ...DELETE, ...inputs }) })
}

const platforms: readonly EmulatorOptions[] = [
  {},
  { variants: ['settings-replace', 'draft-cleared'] },
  { variants: ['settings-no-presence', 'public-urls-map'] },
  { variants: ['settings-mask', 'draft-not-found'] },
  ...[48, 49].map((permuteSeed) => ({ permuteSeed }))
]

describe('Mode delete', () => {
  test.each(platforms)('on a platform with %j: removes an app that this repository made', async (options) => {
    await using live = await deployedApp(options, { description: 'Greets people.\nBy name.' })
    const { emulator, workspace } = live
    // A later deployment that says something else of the app does not unmake who made it.
    await runMain(workspace, { inputs: inputsFor(emulator, { description: 'Greets everybody.', tier: 'large' }) })
    expect((await remote(emulator)).state?.settings.description).toBe(
      'Greets everybody.\n\nDeployed by octo-org/octo-app (dodil/ignite-deploy)'
    )
    const before = writesTo(emulator).length
    const { main, post } = await deletion(live)
    expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
    expect(outputsOf(main)).toMatchObject({
      status: 'removed',
      reason_code: 'ok',
      changed: 'true',
      app_id: 'acme/greeter',
      previous_version: '2',
      active_version: '',
      url: '',
      public_urls: '[]'
    })
    expect(main.summary).toContain('### 🗑️ greeter: deleted')
    expect(messagesOf(main, 'notice').at(-1)).toMatch(/^greeter is deleted with all its versions \(/)
    expect(writesTo(emulator).slice(before)).toEqual(['ComputeService/DeleteApp'])
    expect((await remote(emulator)).state).toBeUndefined()
    expect(post).toMatchObject({ exitCode: 0, raw: '' })
  })

  test('does not mark an app again that a deployment changes, nor says that it changed the description', async () => {
    await using live = await deployedApp({}, { description: 'Greets people.' })
    const { emulator, workspace } = live
    const before = callsOf(emulator, 'UpdateAppConfig')
    const main = await runMain(workspace, { inputs: inputsFor(emulator, { description: 'Greets people.' }) })
    expect(main.outputs['published_version']).toBe('2')
    expect(callsOf(emulator, 'UpdateAppConfig')).toBe(before)
  })

  test.each([
    { description: 'Made by hand.', says: 'its description does not say which repository made it' },
    { description: 'Deployed by octo-org/other (dodil/ignite-deploy)', says: 'octo-org/other made it' }
  ])('refuses an app that is described as $description', async ({ description, says }) => {
    await using emulator = await startEmulator()
    using workspace = new Workspace()
    using platform = compute(emulator, { token: emulator.mint({ org: 'acme', ttlSeconds: 60 }) })
    await platform.call('CreateApp', { organization_name: 'acme', name: 'greeter', description })
    // What this repository's runs only deployed, they may not delete.
    await runMain(workspace, { inputs: inputsFor(emulator, { description: 'Ours now.' }) })
    const { main } = await deletion({ emulator, workspace })
    const { reason, title, message } = theFailure(main)
    expect({ reason, title }).toEqual({ reason: 'bad_input', title: 'Check maker failed' })
    expect(message).toContain(`acme/greeter is not deleted: ${says}, and this run is of octo-org/octo-app.`)
    expect(main.outputs).toMatchObject({ changed: 'false', active_version: '1' })
    expect(main.summary).toContain('Nothing was changed; version 1 stays live')
    expect(callsOf(emulator, 'DeleteApp')).toBe(0)
  })

  test('ends green where there is no such app, and says so', async () => {
    await using emulator = await startEmulator()
    using workspace = new Workspace()
    const { main } = await deletion({ emulator, workspace })
    expect(outputsOf(main)).toMatchObject({ status: 'unchanged', reason_code: 'unchanged', changed: 'false' })
    expect(messagesOf(main, 'notice')).toEqual(['acme/greeter does not exist: nothing is deleted.'])
    expect(callsOf(emulator, 'DeleteApp')).toBe(0)
  })

  test.each([
    {
      inputs: { confirm: '' },
      says: '`confirm` is missing. Write `confirm: greeter`, to say that this app is to be deleted with all its versions.'
    },
    { inputs: { confirm: 'greeting' }, says: '`confirm` is not what `app` is. Write `confirm: greeter`, to say ' },
    { inputs: { 'create-app': 'false' }, says: '`create-app` means nothing with `mode: delete`. Remove it.' }
  ])('with $inputs is refused before anything is sent', async ({ inputs, says }) => {
    await using emulator = await startEmulator()
    using workspace = new Workspace()
    const { main } = await deletion({ emulator, workspace }, inputs as Inputs)
    expect(messagesOf(main, 'error')).toEqual([expect.stringContaining(says)])
    expect(emulator.journal).toEqual([])
  })
})

describe('A deletion', () => {
  test.concurrent.each(LOST_ANSWERS)('whose answer is lost $how is made all the same', async ({ action, times }) => {
    await using live = await liveApp(failingAt('DeleteApp', [1], { action }))
    const { main } = await deletion(live)
    expect(main.outputs).toMatchObject({ status: 'removed', changed: 'true', active_version: '' })
    expect(callsOf(live.emulator, 'DeleteApp')).toBe(times)
  })

  test.concurrent('whose answer is lost twice is not said to be made or not', async () => {
    await using live = await liveApp(failingAt('DeleteApp', [1, 2], refusal(status.UNAVAILABLE)))
    const { main } = await deletion(live)
    const { reason, message } = theFailure(main)
    expect(reason).toBe('platform_unavailable')
    expect(message).toMatch(/^It is not known whether acme\/greeter was deleted: .*, and the app was there at the last/)
    expect(main.outputs).toMatchObject({ changed: '', active_version: '1' })
  })

  test('that the platform refuses fails with its words', async () => {
    await using live = await liveApp(failingAt('DeleteApp', [1], refusal()))
    const { main } = await deletion(live)
    expect(theFailure(main).message).toContain('Deleting acme/greeter: FAILED_PRECONDITION: not on a Friday')
    expect(main.outputs).toMatchObject({ changed: 'false', active_version: '1' })
    expect(main.summary).toContain('Nothing was changed; version 1 stays live')
  })
})
