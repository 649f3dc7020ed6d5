import { cpSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { type Emulator, type EmulatorOptions, startEmulator } from '../../emulator/start.ts'
import {
  callUrl,
  inputsFor,
  messagesOf,
  ROOT,
  remote,
  run,
  runMain,
  theFailure,
  writesTo
} from '../support/deploying.ts'
import { SETTINGS } from '../support/fakes.ts'
import { ImageWorkspace } from './support/gated-build.ts'
import { leaks } from './support/leaks.ts'
import { Observer } from './support/observing.ts'

/** A checkout with the greeter, the desk and the web app. */
class AppsWorkspace extends ImageWorkspace {
  constructor() {
    super()
    cpSync(path.join(ROOT, 'examples/desk'), path.join(this.path, 'desk'), { recursive: true })
  }

  /** Adds a folder with one manifest. */
  manifest(folder: string, text: string): string {
    mkdirSync(path.join(this.path, folder), { recursive: true })
    this.write(path.join(folder, 'info.yaml'), text)
    return path.join(folder, 'info.yaml')
  }
}

const platforms: readonly EmulatorOptions[] = [
  {},
  { permuteSeed: 71, variants: ['settings-replace'] },
  { permuteSeed: 72, variants: ['settings-no-presence'] },
  { variants: ['settings-mask'] }
]

const CONFIG = `
description: Greets people.
tier: medium
memory: 640
reserved: 1
storage-mode: ephemeral
auto-mode: tier-only
mcp-enabled: true
allow-unauthenticated: true
ports: [80, 8080]
env:
  MODE: marker-config
  LIMIT: 010
env-file: app.env
input-schema:
  type: object
`

test.each(platforms)('A config file sets an app up, and changes it: on a platform with %j', async (options) => {
  await using emulator = await startEmulator(options)
  using workspace = new AppsWorkspace()
  workspace.write('app.yaml', CONFIG)
  workspace.write('app.env', 'export MODE=marker-file\nKEY="marker-one\nmarker-two" # two lines\n')
  const first = await run(workspace, { inputs: inputsFor(emulator, { 'config-file': 'app.yaml', tier: 'large' }) })
  expect({ exitCode: first.main.exitCode, log: first.main.log }).toEqual({ exitCode: 0, log: first.main.log })
  const set = {
    ...SETTINGS,
    description: `Greets people.\n\n${MARK}`,
    tier: 'large',
    memory: 640,
    reserved: 1,
    storageMode: 'ephemeral',
    autoMode: 'tier-only',
    mcpEnabled: true,
    allowUnauthenticated: true,
    ports: [80, 8080],
    env: { MODE: 'marker-config', LIMIT: '010', KEY: 'marker-one\nmarker-two' },
    inputSchema: '{"type":"object"}'
  }
  expect((await remote(emulator)).state?.settings).toEqual(set)
  expect(first.main.log).toContain('Created acme/greeter with env (KEY, LIMIT, MODE), description, tier, memory,')

  workspace.write('app.yaml', 'memory: 320\nenv: {ADDED: x}\n')
  const second = await run(workspace, { inputs: inputsFor(emulator, { 'config-file': 'app.yaml' }) })
  expect(second.main.log).toContain('Changed env (ADDED) and memory.')
  expect((await remote(emulator)).state?.settings).toEqual({ ...set, memory: 320, env: { ...set.env, ADDED: 'x' } })
})

test('Values of a dotenv file reach the handler, `env` wins, and none is printed', async () => {
  await using emulator = await startEmulator()
  using workspace = new AppsWorkspace()
  using observer = new Observer()
  workspace.edit(
    'handler.py',
    (text) => `import os\n${text.replace('"version": VERSION', '"env": {k: os.environ.get(k) for k in asked["keys"]}')}`
  )
  workspace.write('.env', 'ONE=marker-1\nTWO="marker-2\\n2"\nTHREE=marker-3\n')
  const inputs = inputsFor(emulator, { 'env-file': '.env', env: 'THREE=marker-input', 'allow-unauthenticated': 'true' })
  const { main, post } = await run(workspace, { inputs, env: observer.env, debug: true })
  expect(await callUrl(main.outputs['url'], { keys: ['ONE', 'TWO', 'THREE'] })).toMatchObject({
    env: { ONE: 'marker-1', TWO: 'marker-2\n2', THREE: 'marker-input' }
  })
  const [seenMain, seenPost] = observer.stages
  const printed = leaks(main, seenMain!, ['marker-'])
  expect([...printed, ...leaks(post, seenPost!, ['marker-'])]).toEqual([])
})

/** What tells whose runs made an app. */
const MARK = 'Deployed by octo-org/octo-app (dodil/ignite-deploy)'

test('All that is wrong in files is reported at once, by file and line, and nothing is sent', async () => {
  await using emulator = await startEmulator()
  using workspace = new AppsWorkspace()
  using observer = new Observer()
  workspace.write('app.yaml', 'tier: huge\nmemroy: 512\nenv:\n  A: marker\n  B-C: marker\nenv-file: app.env\n')
  workspace.write('app.env', 'A=marker\nmarker-alone\n')
  workspace.write('schema.yaml', 'type: object\n  marker: x\n')
  const inputs = { 'config-file': 'app.yaml', 'input-schema': 'schema.yaml', 'test-payload-file': 'info.yaml' }
  workspace.write('info.yaml', 'name: x\n')
  const main = await runMain(workspace, { inputs: inputsFor(emulator, inputs), env: observer.env })
  const { reason, message } = theFailure(main)
  expect(reason).toBe('bad_input')
  expect(message.split('\n')).toEqual([
    expect.stringMatching(
      /^\d\. `config-file`: `memroy` \(app.yaml, line 2\) is no setting of an app. Did you mean `memory`\?/
    ),
    expect.stringMatching(/^\d\. `config-file`: `env` \(app.yaml, line 3\) has a key that cannot be .* \(line 5\)\./),
    expect.stringMatching(/^\d\. `input-schema` names `schema.yaml`, which is not YAML \(line 1, column 7\)\./),
    expect.stringMatching(
      /^\d\. `env-file` \(app.yaml, line 6\) names `app.env`, which has a line that sets no variable \(line 2\)\./
    ),
    expect.stringMatching(/^\d\. `tier: huge` \(app.yaml, line 1\) is not one of the values/),
    expect.stringMatching(/`info.yaml` has no `test_input`\./)
  ])
  expect(leaks(main, observer.stages[0]!, ['marker-'])).toEqual([])
  expect(emulator.journal).toEqual([])
})

const CUSTOMER = `name: desk-for-customers
description: >
  The desk of the customers.
  Open a ticket here.
runtime: python
mcp_enabled: true
input: {type: object, properties: {action: {type: string}}}
output: {type: object}
env:
  - APP_ROLE
  - ADMIN_KEYS # optional
test_input: {action: describe}
`
const AGENT = CUSTOMER.replace('desk-for-customers', 'desk').replace('mcp_enabled: true', 'mcp_enabled: false')
const WEB = 'name: web\ndescription: The desk in a browser.\nruntime: python\nenv: [BACKEND_URL, GREETING]\n'

async function deployed(emulator: Emulator, workspace: AppsWorkspace, inputs: Readonly<Record<string, string>>) {
  const open = { 'allow-unauthenticated': 'true', ...inputs }
  const { main, post } = await run(workspace, { inputs: inputsFor(emulator, open) })
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  expect(post).toMatchObject({ exitCode: 0, raw: '' })
  const { state } = await remote(emulator, { organization: 'acme', name: inputs['app']! })
  return { main, settings: state!.settings }
}

test.each([{}, { permuteSeed: 73, variants: ['settings-no-presence'] as const }])(
  'Two desks of one code and a web app in front of them are deployed from a manifest each, on a platform with %j',
  async (options) => {
    await using emulator = await startEmulator(options)
    using workspace = new AppsWorkspace()
    const manifests = {
      customer: workspace.manifest('apps/customer', CUSTOMER),
      agent: workspace.manifest('apps/agent', AGENT),
      web: workspace.manifest('apps/web', WEB)
    }
    const desk = { code: 'desk', 'test-payload-file': 'desk/info.yaml' }
    const customer = await deployed(emulator, workspace, {
      ...desk,
      app: 'desk-customer',
      'config-file': manifests.customer,
      env: 'APP_ROLE=customer'
    })
    expect(customer.settings).toMatchObject({
      description: `The desk of the customers. Open a ticket here.\n\n${MARK}`,
      mcpEnabled: true,
      inputSchema: '{"type":"object","properties":{"action":{"type":"string"}}}',
      outputSchema: '{"type":"object"}',
      env: { APP_ROLE: 'customer' }
    })
    expect(customer.main.log).toContain('✓ desk/info.yaml')
    expect(messagesOf(customer.main, 'notice')).toContain(
      'apps/customer/info.yaml lists what neither the app nor this run sets: ADMIN_KEYS. Set in `env` what the code needs.'
    )

    const agent = await deployed(emulator, workspace, {
      ...desk,
      app: 'desk-agent',
      'config-file': manifests.agent,
      description: 'Mine.',
      env: 'APP_ROLE=agent\nADMIN_KEYS=x'
    })
    expect(agent.settings).toMatchObject({ description: `Mine.\n\n${MARK}`, mcpEnabled: false })
    expect(messagesOf(agent.main, 'notice').join()).not.toContain('lists what')
    expect(await callUrl(agent.main.outputs['url'], {})).toMatchObject({ role: 'agent' })

    const front = await deployed(emulator, workspace, {
      app: 'desk-web',
      code: 'web',
      'dockerfile-path': 'Dockerfile',
      'config-file': manifests.web,
      env: `BACKEND_URL=${customer.main.outputs['url']}\nGREETING=Hi`
    })
    expect(front.settings.description).toBe(`The desk in a browser.\n\n${MARK}`)
    expect(await callUrl(front.main.outputs['url'])).toMatchObject({ greeting: 'Hi, Ada!' })

    const again = await deployed(emulator, workspace, {
      ...desk,
      app: 'desk-customer',
      'config-file': manifests.customer
    })
    expect(again.main.log).not.toContain('Changed ')
  }
)

test('A manifest that is not named is mentioned once, and changes nothing', async () => {
  await using emulator = await startEmulator()
  using workspace = new AppsWorkspace()
  const inputs = { app: 'unnamed', code: 'desk', env: 'APP_ROLE=agent' }
  const { main, settings } = await deployed(emulator, workspace, inputs)
  const mention =
    'desk/info.yaml is not read: name it in `config-file` to take the app’s description and schemas from it.'
  expect(main.raw.split(mention)).toHaveLength(2)
  expect(main.log).toContain(`to Dodil Ignite at ${emulator.grpc}\n${mention}\n`)
  expect(main.annotations.filter(({ message }) => message.includes('info.yaml'))).toEqual([])
  expect(settings).toMatchObject({ description: MARK, mcpEnabled: false, inputSchema: '' })

  workspace.write('empty.yaml', '')
  const named = await deployed(emulator, workspace, { ...inputs, 'config-file': 'empty.yaml' })
  expect(named.main.log).not.toContain('is not read')
})

test('The sample payload of a manifest is run only where it is asked for', async () => {
  await using emulator = await startEmulator()
  using workspace = new AppsWorkspace()
  const inputs = { app: 'sample', code: 'desk', 'config-file': 'desk/info.yaml', env: 'APP_ROLE=agent' }
  await deployed(emulator, workspace, inputs)
  expect(writesTo(emulator)).not.toContain('ComputeService/TestDraft')
  await deployed(emulator, workspace, { ...inputs, 'test-payload-file': 'desk/*.yaml' })
  const tests = emulator.journal.filter(({ method }) => method === 'ComputeService/TestDraft')
  expect(tests).toHaveLength(1)
  expect(readFileSync(path.join(workspace.path, 'desk/info.yaml'), 'utf8')).toContain('test_input:\n  action: describe')
})
