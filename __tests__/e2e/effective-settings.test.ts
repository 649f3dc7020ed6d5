import type { JsonValue } from '@bufbuild/protobuf'
import { status } from '@grpc/grpc-js'
import { expect, test } from '@jest/globals'
import type { FakeServer, Handler } from '../platform/support/fake-server.ts'
import { ActingApp, callsTo, failing, inputsForActing } from '../support/acting-app.ts'
import { type Inputs, messagesOf, run, theFailure, Workspace } from '../support/deploying.ts'

type Limits = { readonly [name: string]: number }

/** What the platform takes where a number is left to it. */
const OWN: Limits = { memory_mb: 512, cpu_millicores: 500, timeout_secs: 30 }
/** Set by hand, over what the tier gives. */
const BY_HAND: Limits = { memory_mb: 1024, cpu_millicores: 250, timeout_secs: 60 }

/** A platform that shows what it takes in place of a 0. */
function serving(app: ActingApp, handlers: Readonly<Record<string, Handler>> = {}): Promise<FakeServer> {
  return app.serve({
    GetApp: () => {
      const shown = Object.entries(limitsOf(app)).map(([name, value]) => [name, value || OWN[name]])
      const limits: JsonValue = Object.fromEntries(shown)
      return { app: { id: 'acme/greeter', active_version: app.active, ...app.settings, limits } }
    },
    ...handlers
  })
}

function limitsOf({ settings }: ActingApp): Limits {
  return { memory_mb: 0, cpu_millicores: 0, timeout_secs: 0, ...(settings['limits'] as Limits) }
}

async function deployed(server: FakeServer, inputs: Inputs) {
  using workspace = new Workspace()
  return await run(workspace, { inputs: inputsForActing(server, inputs) })
}

const ZEROS = { memory: '0', cpu: '0', 'timeout-seconds': '0' }

test.concurrent('A number that is left to the platform may be shown as what it takes', async () => {
  const app = new ActingApp()
  app.settings = { ...app.settings, limits: BY_HAND }
  await using server = await serving(app)
  const { main } = await deployed(server, ZEROS)
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  expect(limitsOf(app)).toEqual({ memory_mb: 0, cpu_millicores: 0, timeout_secs: 0 })
  for (const line of [
    'memory is left to the platform, which shows 512 now.',
    'which shows 500 now.',
    'shows 30 now.'
  ]) {
    expect(main.log).toContain(line)
  }
  expect(main.outputs).toMatchObject({ changed: 'true', published_version: '2' })
})

test.concurrent('One that is left to it already is no failure, and what is not known of it is said', async () => {
  const app = new ActingApp()
  await using server = await serving(app)
  const { main } = await deployed(server, { memory: '0' })
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  expect(main.log).toContain(
    'memory is left to the platform, which shows 512, as before: its own number, or it does not take 0.'
  )
})

test.concurrent('One that was left to the platform is put back where publishing fails', async () => {
  const app = new ActingApp()
  app.settings = { ...app.settings, limits: BY_HAND }
  await using server = await serving(app, { PublishDraft: () => failing(status.FAILED_PRECONDITION) })
  const { main } = await deployed(server, ZEROS)
  expect(theFailure(main).reason).toBe('publish_failed')
  expect(messagesOf(main, 'notice')).toContain(
    'The settings that this run changed were put back: memory, cpu and timeout-seconds.'
  )
  expect(limitsOf(app)).toEqual(BY_HAND)
  expect(callsTo(server, 'UpdateAppConfig')).toBe(2)
  expect(main.outputs['changed']).toBe('false')
})
