import { status } from '@grpc/grpc-js'
import { describe, expect, test } from '@jest/globals'
import { type EmulatorOptions, startEmulator } from '../../emulator/start.ts'
import { compute } from '../emulator/ignite/support/client.ts'
import { ActingApp, failing, inputsForActing, OURS } from '../support/acting-app.ts'
import {
  callUrl,
  inputsFor,
  inputsWithToken,
  messagesOf,
  remote,
  run,
  runMain,
  Workspace
} from '../support/deploying.ts'
import { SETTINGS } from '../support/fakes.ts'
import { expectQuiet, expectSaid, runJob } from './support/job-end.ts'
import { leaks } from './support/leaks.ts'
import {
  callsOf,
  deployedApp,
  failingAt,
  LOST_ANSWERS,
  liveApp,
  makeVersion,
  ROLLED_BACK,
  refusal
} from './support/live-app.ts'
import { Observer } from './support/observing.ts'

const ASKED = { 'rollback-on-failure': 'true' }
const GREETER = { organization_name: 'acme', app_name: 'greeter' }

describe('A later step fails, and the rollback was asked for', () => {
  const platforms: readonly EmulatorOptions[] = [
    {},
    { variants: ['draft-cleared', 'no-code-hash'] },
    { variants: ['status-spelling', 'settings-no-presence'] },
    { variants: ['public-urls-map', 'draft-not-found', 'reflection-one-file'] },
    ...[21, 22, 23].map((permuteSeed) => ({ permuteSeed }))
  ]

  test.each(platforms)('on a platform with %j: post makes version 1 active again, and says so', async (options) => {
    await using live = await liveApp(options)
    const { emulator, workspace, url } = live
    const meanwhile = async () => expect(await callUrl(url)).toMatchObject({ version: 'two' })
    const inputs = inputsFor(emulator, ASKED)
    const { main, post } = await runJob(workspace, { inputs }, { status: 'failure', meanwhile })
    expect(main).toMatchObject({ exitCode: 0, outputs: { published_version: '2', previous_version: '1' } })
    expectSaid(post, ROLLED_BACK)
    expect(await callUrl(url)).toMatchObject({ version: 'one' })
    expect((await remote(emulator)).state?.activeVersion).toBe(1)
    expect(callsOf(emulator, 'RollbackApp')).toBe(1)
  })

  test('after a first deploy: there is nothing to roll back to, and post says so', async () => {
    await using emulator = await startEmulator()
    using workspace = new Workspace()
    const { post } = await runJob(workspace, { inputs: inputsFor(emulator, ASKED) }, { status: 'failure' })
    expectSaid(post, 'Version 1 of acme/greeter stays live: it is the first, so there is none to roll back to.')
    expect(callsOf(emulator, 'RollbackApp')).toBe(0)
    expect((await remote(emulator)).state?.activeVersion).toBe(1)
  })

  test('while another run’s version is active: it is left alone, and post says so', async () => {
    await using live = await liveApp()
    const { emulator, workspace, url } = live
    using others = new Workspace()
    makeVersion(others, 'three')
    const meanwhile = () => run(others, { inputs: inputsFor(emulator) })
    const { post } = await runJob(workspace, { inputs: inputsFor(emulator, ASKED) }, { status: 'failure', meanwhile })
    expectSaid(post, 'Version 3, which another run made active, is left alone: no rollback of version 2 to version 1.')
    expect(callsOf(emulator, 'RollbackApp')).toBe(0)
    expect(await callUrl(url)).toMatchObject({ version: 'three' })
  })

  test('while version 1 is active already: nothing is done, and post says so', async () => {
    await using live = await liveApp()
    const { emulator, workspace } = live
    using platform = compute(emulator, { token: emulator.mint({ org: 'acme', ttlSeconds: 60 }) })
    const meanwhile = () => platform.call('RollbackApp', { ...GREETER, version: 1 })
    const { post } = await runJob(workspace, { inputs: inputsFor(emulator, ASKED) }, { status: 'failure', meanwhile })
    expectSaid(post, 'Version 1 is active already, not version 2: nothing to roll back.')
    expect(callsOf(emulator, 'RollbackApp')).toBe(1)
  })
})

