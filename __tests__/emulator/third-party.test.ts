import { execFile, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@jest/globals'
import type { Call } from '../../emulator/contract/contract.ts'
import { startPair } from './wire/support/client.ts'

// Clients that we did not write: they read the emulator's descriptors with other libraries than ours.

const run = promisify(execFile)
const PYTHON = 'python3'
const SCRIPT = join(import.meta.dirname, '../support/reflection_client.py')
const COMPUTE = 'dodil.ignite.v1.ComputeService'
const SERVICES = ['dodil.ignite.v1.BuildService', COMPUTE, 'dodil.ignite.v1.SecretService']
const APP = {
  id: 'a1',
  name: 'org:app',
  env: { A: 'b' },
  deployment_state: 'DEPLOYMENT_STATE_CREATED',
  version: 3,
  ports: [80, 8080]
}

const SERVED = [
  { variants: [] },
  { variants: ['custom-options', 'settings-mask'] },
  { variants: ['custom-options', 'settings-mask'], seed: 3 },
  { variants: ['custom-options', 'reflection-v1alpha', 'reflection-one-file'], seed: 4 }
] as const

const withPython = testWhere(
  spawnSync(PYTHON, ['-c', 'import grpc, grpc_reflection']).status === 0,
  `skipped: ${PYTHON} has no grpc and grpc_reflection`
)
const withGrpcurl = testWhere(spawnSync('grpcurl', ['-version']).status === 0, 'skipped: there is no grpcurl')

for (const served of SERVED) {
  withPython(`a Python client lists, describes and calls ${JSON.stringify(served)}`, async () => {
    const { heard, setup } = recorded(served)
    await using pair = await startPair(setup)
    const { stdout } = await run(PYTHON, [SCRIPT, `127.0.0.1:${pair.port}`])
    const report = JSON.parse(stdout)
    expect(report).toMatchObject({ services: SERVICES, methods: 25, app: { app: APP }, updated: { app: APP } })
    expect(report.settings.includes('update_mask')).toBe(hasVariant(served, 'settings-mask'))
    expect(report.options).toEqual(hasVariant(served, 'custom-options') ? CUSTOM_OPTIONS : {})
    expect(heard).toEqual([
      expect.objectContaining({ app_name: 'org:app' }),
      expect.objectContaining({ app_name: 'org:app', health_path: '', env: { A: '1' }, ports: [80, 8080] })
    ])
    expect(heard[1]).not.toHaveProperty('allow_unauthenticated')
  })

  withGrpcurl(`grpcurl lists, describes and calls ${JSON.stringify(served)}`, async () => {
    const { heard, setup } = recorded(served)
    await using pair = await startPair(setup)
    const grpcurl = async (before: readonly string[], ...after: string[]) =>
      (await run('grpcurl', ['-plaintext', ...before, `127.0.0.1:${pair.port}`, ...after])).stdout
    expect((await grpcurl([], 'list')).trim().split('\n')).toEqual(SERVICES)
    const described = await grpcurl([], 'describe', `${COMPUTE}.GetApp`)
    expect(described).toContain('rpc GetApp (')
    expect(described.includes('option (.google.api.http)')).toBe(hasVariant(served, 'custom-options'))
    const answer = await grpcurl(['-d', '{"app_name":"org:app"}'], `${COMPUTE}/GetApp`)
    expect(JSON.parse(answer)).toMatchObject({ app: { id: 'a1', env: { A: 'b' }, ports: [80, 8080] } })
    expect(heard).toEqual([expect.objectContaining({ app_name: 'org:app' })])
  })
}

const CUSTOM_OPTIONS = {
  'google.api.http': { get: '/v1/orgs/{organization_name}/apps/{app_name}' },
  'dodil.common.access': { resource: 'app', scopes: ['read', 'write'] }
}

function testWhere(available: boolean, reason: string): (name: string, body: () => Promise<void>) => void {
  if (available) return (name, body) => test(name, body)
  return (name, body) => test.skip(`${name} (${reason})`, body)
}

function recorded(served: (typeof SERVED)[number]) {
  const heard: Record<string, unknown>[] = []
  const answer = async (call: Call) => {
    heard.push(call.request)
    return { app: APP }
  }
  const unary = { 'ComputeService/GetApp': answer, 'ComputeService/UpdateAppConfig': answer }
  return { heard, setup: { ...served, handlers: { unary } } }
}

function hasVariant(served: (typeof SERVED)[number], variant: string): boolean {
  return served.variants.some((name) => name === variant)
}
