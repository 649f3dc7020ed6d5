import { describe, expect, test } from '@jest/globals'
import type { EmulatorOptions } from '../../../emulator/start.ts'
import { startEmulator } from '../../../emulator/start.ts'
import { callUrl, inputsFor, messagesOf, outputsOf, remote, run, Workspace, writesTo } from '../../support/deploying.ts'
import { deployedApp } from '../support/live-app.ts'

const DRAFT = { mode: 'draft' }

const platforms: readonly EmulatorOptions[] = [
  {},
  { variants: ['settings-replace', 'draft-not-found'] },
  { variants: ['settings-no-presence', 'status-spelling'] },
  ...[41, 42].map((permuteSeed) => ({ permuteSeed }))
]

describe('Mode draft', () => {
  test.each(platforms)('on a platform with %j: saves and tests, and what is live stays', async (options) => {
    await using live = await deployedApp(options, { env: 'GREETING=Hello' })
    const { emulator, workspace, url } = live
    const before = writesTo(emulator).length
    const inputs = inputsFor(emulator, { ...DRAFT, 'test-payload': '{"name": "Ada"}', tier: 'large' })
    const { main, post } = await run(workspace, { inputs })
    expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
    expect(outputsOf(main)).toMatchObject({
      status: 'drafted',
      reason_code: 'ok',
      changed: 'false',
      published_version: '',
      previous_version: '1',
      active_version: '1',
      code_hash: expect.stringMatching(/^[0-9a-f]{8}$/),
      test_status: 'passed'
    })
    expect(writesTo(emulator).slice(before)).toEqual(['ComputeService/SaveDraft', 'ComputeService/TestDraft'])
    expect(messagesOf(main, 'notice').at(-1)).toMatch(/^greeter: the draft [0-9a-f]{8} is saved, version 1 is live \(/)
    expect(await callUrl(url)).toMatchObject({ version: 'one' })
    expect((await remote(emulator)).state?.settings.tier).toBe('small')
    expect(post).toMatchObject({ exitCode: 0, raw: '' })
  })

  test('makes an app that is missing, with its settings', async () => {
    await using emulator = await startEmulator()
    using workspace = new Workspace()
    const { main } = await run(workspace, { inputs: inputsFor(emulator, { ...DRAFT, tier: 'large' }) })
    expect(outputsOf(main)).toMatchObject({ status: 'drafted', app_id: 'acme/greeter', active_version: '' })
    expect((await remote(emulator)).state).toMatchObject({ activeVersion: 0, settings: { tier: 'large' } })
  })

  test('says where no later run can be told to publish it', async () => {
    await using emulator = await startEmulator({ variants: ['no-code-hash'] })
    using workspace = new Workspace()
    const { main } = await run(workspace, { inputs: inputsFor(emulator, DRAFT) })
    expect(messagesOf(main, 'warning')).toEqual([
      'The platform gives this draft no hash, so no later run can be told to publish it: deploy it in one run, without `mode: draft`.'
    ])
  })

  test('takes no input of what follows a publish', async () => {
    await using emulator = await startEmulator()
    using workspace = new Workspace()
    const inputs = inputsFor(emulator, { ...DRAFT, 'rollback-on-failure': 'true' })
    const { main } = await run(workspace, { inputs })
    expect(messagesOf(main, 'error')).toEqual(['`rollback-on-failure` means nothing with `mode: draft`. Remove it.'])
    expect(emulator.journal).toEqual([])
  })
})
