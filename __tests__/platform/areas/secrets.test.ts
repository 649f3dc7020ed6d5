import type { JsonObject } from '@bufbuild/protobuf'
import { FieldDescriptorProto_Type } from '@bufbuild/protobuf/wkt'
import { status } from '@grpc/grpc-js'
import { expect, test } from '@jest/globals'
import type { ServiceName } from '../../../src/platform/calls/service.ts'
import { platformOf, refuses } from '../support/connecting.ts'
import { messageType, renumbered } from '../support/descriptor-edits.ts'
import { descriptorSet, type FakeOptions, type Handler } from '../support/fake-server.ts'

const services: readonly ServiceName[] = ['ComputeService', 'SecretService']
const ACCESS = { kind: 'credentials', server: 'ghcr.io', username: 'bot', password: 'hunter22' } as const
const LIST: Handler = () => ({
  secrets: [
    { name: 'pat', type: 'git_secret' },
    { name: 'ghcr', type: 'registry_secret' },
    { name: 'odd', type: 'ssh_key' }
  ]
})

function keeping(fake: FakeOptions) {
  return platformOf(fake, { services })
}

test.each([
  ['pat', 'git'],
  ['ghcr', 'registry'],
  ['odd', 'ssh_key'],
  ['nobody', undefined]
])('the type of the secret %s is %s, and its value is not asked for', async (name, kind) => {
  for (const set of [descriptorSet(), renumbered()]) {
    await using fake = await keeping({ set, handlers: { ListSecrets: LIST, GetSecret: () => ({}) } })
    expect(await fake.platform.readSecretKind(name)).toBe(kind)
    expect(fake.server.calls.map((each) => each.method)).toEqual(['ListSecrets'])
  }
})

test('the list is found whatever its field is called', async () => {
  const set = descriptorSet()
  Object.assign(messageType(set, 'ListSecretsResponse').field[0]!, { name: 'metadata', jsonName: 'metadata' })
  await using fake = await keeping({
    set,
    handlers: { ListSecrets: () => ({ metadata: (LIST({} as never, {} as never) as JsonObject)['secrets']! }) }
  })
  expect(await fake.platform.readSecretKind('ghcr')).toBe('registry')
})

test('a list that is refused is no missing secret', async () => {
  await using fake = await keeping({ handlers: { ListSecrets: refuses(status.PERMISSION_DENIED) } })
  await expect(fake.platform.readSecretKind('ghcr')).rejects.toMatchObject({ reason: 'permission_denied' })
})

test.each([
  [ACCESS, { username: 'bot', password: 'hunter22', server_address: 'ghcr.io' }],
  [
    { ...ACCESS, server: '' },
    { username: 'bot', password: 'hunter22' }
  ]
])('a registry secret is stored with %j', async (access, stored) => {
  for (const set of [descriptorSet(), renumbered()]) {
    await using fake = await keeping({ set, handlers: { CreateSecret: () => ({}) } })
    await fake.platform.storeRegistrySecret('greeter-registry', access)
    expect(fake.server.calls[0]!.request).toEqual({ name: 'greeter-registry', value: { registry_secret: stored } })
  }
})

test('storing a secret overwrites, so a lost answer is no reason to stop', async () => {
  let lost = true
  const CreateSecret: Handler = () => {
    if (!lost) return {}
    lost = false
    throw { code: status.UNAVAILABLE, details: 'Connection dropped' }
  }
  await using fake = await keeping({ handlers: { CreateSecret } })
  await fake.platform.storeRegistrySecret('greeter-registry', ACCESS)
  expect(fake.server.calls).toHaveLength(2)
})

test('a password that the server cannot hold is not told', async () => {
  const set = descriptorSet()
  const password = messageType(set, 'RegistrySecret').field.find((field) => field.name === 'password')!
  password.type = FieldDescriptorProto_Type.BOOL
  await using fake = await keeping({ set, handlers: { CreateSecret: () => ({}) } })
  const error = await fake.platform.storeRegistrySecret('greeter-registry', ACCESS).catch((reason: unknown) => reason)
  expect(error).toMatchObject({ name: 'UnsupportedServerError', message: expect.stringContaining('password') })
  expect(String((error as Error).message)).not.toContain('hunter22')
})
