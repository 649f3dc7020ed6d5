import { status } from '@grpc/grpc-js'
import { expect, test } from '@jest/globals'
import { drive, type Fields } from '../support/driver.ts'

const GIT = { git_secret: { username: 'octocat', token: 'ghp' } }
const REGISTRY = { registry_secret: { username: 'u', password: 'p', server_address: 'ghcr.io' } }

test('a secret is made, overwritten, read in full, listed without its value, and removed', async () => {
  await using ignite = await drive()
  const create = (name: string, value: Fields) => ignite.call('SecretService/CreateSecret', { name, value })
  const metadata = (name: string, type: string) => {
    return { name, type, created_at_ms: expect.any(Number), updated_at_ms: expect.any(Number) }
  }
  expect(await create('pat', REGISTRY)).toEqual({ secret: metadata('pat', 'registry_secret') })
  expect(await create('pat', GIT)).toEqual({ secret: metadata('pat', 'git_secret') })
  await create('Hub_1-x', REGISTRY)
  expect(await ignite.call('SecretService/GetSecret', { name: 'pat' })).toEqual({
    metadata: metadata('pat', 'git_secret'),
    value: GIT
  })
  expect(await ignite.call('SecretService/GetSecret', { name: 'Hub_1-x' })).toMatchObject({ value: REGISTRY })
  const both = { secrets: [metadata('Hub_1-x', 'registry_secret'), metadata('pat', 'git_secret')] }
  expect(await ignite.call('SecretService/ListSecrets')).toEqual(both)
  for (const _again of [1, 2]) expect(await ignite.call('SecretService/DeleteSecret', { name: 'pat' })).toEqual({})
  await expect(ignite.call('SecretService/GetSecret', { name: 'pat' })).rejects.toMatchObject({
    code: status.NOT_FOUND
  })
})

test.each<[string, Fields, RegExp]>([
  ['an empty name', { name: '', value: GIT }, /1 to 64 letters/],
  ['a dot in the name', { name: 'a.b', value: GIT }, /1 to 64 letters/],
  ['a name of 65', { name: 'a'.repeat(65), value: GIT }, /1 to 64 letters/],
  ['no value', { name: 'a' }, /value is required/],
  ['no token', { name: 'a', value: { git_secret: { username: 'x', token: '' } } }, /value.token is required/],
  ['no password', { name: 'a', value: { registry_secret: { username: 'x' } } }, /value.password is required/]
])('%s is refused', async (_what, request, message) => {
  await using ignite = await drive()
  const creating = ignite.call('SecretService/CreateSecret', request)
  await expect(creating).rejects.toMatchObject({
    code: status.INVALID_ARGUMENT,
    message: expect.stringMatching(message)
  })
})
