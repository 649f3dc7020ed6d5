import { expect, test } from '@jest/globals'
import { startEmulator } from '../../../emulator/start.ts'
import { inputsFor, inputsWithToken, messagesOf, run, runMain, theFailure, Workspace } from '../../support/deploying.ts'
import { scriptedPlatform } from '../../support/scripted-platform.ts'
import { callsOf, deployedApp } from '../support/live-app.ts'

test.concurrent('With payloads a private app is called once with the first of them', async () => {
  await using emulator = await startEmulator()
  using workspace = new Workspace()
  workspace.write('a.json', '{"name": "Ada"}')
  workspace.write('b.json', '{"name": "Eve"}')
  workspace.write('a.expect.json', '{"greeting": "Hello, Ada!"}')
  const inputs = inputsFor(emulator, { 'test-payload-file': '*.json' })
  const main = await runMain(workspace, { inputs })
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  expect(main.log).toMatch(/^Version 1 passed a\.json/m)
  expect(messagesOf(main, 'notice')).toEqual([
    expect.stringMatching(/^greeter: version 1 is live at http:\S+ \(passed a\.json, [\d.]+ m?s\)$/)
  ])
  const tested = emulator.journal.filter(({ method }) => method === 'ComputeService/TestAppVersion')
  expect(tested.map(({ request }) => request)).toEqual([expect.objectContaining({ version: 1 })])
})

test.concurrent('A version that fails the test that its draft passed is red, and is rolled back', async () => {
  await using live = await deployedApp({}, { 'allow-unauthenticated': 'false' })
  const { emulator, workspace } = live
  // As code does that finds something else in the live app than in its draft: it answers once.
  workspace.edit(
    'handler.py',
    () => `import pathlib

def handler(payload, ctx):
    mark = pathlib.Path("${workspace.path}/called")
    if mark.exists(): raise KeyError("later")
    mark.touch()
`
  )
  const inputs = { 'test-payload': '{}', 'rollback-on-failure': 'true' }
  const { main, post } = await run(workspace, { inputs: inputsFor(emulator, inputs) })
  const { reason, message } = theFailure(main)
  expect(reason).toBe('verify_failed')
  expect(message).toMatch(
    /^KeyError: 'later', handler\.py:\d+\. Version 2 of acme\/greeter was published and does not pass test-payload\. Rolled back: version 1 /
  )
  expect(main.log).toMatch(/^\| KeyError: 'later'$/m)
  expect(main.outputs).toMatchObject({ active_version: '1', published_version: '2', test_status: 'passed' })
  expect(post.raw.replace(/^::add-mask::.*\n/gm, '')).toBe('')
})

test.concurrent('Without a payload its state is read, and a notice says that nothing called it', async () => {
  await using emulator = await startEmulator()
  using workspace = new Workspace()
  const main = await runMain(workspace, { inputs: inputsFor(emulator) })
  expect(main.exitCode).toBe(0)
  expect(messagesOf(main, 'notice')).toEqual([
    'Nothing called version 1 of acme/greeter: it is private, and there is no payload to test it with. The platform says that it is ACTIVE. Set `test-payload` to have it called before and after it is published.',
    expect.stringMatching(/^greeter: version 1 is live at http:\S+ \(not called, [\d.]+ m?s\)$/)
  ])
  expect(callsOf(emulator, 'GetAppState')).toBe(1)
})

test.concurrent('A state that says that it failed is red, and says what the platform tells', async () => {
  const state = { deployment_state: 'DEPLOYMENT_STATE_FAILED', message: 'out of memory' }
  const compile = { log: async function* () {}, isOver: () => true }
  await using platform = await scriptedPlatform(() => compile, {
    GetAppState: () => state,
    ListAppReplicas: () => ({ replicas: [{ replica_id: 'app-1', status: 'OOMKilled', restart_count: 4 }] })
  })
  using workspace = new Workspace()
  const at = { grpc: platform.endpoint.authority, tokenUrl: '' }
  const inputs = inputsWithToken(at, 'a-token', { app: 'acme:app', 'auth-url': '', 'verify-timeout-seconds': '1' })
  const main = await runMain(workspace, { inputs })
  const { reason, message } = theFailure(main)
  expect(reason).toBe('verify_failed')
  expect(message).toContain('Version 1 of acme/app was published, and the platform says after 1.0 s that it is FAILED.')
  expect(main.log).toContain('The platform says of the app: {"deployment_state":"FAILED","message":"out of memory"')
  expect(main.log).toContain('| app-1: OOMKilled, 4 restarts\n')
})