describe('A rollback', () => {
  test.concurrent.each(LOST_ANSWERS)('whose answer is lost $how is made all the same', async ({ action, times }) => {
    await using live = await liveApp(failingAt('RollbackApp', [1], { action }))
    const { emulator, workspace, url } = live
    const { post } = await runJob(workspace, { inputs: inputsFor(emulator, ASKED) }, { status: 'failure' })
    expectSaid(post, ROLLED_BACK)
    expect(callsOf(emulator, 'RollbackApp')).toBe(times)
    expect(await callUrl(url)).toMatchObject({ version: 'one' })
  })

  test.concurrent('whose answer is lost twice makes the job red, and is not said to be made or not', async () => {
    await using live = await liveApp(failingAt('RollbackApp', [1, 2], refusal(status.UNAVAILABLE)))
    const { emulator, workspace, url } = live
    const { post } = await runJob(workspace, { inputs: inputsFor(emulator, ASKED) }, { status: 'failure' })
    expect(post.exitCode).toBe(1)
    expect(messagesOf(post, 'error')).toEqual([
      expect.stringMatching(
        /^It is not known whether version 1 of acme\/greeter is active again: Rolling .*: UNAVAILABLE: not on a Friday\. Version 2 was active at the last look\./
      )
    ])
    expect(callsOf(emulator, 'RollbackApp')).toBe(2)
    expect(await callUrl(url)).toMatchObject({ version: 'two' })
  })

  test('that the platform refuses makes the job red, with its words', async () => {
    await using live = await liveApp(failingAt('RollbackApp', [1], refusal()))
    const { emulator, workspace } = live
    const { post } = await runJob(workspace, { inputs: inputsFor(emulator, ASKED) }, { status: 'failure' })
    expect(post.exitCode).toBe(1)
    const [error = '', ...more] = messagesOf(post, 'error')
    expect(error).toContain('Rolling acme/greeter back to version 1: FAILED_PRECONDITION: not on a Friday')
    expect(more).toEqual([])
    expect(post.summary).toContain('The rollback failed')
    expect(callsOf(emulator, 'RollbackApp')).toBe(1)
  })

  test('brings the settings back that hold no secret, and lists the names of those that may', async () => {
    const before = { env: 'MODE=hunter-old\nKEPT=hunter-kept', tier: 'medium', ports: '80\n8080' }
    await using live = await deployedApp({ variants: ['settings-replace'] }, before)
    const { emulator, workspace } = live
    using observer = new Observer()
    const after = { env: 'MODE=hunter-new\nADDED=hunter-added', tier: 'large', ports: '80', 'health-path': '/live' }
    const inputs = inputsFor(emulator, { ...ASKED, ...after })
    const { main, post } = await runJob(workspace, { inputs, env: observer.env }, { status: 'failure' })
    expect(main.exitCode).toBe(0)
    expectSaid(post, ROLLED_BACK)
    const names = 'This run changed variables whose values are not kept for this step, look at them: ADDED and MODE.'
    expect(messagesOf(post, 'warning')).toEqual([names, ROLLED_BACK])
    expect(messagesOf(post, 'notice')).toEqual([
      'The settings that this run changed were put back: tier, health-path and ports.'
    ])
    expect(post.summary).toContain('ADDED and MODE')
    expect(post.summary).toContain('were put back: tier, health-path and ports.')
    expect((await remote(emulator)).state?.settings).toEqual({
      ...SETTINGS,
      description: 'Deployed by octo-org/octo-app (dodil/ignite-deploy)',
      env: { MODE: 'hunter-new', KEPT: 'hunter-kept', ADDED: 'hunter-added' },
      tier: 'medium',
      ports: [80, 8080],
      healthPath: '/healthz',
      allowUnauthenticated: true
    })
    const [seenMain, seenPost] = observer.stages
    expect(leaks(main, seenMain!, ['hunter-'])).toEqual([])
    expect(leaks(post, seenPost!, ['hunter-', inputs['service-account-secret'] ?? ''])).toEqual([])
  })
})

