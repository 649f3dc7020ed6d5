import { expect, test } from '@jest/globals'
import { startEmulator } from '../../../emulator/start.ts'
import {
  inputsFor,
  messagesOf,
  outputsOf,
  run,
  runMain,
  theFailure,
  Workspace,
  writesTo
} from '../../support/deploying.ts'
import { liveApp } from '../support/live-app.ts'

const STATUS = { mode: 'status', code: '' }

test.each([{}, { permuteSeed: 43 }, { variants: ['draft-cleared', 'public-urls-map'] as const }])(
  'Mode status on a platform with %j reads, reports, and writes nothing',
  async (options) => {
    await using live = await liveApp(options)
    const { emulator, workspace, url } = live
    const before = writesTo(emulator).length
    const { main, post } = await run(workspace, { inputs: inputsFor(emulator, STATUS) })
    expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
    expect(outputsOf(main)).toMatchObject({
      status: 'unchanged',
      changed: 'false',
      app_id: 'acme/greeter',
      active_version: '1',
      published_version: '',
      url
    })
    expect(messagesOf(main, 'notice')).toEqual([`greeter: version 1 is live at ${url}`])
    expect(writesTo(emulator).length).toBe(before)
    expect(post).toMatchObject({ exitCode: 0, raw: '' })
  }
)

test('An app that does not exist is named', async () => {
  await using emulator = await startEmulator()
  using workspace = new Workspace()
  const main = await runMain(workspace, { inputs: inputsFor(emulator, STATUS) })
  expect(theFailure(main)).toMatchObject({
    reason: 'app_missing',
    message: expect.stringContaining('The app acme/greeter does not exist.')
  })
})

test('Inputs of a deployment mean nothing in it', async () => {
  await using emulator = await startEmulator()
  using workspace = new Workspace()
  const inputs = inputsFor(emulator, { ...STATUS, code: 'greeter', env: 'A=1', 'create-app': 'false' })
  const main = await runMain(workspace, { inputs })
  expect(messagesOf(main, 'error')).toEqual([
    '`create-app`, `code` and `env` mean nothing with `mode: status`. Remove them.'
  ])
  expect(emulator.journal).toEqual([])
})
