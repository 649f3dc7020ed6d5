import { expect, test } from '@jest/globals'
import { type EmulatorOptions, startEmulator } from '../../emulator/start.ts'
import { inputsFor, remote, run, runMain, theFailure, Workspace, writesTo } from '../support/deploying.ts'

const INPUTS = {
  env: 'MODE=marker',
  description: 'Greets people.\nIn two languages.',
  tier: 'medium',
  memory: '768',
  cpu: '250',
  'timeout-seconds': '30',
  reserved: '1',
  'max-replicas': '5',
  'max-concurrency': '8',
  'storage-mode': 'ttl',
  ttl: '86400',
  'mcp-enabled': 'true',
  'auto-mode': 'tier-only',
  'allow-unauthenticated': 'true',
  'health-path': '/live',
  ports: '80\n8080',
  'input-schema': '{"type":"object"}',
  'output-schema': '{"type":"string"}'
}

const SETTINGS = {
  env: { MODE: 'marker' },
  description: 'Greets people.\nIn two languages.\n\nDeployed by octo-org/octo-app (dodil/ignite-deploy)',
  tier: 'medium',
  memory: 768,
  cpu: 250,
  timeoutSeconds: 30,
  reserved: 1,
  maxReplicas: 5,
  maxConcurrency: 8,
  storageMode: 'ttl',
  ttl: 86_400,
  mcpEnabled: true,
  autoMode: 'tier-only',
  allowUnauthenticated: true,
  healthPath: '/live',
  ports: [80, 8080],
  inputSchema: '{"type":"object"}',
  outputSchema: '{"type":"string"}'
}

const platforms: readonly EmulatorOptions[] = [
  {},
  { permuteSeed: 61 },
  { variants: ['storage-fixed'] },
  { variants: ['settings-replace', 'storage-fixed'], permuteSeed: 62 },
  { variants: ['settings-no-presence'], permuteSeed: 63 },
  { variants: ['settings-mask', 'storage-fixed'] }
]

test.each(platforms)('A new app has every setting, each named in the log, on a platform with %j', async (options) => {
  await using emulator = await startEmulator(options)
  using workspace = new Workspace()
  const main = await runMain(workspace, { inputs: inputsFor(emulator, INPUTS) })
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  expect((await remote(emulator)).state?.settings).toEqual(SETTINGS)
  expect(main.log).toContain(
    'Created acme/greeter with env (MODE), description, tier, memory, cpu, timeout-seconds, reserved, max-replicas, ' +
      'max-concurrency, storage-mode, ttl, mcp-enabled, auto-mode, allow-unauthenticated, health-path, ports, ' +
      'input-schema and output-schema'
  )
  expect(main.raw).not.toContain('marker')
})

test('A setting that the platform takes from new apps alone is no trouble where it stays, and an error where not', async () => {
  await using emulator = await startEmulator({ variants: ['storage-fixed'] })
  using workspace = new Workspace()
  const storage = { 'storage-mode': 'ephemeral', memory: '512' }
  await runMain(workspace, { inputs: inputsFor(emulator, storage) })
  const again = await run(workspace, { inputs: inputsFor(emulator, { ...storage, memory: '256' }) })
  expect(again.main).toMatchObject({ exitCode: 0, outputs: { published_version: '2' } })

  const before = writesTo(emulator).length
  const main = await runMain(workspace, { inputs: inputsFor(emulator, { 'storage-mode': 'persistent' }) })
  const { reason, message } = theFailure(main)
  expect(reason).toBe('unsupported_server')
  expect(message).toContain(
    'The platform lacks what this deployment needs: the field `storage_mode` of UpdateAppConfig (input `storage-mode`), which an app can be given only when it is made.'
  )
  expect(writesTo(emulator).length).toBe(before)
})
