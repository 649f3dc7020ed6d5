import path from 'node:path'
import { status } from '@grpc/grpc-js'
import { expect, test } from '@jest/globals'
import { type Emulator, type EmulatorOptions, startEmulator } from '../../../emulator/start.ts'
import { compute } from '../../emulator/ignite/support/client.ts'
import { callUrl, type Inputs, inputsFor, runMain, theFailure } from '../../support/deploying.ts'
import { ImageWorkspace } from '../support/gated-build.ts'
import { leaks } from '../support/leaks.ts'
import { Observer } from '../support/observing.ts'

const IMAGE = `ghcr.io/acme/web@sha256:${'0123456789abcdef'.repeat(4)}`
const OWNER = { username: '_json_key', password: 'read-packages-of-octocat' }

/** A platform that knows a private image and a secret of each type. */
async function withSecrets(workspace: ImageWorkspace, options: EmulatorOptions = {}): Promise<Emulator> {
  const directory = path.join(workspace.path, 'web')
  const emulator = await startEmulator({ images: [{ ref: IMAGE, directory, private: OWNER }], ...options })
  const token = emulator.mint({ org: 'acme', ttlSeconds: 60 })
  using secrets = compute(emulator, { token, service: 'SecretService' })
  await secrets.call('CreateSecret', { name: 'pat', value: { git_secret: { username: 'octocat', token: 'x' } } })
  const registry_secret = { ...OWNER, server_address: 'ghcr.io' }
  await secrets.call('CreateSecret', { name: 'ghcr', value: { registry_secret } })
  return emulator
}

function inputsOf(emulator: Emulator, inputs: Inputs): Inputs {
  return inputsFor(emulator, { app: 'web', code: '', 'image-ref': IMAGE, 'allow-unauthenticated': 'true', ...inputs })
}

test.each([
  ['a git secret', 'pat', 'it is a git secret', 'NAME'],
  ['a name that nothing is stored under', 'other', 'there is no secret of that name', 'other']
])('%s as a registry secret is an error that says so, and nothing is written', async (_, secret, why, named) => {
  using workspace = new ImageWorkspace()
  await using emulator = await withSecrets(workspace)
  const main = await runMain(workspace, { inputs: inputsOf(emulator, { 'registry-secret-ref': secret }) })
  const failure = theFailure(main)
  expect(failure).toMatchObject({ reason: 'bad_input', title: 'Check registry secret failed' })
  expect(failure.message).toContain(`\`registry-secret-ref: ${secret}\` cannot be used for acme/web: ${why}.`)
  expect(failure.message).toContain(`dodil ignite secret create ${named} --type registry`)
  expect(emulator.journal.map(({ method }) => method)).not.toContain('ComputeService/CreateApp')
})

test('An account that may not list secrets uses one all the same; step debug says that it was not checked', async () => {
  const fault = { action: 'status', code: status.PERMISSION_DENIED, details: 'no', afterEffect: false } as const
  using workspace = new ImageWorkspace()
  const faults = [{ method: 'SecretService/ListSecrets', calls: 'all', fault }] as const
  await using emulator = await withSecrets(workspace, { faults })
  const inputs = inputsOf(emulator, { 'registry-secret-ref': 'ghcr' })
  const main = await runMain(workspace, { inputs, debug: true })
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  expect(main.log).toContain('The secret ghcr is used as it is')
  expect(main.log).toMatch(/debug.*The type of the secret is not checked: .*PERMISSION_DENIED/)
  expect(await callUrl(main.outputs['url'])).toMatchObject({ version: 'one' })
})

test('case 24: a password that is pretty-printed JSON is hidden by its values, and no brace with it', async () => {
  const key = {
    type: 'service_account',
    project_id: 'acme-project',
    private_key: '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEF\nAASC\n-----END PRIVATE KEY-----\n',
    client_email: 'deployer@acme.example',
    nested: { token: 'hunter-two-of-nested' }
  }
  const password = JSON.stringify(key, undefined, 2)
  using workspace = new ImageWorkspace()
  await using emulator = await startEmulator({
    images: [{ ref: IMAGE, directory: path.join(workspace.path, 'web'), private: { ...OWNER, password } }]
  })
  using observer = new Observer()
  const credentials = {
    'registry-server': 'ghcr.io',
    'registry-username': OWNER.username,
    'registry-password': password
  }
  const inputs = inputsOf(emulator, { ...credentials, 'test-payload': '{"name": "acme-project"}' })
  const main = await runMain(workspace, { inputs, env: observer.env })
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  const masked = main.commands.filter(({ name }) => name === 'add-mask').map(({ data }) => data)
  expect(masked).toEqual(
    expect.arrayContaining(['MIIEvQIBADANBgkqhkiG9w0BAQEF', 'hunter-two-of-nested', '-----BEGIN PRIVATE KEY-----'])
  )
  for (const text of ['{', '}', '"type"', 'service_account', 'acme-project', 'deployer@acme.example']) {
    expect(masked.filter((mask) => text.includes(mask) || mask === text)).toEqual([])
  }
  expect(main.log).toContain('output: {"greeting": "Hello, acme-project!", "version": "one", "app": "acme/web"}')
  expect(leaks(main, observer.stages[0]!, ['hunter-two-of-nested', 'MIIEvQIBADANBgkqhkiG9w0BAQEF'])).toEqual([])
})
