import { setTimeout as sleep } from 'node:timers/promises'
import { status } from '@grpc/grpc-js'
import { expect, test } from '@jest/globals'
import { startEmulator } from '../../emulator/start.ts'
import type { Fault } from '../../emulator/wire/faults/faults.ts'
import { runJob } from '../e2e/support/job-end.ts'
import { arrived, callsOf, failingAt, liveApp } from '../e2e/support/live-app.ts'
import { compute } from '../emulator/ignite/support/client.ts'
import { ActingApp, callsTo, failing, inputsForActing } from '../support/acting-app.ts'
import {
  inputsFor,
  messagesOf,
  remote,
  run,
  runMain,
  startAction,
  theFailure,
  Workspace
} from '../support/deploying.ts'
import { until } from './support/cancelling.ts'
import { answered } from './support/publishing.ts'

/** A minute of looking, and what is beside it. */
const LOOKED_MS = 150_000

const LOST: Fault = { action: 'drop-after' }
const ASKED = { 'rollback-on-failure': 'true' }

// First, because some of them wait for a minute and the others fit into it.
type Rollback = {
  readonly what: string
  /** What the app looks like from the moment of the call on, and what the call answers. */
  readonly RollbackApp: (app: ActingApp) => object
  readonly GetApp?: (app: ActingApp) => object
  readonly rolledBack: boolean
  readonly says: RegExp
}

const ROLLED_BACK = /^Rolled back: version 1 of acme\/greeter is active again, instead of version 2\.$/

const rollbacks: readonly Rollback[] = [
  {
    what: 'is taken, and whose effect cannot be read, is not said to be refused',
    RollbackApp: (app) => {
      app.active = 1
      return {}
    },
    GetApp: () => failing(status.PERMISSION_DENIED),
    rolledBack: false,
    says: /^It is not known whether version 1 of acme\/greeter is active again: .*PERMISSION_DENIED: .*Which version is active could not be read\./
  },
  {
    what: 'takes 15 s to show is sent once, and waited for',
    RollbackApp: (app) => {
      setTimeout(() => (app.active = 1), 15_000)
      return {}
    },
    rolledBack: true,
    says: ROLLED_BACK
  },
  {
    what: 'takes 15 s to show although its answer is lost is sent once, and waited for',
    RollbackApp: (app) => {
      setTimeout(() => (app.active = 1), 15_000)
      return failing(status.UNAVAILABLE)
    },
    rolledBack: true,
    says: ROLLED_BACK
  },
  {
    what: 'is made although the platform answers INTERNAL is seen to be',
    RollbackApp: (app) => {
      app.active = 1
      return failing(status.INTERNAL)
    },
    rolledBack: true,
    says: ROLLED_BACK
  }
]

test.concurrent.each(rollbacks)(
  'A rollback that $what',
  async ({ RollbackApp, GetApp, rolledBack, says }) => {
    const app = new ActingApp()
    let isCalled = false
    const usual = () => ({ app: { id: 'acme/greeter', active_version: app.active, ...app.settings } })
    await using server = await app.serve({
      GetApp: () => (isCalled && GetApp ? (GetApp(app) as never) : usual()),
      RollbackApp: () => {
        isCalled = true
        return RollbackApp(app) as never
      }
    })
    using workspace = new Workspace()
    const { main, post } = await runJob(workspace, { inputs: inputsForActing(server, ASKED) }, { status: 'failure' })
    expect(main).toMatchObject({ exitCode: 0, outputs: { published_version: '2' } })
    expect({ exitCode: post.exitCode, log: post.log }).toEqual({ exitCode: rolledBack ? 0 : 1, log: post.log })
    expect(messagesOf(post, rolledBack ? 'warning' : 'error')).toEqual([expect.stringMatching(says)])
    expect(post.log).not.toContain('stays active')
    expect(callsTo(server, 'RollbackApp')).toBe(1)
  },
  LOOKED_MS
)