describe('A token that was given, in a run that may have to be rolled back', () => {
  test.each([
    { inputs: ASKED, ttlSeconds: 600, warns: true },
    { inputs: { 'rollback-on-cancel': 'true' }, ttlSeconds: 600, warns: true },
    { inputs: ASKED, ttlSeconds: 3600, warns: false },
    { inputs: {}, ttlSeconds: 600, warns: false }
  ])('that lives $ttlSeconds s, with $inputs: it warns: $warns', async ({ inputs, ttlSeconds, warns }) => {
    await using emulator = await startEmulator()
    using workspace = new Workspace()
    const token = emulator.mint({ org: 'acme', ttlSeconds })
    const main = await runMain(workspace, { inputs: inputsWithToken(emulator, token, inputs) })
    expect(main).toMatchObject({ exitCode: 0, outputs: { published_version: '1' } })
    const text =
      /^The token expires in (10 min 0 s|9 min \d+ s), and this run may take .*: after that, nothing can be rolled back/
    expect(messagesOf(main, 'warning')).toEqual(warns ? [expect.stringMatching(text)] : [])
  })
})

describe('A rollback with a test payload', () => {
  const tested = { ...ASKED, 'test-payload-file': 'ada.json', 'test-expect': '{"version": "two"}' }

  test.each([
    {
      what: 'calls the version that is active again with it',
      level: 'notice' as const,
      meanwhile: () => undefined,
      says: 'Tested version 1 with ada.json: completed.',
      calls: 1
    },
    {
      what: 'says that it is gone, where it is',
      level: 'warning' as const,
      meanwhile: (workspace: Workspace) => workspace.remove('ada.json'),
      says: 'Version 1 is not tested: the payload of the run cannot be read any more, or has changed.',
      calls: 0
    },
    {
      what: 'says that it is another one, where it is',
      level: 'warning' as const,
      meanwhile: (workspace: Workspace) => workspace.write('ada.json', '{"name": "Eve"}'),
      says: 'Version 1 is not tested: the payload of the run cannot be read any more, or has changed.',
      calls: 0
    }
  ])('$what', async ({ level, meanwhile, says, calls }) => {
    await using live = await liveApp()
    const { emulator, workspace } = live
    workspace.write('ada.json', '{"name": "Ada"}')
    const { post } = await runJob(
      workspace,
      { inputs: inputsFor(emulator, tested) },
      { status: 'failure', meanwhile: async () => meanwhile(workspace) }
    )
    expectSaid(post, ROLLED_BACK)
    expect(messagesOf(post, level)).toContain(says)
    expect(post.summary).toContain(says)
    expect(callsOf(emulator, 'TestAppVersion')).toBe(calls)
  })

  test('that the version fails: it stays active, and both are said', async () => {
    await using live = await liveApp()
    const { emulator, workspace } = live
    // A number is no payload for version one.
    workspace.edit('handler.py', (text) => text.replace('    name =', '    if asked == 7: return {}\n    name ='))
    const inputs = inputsFor(emulator, { ...ASKED, 'test-payload': '7' })
    const { main, post } = await runJob(workspace, { inputs }, { status: 'failure' })
    expect(main).toMatchObject({ exitCode: 0, outputs: { published_version: '2' } })
    expectSaid(post, ROLLED_BACK)
    expect(messagesOf(post, 'warning')).toContainEqual(
      "Version 1 of acme/greeter is active again, but its test with test-payload failed: AttributeError: 'int' object has no attribute 'get', handler.py:12."
    )
    expect((await remote(emulator)).state?.activeVersion).toBe(1)
  })
})

