import type { JsonValue } from '@bufbuild/protobuf'
import { status } from '@grpc/grpc-js'
import { expect, test } from '@jest/globals'
import type { EmulatorOptions } from '../../emulator/start.ts'
import { without } from '../platform/support/descriptor-edits.ts'
import { descriptorSet } from '../platform/support/fake-server.ts'
import { ActingApp, callsTo, failing, inputsForActing } from '../support/acting-app.ts'
import {
  type Inputs,
  inputsFor,
  messagesOf,
  remote,
  run,
  runMain,
  startAction,
  theFailure,
  Workspace
} from '../support/deploying.ts'
import { deployedApp, liveApp, makeVersion, refusal } from './support/live-app.ts'

type Fields = { readonly [name: string]: JsonValue }

/** A platform that keeps settings as it means them: texts trimmed, no slash at the end, ports as a set, and a name of its own. */
function meaning({ settings }: ActingApp): Fields {
  const env = Object.entries(settings['env'] as Record<string, string>).map(([name, value]) => [name, value.trim()])
  const ports = [...new Set(settings['ports'] as number[])].toSorted((a, b) => b - a)
  const health_path = String(settings['health_path']).replace(/\/+$/, '')
  return { ...settings, env: { ...Object.fromEntries(env), IGNITE_REGION: 'eu-1' }, ports, health_path }
}

const ASKED: Inputs = { env: 'SPACED=  two  \nMODE=new', ports: '80\n8080\n443\n80', 'health-path': '/live/' }

test('What the platform means the same by is no error, and not sent again', async () => {
  const app = new ActingApp()
  await using server = await app.serve({
    GetApp: () => ({ app: { id: 'acme/greeter', active_version: app.active, ...meaning(app) } })
  })
  using workspace = new Workspace()
  const first = await run(workspace, { inputs: inputsForActing(server, ASKED) })
  expect({ exitCode: first.main.exitCode, log: first.main.log }).toEqual({ exitCode: 0, log: first.main.log })
  expect(first.main.log).toContain('Changed env (MODE, SPACED), health-path and ports.')
  expect(callsTo(server, 'UpdateAppConfig')).toBe(1)
  const main = await runMain(workspace, { inputs: inputsForActing(server, ASKED) })
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  expect(callsTo(server, 'UpdateAppConfig')).toBe(1)
  expect(messagesOf(main, 'warning')).toEqual([])
})

test('An environment that the platform takes and does not show is not read back, and is said to be so', async () => {
  const app = new ActingApp()
  const { env: _, ...shown } = app.settings
  const set = descriptorSet()
  without(set, 'AppMeta', 'env')
  await using server = await app.serve(
    { GetApp: () => ({ app: { id: 'acme/greeter', active_version: app.active, ...shown } }) },
    set
  )
  using workspace = new Workspace()
  const main = await runMain(workspace, { inputs: inputsForActing(server, { env: 'MODE=new' }) })
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  expect(main.log).toContain('The platform took env and does not show it: it is not read back.')
  expect(main.log).toMatch(/^Settings applied$/m)
  expect(app.settings['env']).toEqual({ KEPT: '1', MODE: 'new' })
})

test('Where another run undoes every change, the error names it and how the runs wait for each other', async () => {
  const app = new ActingApp()
  let theirs = 0
  await using server = await app.serve({
    UpdateAppConfig: ({ request }) => {
      app.change(request as Fields)
      app.change({ env: { MODE: 'theirs', THEIRS: String(++theirs) } })
      return {}
    }
  })
  using workspace = new Workspace()
  const main = await runMain(workspace, { inputs: inputsForActing(server, { env: 'MODE=ours-of-secret' }) })
  const { reason, message } = theFailure(main)
  expect(reason).toBe('settings_failed')
  expect(message).toContain('After the update the platform reports other settings: env (MODE).')
  expect(message).toContain('another run may have changed them at the same time.')
  expect(main.log).toContain('  group: deploy-greeter')
  expect(`${main.raw}${main.summary}`).not.toMatch(/ours-of-secret|theirs/)
  expect(callsTo(server, 'UpdateAppConfig')).toBe(3)
  expect(callsTo(server, 'PublishDraft')).toBe(0)
})

test('A name that is none is not shown, since it may be a part of a secret', async () => {
  const app = new ActingApp()
  app.settings = { ...app.settings, env: { GOOD: '1', 'c2VjcmV0+/rest': '' } }
  await using server = await app.serve({
    UpdateAppConfig: ({ request }) => {
      app.settings = { ...app.settings, env: (request as Fields)['env'] ?? {} }
      return {}
    }
  })
  using workspace = new Workspace()
  const main = await runMain(workspace, { inputs: inputsForActing(server, { env: '{}' }), debug: true })
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  expect(main.log).toContain('Changed env (GOOD).')
  expect(`${main.raw}${main.summary}`).not.toContain('c2VjcmV0')
})