test.concurrent(
  'A build whose cancelling is taken and cannot be read is not said to go on, or to be unsettled',
  async () => {
    let isCancelled = false
    const app = new ActingApp()
    await using server = await app.serve({
      ListBuilds: () => ({ builds: [] }),
      CreateBuild: () => ({ build_id: 'bld_1' }),
      GetBuild: () =>
        isCancelled ? failing(status.INTERNAL) : { build: { id: 'bld_1', status: 'BUILD_STATUS_RUNNING' } },
      CancelBuild: () => {
        isCancelled = true
        return {}
      },
      StreamBuildLogs: async function* (_, signal) {
        yield { data: Buffer.from('building\n').toString('base64') }
        await sleep(600_000, undefined, { signal }).catch(() => undefined)
      }
    })
    using workspace = new Workspace()
    workspace.write('greeter/Dockerfile', 'FROM scratch\n')
    const inputs = { 'dockerfile-path': 'Dockerfile', builder: 'build-service' }
    await using step = startAction(workspace, { inputs: inputsForActing(server, inputs) })
    await step.line(/^\| building$/)
    step.cancel()
    expect(await step.main).toMatchObject({ conclusion: 'cancelled' })
    const post = await step.post()
    expect(messagesOf(post, 'warning')).toEqual([
      expect.stringMatching(
        /^The run ended while the image was being built: the build bld_1 was asked to end, and whether it did is not known \(.*INTERNAL.*\)\. Nothing was published\.$/
      )
    ])
    expect(callsTo(server, 'CancelBuild')).toBe(1)
  },
  LOOKED_MS
)

test.concurrent(
  'A publish that hangs past the time limit is said to be sent and not answered',
  async () => {
    await using live = await liveApp(failingAt('PublishDraft', [2], { action: 'hang-after' }))
    await using step = startAction(live.workspace, {
      inputs: inputsFor(live.emulator, { 'timeout-minutes': '1', ...ASKED })
    })
    const main = await step.main
    const { reason, message } = theFailure(main)
    expect(reason).toBe('timed_out')
    expect(message).toContain('The publish of acme/greeter was sent and not answered: version 2 may be live.')
    expect(main.outputs).toMatchObject({ changed: '', active_version: '', published_version: '' })
    const post = await step.post()
    expect(messagesOf(post, 'warning')).toEqual([expect.stringMatching(ROLLED_BACK)])
    await until(() => callsOf(live.emulator, 'RollbackApp') === 1)
  },
  LOOKED_MS
)

test.concurrent.each<{ readonly how: string; readonly fault: Fault; readonly says: string }>([
  { how: 'is lost', fault: LOST, says: 'The answer to creating the app was lost:' },
  { how: 'is INTERNAL', fault: answered(status.INTERNAL, true), says: 'Creating the app was answered with INTERNAL:' },
  {
    how: 'is ALREADY_EXISTS',
    fault: answered(status.ALREADY_EXISTS, true),
    says: 'Another run made the app at the same time:'
  }
])('An app whose CreateApp $how is used', async ({ fault, says }) => {
  await using emulator = await startEmulator(failingAt('CreateApp', [1], fault))
  using workspace = new Workspace()
  const main = await runMain(workspace, { inputs: inputsFor(emulator, { tier: 'large' }) })
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  expect(messagesOf(main, 'notice')).toContain(`${says} acme/greeter is there now, and is used.`)
  expect(callsOf(emulator, 'CreateApp')).toBe(1)
  expect((await remote(emulator)).state).toMatchObject({ activeVersion: 1, settings: { tier: 'large' } })
})

