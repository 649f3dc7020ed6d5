import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Emulator, startEmulator } from '../../emulator/start.ts'
import { callUrl, inputsFor, messagesOf, ROOT, remote, runMain, theFailure, Workspace } from '../support/deploying.ts'
import { SETTINGS } from '../support/fakes.ts'

const ENV =
  'MODE=production\n# a comment\nEQUATION=a=b\n\nSPACED= two  words \nLINES<<END\nfirst\n  second\nEND\nEMPTY='

const workspace = new Workspace()
let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator()
  workspace.edit(
    'handler.py',
    (text) => `import os\n${text.replace('"version": VERSION', '"env": {k: os.environ.get(k) for k in asked["keys"]}')}`
  )
})

afterAll(async () => {
  workspace[Symbol.dispose]()
  await emulator.close()
})

async function deployed(app: string, inputs: Readonly<Record<string, string>>) {
  const main = await runMain(workspace, { inputs: inputsFor(emulator, { app, ...inputs }) })
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  return main
}

test('The greeter of the examples reads no environment by itself', () => {
  expect(readFileSync(path.join(ROOT, 'examples/greeter/handler.py'), 'utf8')).not.toContain('environ')
})

test('A new app is made with its environment, which its handler sees', async () => {
  const main = await deployed('with-env', { env: ENV, 'allow-unauthenticated': 'true' })
  const keys = ['MODE', 'EQUATION', 'SPACED', 'LINES', 'EMPTY', 'ABSENT']
  expect(await callUrl(main.outputs['url'], { keys })).toMatchObject({
    env: {
      MODE: 'production',
      EQUATION: 'a=b',
      SPACED: ' two  words ',
      LINES: 'first\n  second',
      EMPTY: '',
      ABSENT: null
    }
  })
})

test('A new app can be called by anyone where that is asked for, and a notice says so', async () => {
  const main = await deployed('open', { 'allow-unauthenticated': 'true' })
  const answer = await fetch(main.outputs['url'] ?? '', { method: 'POST', body: '{"keys": []}' })
  expect(answer.status).toBe(200)
  expect(messagesOf(main, 'notice')).toContain('acme/open can now be called by anyone, without a token.')
})

test.each<Readonly<Record<string, string>>>([{}, { 'allow-unauthenticated': 'false' }])(
  'A new app answers 401 to those without a token otherwise: %j',
  async (inputs) => {
    const main = await deployed(`closed-${Object.keys(inputs).length}`, inputs)
    const url = main.outputs['url'] ?? ''
    expect((await fetch(url, { method: 'POST', body: '{"keys": []}' })).status).toBe(401)
    const headers = { authorization: `Bearer ${emulator.mint({ org: 'acme', ttlSeconds: 60 })}` }
    expect((await fetch(url, { method: 'POST', body: '{"keys": []}', headers })).status).toBe(200)
    expect(messagesOf(main, 'notice').join()).not.toContain('anyone')
  }
)

test('Settings of an app that is there: what is named changes, all else stays', async () => {
  const app = 'changing'
  await deployed(app, {
    env: 'KEPT=1\nCHANGED=1',
    'allow-unauthenticated': 'true',
    tier: 'medium',
    ports: '80\n8080',
    'health-path': '/live'
  })
  const main = await deployed(app, { env: 'CHANGED=2\nADDED=1' })
  const changed = { tier: 'medium', allowUnauthenticated: true, ports: [80, 8080], healthPath: '/live' }
  const settings = { ...SETTINGS, ...changed, description: 'Deployed by octo-org/octo-app (dodil/ignite-deploy)' }
  const { state } = await remote(emulator, { organization: 'acme', name: app })
  expect(state?.settings).toEqual({ ...settings, env: { KEPT: '1', CHANGED: '2', ADDED: '1' } })
  expect(main.log).toContain('Changed env (ADDED, CHANGED).')
  expect(JSON.parse(main.outputs['public_urls'] ?? '')).toHaveLength(2)
  expect(main.outputs['url']).toBe(`${emulator.public}/acme/${app}`)
})

test('Settings that are as they should be are not sent', async () => {
  const app = 'unchanged'
  const inputs = { env: 'A=1', 'allow-unauthenticated': 'true', tier: 'large' }
  await deployed(app, inputs)
  const updates = () => emulator.journal.filter(({ method }) => method === 'ComputeService/UpdateAppConfig').length
  const before = updates()
  await deployed(app, inputs)
  expect(updates()).toBe(before)
})

test.each([
  { how: '`env: {}`', inputs: { env: '{}' }, left: {} },
  {
    how: '`env-update-strategy: overwrite`',
    inputs: { env: 'B=2', 'env-update-strategy': 'overwrite' },
    left: { B: '2' }
  }
])('$how removes variables on a platform that replaces them', async ({ inputs, left }) => {
  await using replacing = await startEmulator({ variants: ['settings-replace'] })
  await runMain(workspace, { inputs: inputsFor(replacing, { env: 'A=1' }) })
  const main = await runMain(workspace, { inputs: inputsFor(replacing, inputs) })
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  expect((await remote(replacing)).state?.settings.env).toEqual(left)
})

test('A variable that the platform does not remove is an error that names it, before anything is published', async () => {
  await deployed('merging', { env: 'STAYS=1' })
  const main = await runMain(workspace, { inputs: inputsFor(emulator, { app: 'merging', env: '{}' }) })
  const { reason, message } = theFailure(main)
  expect(reason).toBe('settings_failed')
  expect(message).toContain('The platform kept what the update left out: env (STAYS).')
  expect(main.outputs).toMatchObject({ published_version: '', active_version: '1' })
})

test('An app that is missing is not made where `create-app` is false', async () => {
  const main = await runMain(workspace, { inputs: inputsFor(emulator, { app: 'unmade', 'create-app': 'false' }) })
  expect(main).toMatchObject({ exitCode: 1, outputs: { reason_code: 'app_missing' } })
  expect((await remote(emulator, { organization: 'acme', name: 'unmade' })).state).toBeUndefined()
})