test('A run that fails leaves the variable of a green one, also where the platform replaces what is not sent', async () => {
  // The fifth list is this run’s look before it publishes; the run beside it makes the second publish, this one the third.
  const faults: EmulatorOptions['faults'] = [
    { method: 'ComputeService/ListAppVersions', calls: [5], fault: { action: 'delay', ms: 6000 } },
    { method: 'ComputeService/PublishDraft', calls: [3], fault: refusal() }
  ]
  await using live = await deployedApp({ variants: ['settings-replace'], faults }, { env: 'MODE=old' })
  const { emulator, workspace } = live
  using others = new Workspace()
  makeVersion(others, 'three')
  await using step = startAction(workspace, { inputs: inputsFor(emulator, { env: 'OURS=1\nMODE=new' }) })
  await step.line(/^Settings applied/)
  const green = await run(others, { inputs: inputsFor(emulator, { env: 'THEIRS=1' }) })
  expect({ exitCode: green.main.exitCode, log: green.main.log }).toEqual({ exitCode: 0, log: green.main.log })
  const main = await step.main
  expect(theFailure(main).reason).toBe('publish_failed')
  expect(messagesOf(main, 'notice')).toContain('The settings that this run changed were put back: env (MODE, OURS).')
  expect((await remote(emulator)).state?.settings.env).toEqual({ MODE: 'old', THEIRS: '1' })
})

test('Where the platform removes no variable, the rest is put back and the variable that stays is named', async () => {
  const app = new ActingApp()
  await using server = await app.serve({ PublishDraft: () => failing(status.FAILED_PRECONDITION) })
  using workspace = new Workspace()
  const inputs = { tier: 'large', env: 'ADDED=1\nKEPT=2' }
  const { main, post } = await run(workspace, { inputs: inputsForActing(server, inputs) })
  expect(theFailure(main).reason).toBe('publish_failed')
  expect(messagesOf(main, 'notice')).toContain('The settings that this run changed were put back: env (KEPT) and tier.')
  expect(messagesOf(main, 'warning')).toEqual([
    'The platform took the call, and did not take back what this run changed: env (ADDED).'
  ])
  expect(app.settings).toMatchObject({ resource_tier: 'RESOURCE_TIER_SMALL', env: { ADDED: '1', KEPT: '1' } })
  const methods = server.calls.map(({ method }) => method)
  expect(methods.slice(methods.lastIndexOf('UpdateAppConfig'))).toEqual(['UpdateAppConfig', 'GetApp'])
  expect(main.outputs).toMatchObject({ changed: 'true', active_version: '1' })
  expect(post).toMatchObject({ exitCode: 0, raw: '' })
})

const ROUNDS = 3

/** Where the platform replaces what is not sent, a variable can be lost in one round trip (docs/promises.md). */
const keeps: readonly { readonly options: EmulatorOptions; readonly isKept: boolean }[] = [
  { options: {}, isKept: true },
  { options: { variants: ['settings-replace'] }, isKept: false }
]

test.each(keeps)(
  'Of two runs at once with other variables one is green at least, and none fails for its settings: %j',
  async ({ options, isKept }) => {
    for (let round = 1; round <= ROUNDS; round++) {
      await using live = await liveApp(options)
      const { emulator } = live
      const names = ['FIRST', 'SECOND']
      const runs = await Promise.all(
        names.map(async (name) => {
          using workspace = new Workspace()
          makeVersion(workspace, name)
          return await run(workspace, { inputs: inputsFor(emulator, { env: `${name}=1` }) })
        })
      )
      const reasons = runs.map(({ main }) => main.outputs['reason_code'] ?? '')
      const green = names.filter((_, at) => runs[at]!.main.exitCode === 0)
      expect({ round, reasons, green: green.length > 0 }).toMatchObject({ green: true })
      for (const reason of reasons) expect(reason).toMatch(/^(ok|recovered|superseded|draft_conflict|publish_unknown)$/)
      const { state } = await remote(emulator)
      const kept = isKept ? green : []
      for (const name of kept) expect({ round, env: state?.settings.env }).toMatchObject({ env: { [name]: '1' } })
    }
  }
)

test('A change that shows late is waited for', async () => {
  const app = new ActingApp()
  await using server = await app.serve({
    UpdateAppConfig: ({ request }) => {
      setTimeout(() => app.change(request as Fields), 4000)
      return {}
    }
  })
  using workspace = new Workspace()
  const main = await runMain(workspace, { inputs: inputsForActing(server, { tier: 'large' }) })
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  expect(callsTo(server, 'UpdateAppConfig')).toBe(1)
  expect(app.settings['resource_tier']).toBe('RESOURCE_TIER_LARGE')
})