test.concurrent('An app that another job makes at the same moment is used, with the settings that this run asks for', async () => {
  await using emulator = await startEmulator(failingAt('CreateApp', [1], { action: 'delay', ms: 2000 }))
  using workspace = new Workspace()
  await using step = startAction(workspace, { inputs: inputsFor(emulator, { tier: 'large' }) })
  await arrived(emulator, 'CreateApp')
  using platform = compute(emulator, { token: emulator.mint({ org: 'acme', ttlSeconds: 60 }) })
  await platform.call('CreateApp', { organization_name: 'acme', name: 'greeter' })
  const main = await step.main
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  expect(messagesOf(main, 'notice')).toContain(
    'Another run made the app at the same time: acme/greeter is there now, and is used.'
  )
  expect((await remote(emulator)).state).toMatchObject({ activeVersion: 1, settings: { tier: 'large' } })
})

test.concurrent.each<{ readonly how: string; readonly fault: Fault }>([
  { how: 'is lost', fault: LOST },
  { how: 'is INTERNAL', fault: answered(status.INTERNAL, true) },
  { how: 'is PERMISSION_DENIED', fault: answered(status.PERMISSION_DENIED, true) }
])('Settings that were changed although the answer $how are read, and not sent again', async ({ fault }) => {
  await using live = await liveApp(failingAt('UpdateAppConfig', [2], fault))
  const main = await runMain(live.workspace, { inputs: inputsFor(live.emulator, { tier: 'large' }) })
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  expect(main.log).toContain('Changed tier.')
  expect(callsOf(live.emulator, 'UpdateAppConfig')).toBe(2)
  expect((await remote(live.emulator)).state?.settings.tier).toBe('large')
})

test.concurrent('Settings that the platform refuses to change are not sent back, and not said to be', async () => {
  await using live = await liveApp(failingAt('UpdateAppConfig', [2], answered(status.FAILED_PRECONDITION)))
  const { main, post } = await run(live.workspace, { inputs: inputsFor(live.emulator, { tier: 'large' }) })
  expect(theFailure(main).message).toContain('FAILED_PRECONDITION: not on a Friday')
  expect(main.outputs).toMatchObject({ reason_code: 'settings_failed', changed: 'false', active_version: '1' })
  expect(main.log).not.toContain('put back')
  expect(callsOf(live.emulator, 'UpdateAppConfig')).toBe(2)
  expect(main.state['ignite_deploy']).toContain('"closed":true')
  expect(post).toMatchObject({ exitCode: 0, raw: '' })
})

test.concurrent('A draft whose answer is lost is saved again', async () => {
  await using live = await liveApp(failingAt('SaveDraft', [2], LOST))
  const main = await runMain(live.workspace, { inputs: inputsFor(live.emulator) })
  expect(main).toMatchObject({ exitCode: 0, outputs: { published_version: '2', reason_code: 'ok' } })
  expect(callsOf(live.emulator, 'SaveDraft')).toBe(3)
})

test.concurrent('A draft that was saved although the answer is INTERNAL is said to be possible, with what the slot holds', async () => {
  await using live = await liveApp(failingAt('SaveDraft', [2], answered(status.INTERNAL, true)))
  const main = await runMain(live.workspace, { inputs: inputsFor(live.emulator) })
  const { message } = theFailure(main)
  expect(message).toMatch(
    /INTERNAL: not on a Friday\. It may have been saved all the same: the draft slot holds a draft \([0-9a-f]{8}, saved at /
  )
  expect(main.outputs).toMatchObject({ changed: 'false', active_version: '1', published_version: '' })
})

const REGISTRY = {
  code: '',
  'image-ref': 'ghcr.io/acme/web:1',
  'registry-server': 'ghcr.io',
  'registry-username': 'octocat',
  'registry-password': 'read-packages-of-octocat'
}

test.concurrent('A secret whose answer stays lost is said to be stored perhaps', async () => {
  await using emulator = await startEmulator({
    faults: [{ method: 'SecretService/CreateSecret', calls: 'all', fault: LOST }]
  })
  using workspace = new Workspace()
  const main = await runMain(workspace, { inputs: inputsFor(emulator, REGISTRY) })
  expect(theFailure(main).message).toContain(
    'The secret greeter-registry may have been stored all the same. Nothing was published.'
  )
})