test.each([
  { answer: 'is given', loses: false },
  { answer: 'is lost', loses: true }
])(
  'Another run publishes between the last look and the publish, whose answer $answer: its version is what goes back',
  async ({ loses }) => {
    const app = new ActingApp()
    const PublishDraft = () => {
      app.publish('beef0001')
      const published_version = app.publish(OURS)
      return loses ? failing(status.UNAVAILABLE) : { published_version }
    }
    await using server = await app.serve({ PublishDraft })
    using workspace = new Workspace()
    const { main, post } = await runJob(workspace, { inputs: inputsForActing(server, ASKED) }, { status: 'failure' })
    expect(main).toMatchObject({ exitCode: 0, outputs: { published_version: '3', previous_version: '2' } })
    expect(messagesOf(main, 'notice')).toContain(
      'Version 2, published by another run meanwhile, was active right before version 3.'
    )
    expectSaid(post, 'Rolled back: version 2 of acme/greeter is active again, instead of version 3.')
    expect(server.calls.filter(({ method }) => method === 'RollbackApp').map(({ request }) => request)).toEqual([
      { organization_name: 'acme', app_name: 'greeter', version: 2 }
    ])
  }
)

test('A run that fails after it has published is rolled back by its own job', async () => {
  // One reads the app, one what is active before the publish, one after it.
  await using live = await liveApp(failingAt('GetApp', [3], refusal(status.PERMISSION_DENIED)))
  const { emulator, workspace, url } = live
  const { main, post } = await runJob(workspace, { inputs: inputsFor(emulator, ASKED) }, {})
  expect(main).toMatchObject({ exitCode: 1, outputs: { published_version: '2', status: 'failed' } })
  expectSaid(post, ROLLED_BACK)
  expect(await callUrl(url)).toMatchObject({ version: 'one' })
})

describe('A later step fails, and no rollback was asked for', () => {
  test('post says what stays live and which input would go back, without a call', async () => {
    await using live = await liveApp()
    const { emulator, workspace } = live
    const callsBefore: number[] = []
    const meanwhile = async () => void callsBefore.push(emulator.journal.length)
    const { post } = await runJob(workspace, { inputs: inputsFor(emulator) }, { status: 'failure', meanwhile })
    const stays = 'Version 2 of acme/greeter stays live.'
    expect(messagesOf(post, 'notice')).toEqual([
      expect.stringMatching(/^Version 2 of acme\/greeter stays live\. .*`rollback-on-failure: true`, version 1 /)
    ])
    expect(post.summary).toMatch(new RegExp(`^### ${RegExp.escape(stays)}\n\n.*rollback-on-failure: true`))
    expect(post.exitCode).toBe(0)
    expect(emulator.journal).toHaveLength(callsBefore[0] ?? -1)
  })

  test('of a first deploy it says that there is none to go back to', async () => {
    await using emulator = await startEmulator()
    using workspace = new Workspace()
    const { post } = await runJob(workspace, { inputs: inputsFor(emulator) }, { status: 'cancelled' })
    expect(messagesOf(post, 'notice')).toEqual([
      'Version 1 of acme/greeter stays live. It is the first one, so there is none to go back to.'
    ])
  })

  test('of a job that went well it says nothing', async () => {
    await using emulator = await startEmulator()
    using workspace = new Workspace()
    const { post } = await runJob(workspace, { inputs: inputsFor(emulator, { 'rollback-on-cancel': 'true' }) }, {})
    expectQuiet(post)
  })

  test('where another input is set, it names the one that is not', async () => {
    await using live = await liveApp()
    const inputs = inputsFor(live.emulator, { 'rollback-on-cancel': 'true' })
    const { post } = await runJob(live.workspace, { inputs }, { status: 'failure' })
    expect(messagesOf(post, 'notice')).toEqual([expect.stringContaining('`rollback-on-failure: true`')])
  })
})
