import { create } from '@bufbuild/protobuf'
import {
  FieldDescriptorProto_Label,
  FieldDescriptorProto_Type,
  FieldDescriptorProtoSchema,
  FileDescriptorProtoSchema,
  file_google_protobuf_timestamp
} from '@bufbuild/protobuf/wkt'
import { status } from '@grpc/grpc-js'
import { expect, test } from '@jest/globals'
import { AuthError, Stopped, UnsupportedServerError } from '../../../src/model/errors.ts'
import type { TokenSource } from '../../../src/platform/calls/token-source.ts'
import { staticToken } from '../../../src/platform/token/token.ts'
import { connected } from '../support/connecting.ts'
import { descriptorSet, fakeServer } from '../support/fake-server.ts'

const APP = { organization: 'acme', name: 'greeter' }
const handlers = { GetApp: () => ({ app: { id: 'acme/greeter', active_version: 3 } }) }

test.each([
  ['v1', ['v1'], /grpc\.reflection\.v1, 2 files/],
  ['v1alpha', ['v1alpha'], /grpc\.reflection\.v1alpha, 2 files/],
  ['both', ['v1', 'v1alpha'], /grpc\.reflection\.v1, 2 files/]
] as const)('a server with reflection %s is understood', async (_, versions, described) => {
  await using server = await fakeServer({ handlers, reflection: { versions } })
  using platform = await connected(server)
  expect(platform.described).toMatch(described)
  expect(await platform.readApp(APP)).toMatchObject({ id: 'acme/greeter', activeVersion: 3 })
})

test('files that come one at a time are asked for by the names that the imports have', async () => {
  await using server = await fakeServer({ handlers, reflection: { versions: ['v1'], oneByOne: true } })
  using platform = await connected(server)
  expect(server.reflected).toEqual(['v1 dodil.ignite.v1.ComputeService', 'v1 ignite_common.proto'])
  expect(await platform.readApp(APP)).toMatchObject({ activeVersion: 3 })
})

test('a server without reflection is refused with the input that helps', async () => {
  await using server = await fakeServer({ handlers, reflection: { versions: [] } })
  const error = await connected(server).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(UnsupportedServerError)
  expect(error).toMatchObject({
    reason: 'unsupported_server',
    message: expect.stringContaining('no reflection service'),
    hint: expect.stringMatching(/`descriptors`.*buf build.*protoc .*bundled/)
  })
})

test('what only custom options import may be missing, and a field of such a type reads as absent', async () => {
  const set = descriptorSet()
  const compute = set.file.find((file) => file.name === 'ignite_compute.proto')!
  compute.dependency.unshift('google/api/annotations.proto', 'proto-core/annotations.proto')
  compute.extension.push(
    create(FieldDescriptorProtoSchema, {
      name: 'scope',
      number: 50_001,
      label: FieldDescriptorProto_Label.OPTIONAL,
      type: FieldDescriptorProto_Type.STRING,
      extendee: '.google.protobuf.MethodOptions'
    })
  )
  compute.messageType[0]!.field.push(
    create(FieldDescriptorProtoSchema, {
      name: 'audit',
      number: 4000,
      label: FieldDescriptorProto_Label.OPTIONAL,
      type: FieldDescriptorProto_Type.MESSAGE,
      typeName: '.dodil.common.Audit'
    })
  )
  await using server = await fakeServer({ handlers, reflection: reflectionOf(set) })
  using platform = await connected(server)
  expect(server.reflected.slice(1).sort()).toEqual([
    'v1 google/api/annotations.proto',
    'v1 proto-core/annotations.proto'
  ])
  expect(await platform.readApp(APP)).toMatchObject({ activeVersion: 3 })
})

test("google's own files are taken from the library, and no server is waited for to send them", async () => {
  const set = descriptorSet()
  set.file.unshift(file_google_protobuf_timestamp.proto)
  const compute = set.file.find((file) => file.name === 'ignite_compute.proto')!
  compute.dependency.push('google/protobuf/timestamp.proto')
  const draft = compute.messageType.find((message) => message.name === 'DraftInfo')!
  draft.field.push(
    create(FieldDescriptorProtoSchema, {
      name: 'saved_at',
      number: 4000,
      label: FieldDescriptorProto_Label.OPTIONAL,
      type: FieldDescriptorProto_Type.MESSAGE,
      typeName: '.google.protobuf.Timestamp'
    })
  )
  const GetDraftInfo = () => ({ draft: { code_hash: 'c0ffee', saved_at: '2026-11-21T00:00:00Z' } })
  await using server = await fakeServer({
    set,
    handlers: { GetDraftInfo },
    reflection: { versions: ['v1'], oneByOne: true }
  })
  using platform = await connected(server)
  expect(platform.described).toContain('3 files')
  expect(server.reflected).toEqual(['v1 dodil.ignite.v1.ComputeService', 'v1 ignite_common.proto'])
  expect(await platform.readDraft(APP)).toMatchObject({ codeHash: 'c0ffee' })
})

test('files in any order, without a package, and with cycles are put in order', async () => {
  const set = descriptorSet()
  set.file.reverse()
  set.file.push(create(FileDescriptorProtoSchema, { name: 'a.proto', dependency: ['b.proto'], syntax: 'proto3' }))
  set.file.push(create(FileDescriptorProtoSchema, { name: 'b.proto', dependency: ['a.proto'] }))
  set.file.find((file) => file.name === 'ignite_compute.proto')!.dependency.push('a.proto')
  await using server = await fakeServer({ handlers, reflection: { ...reflectionOf(set), oneByOne: true } })
  using platform = await connected(server)
  expect(await platform.readApp(APP)).toMatchObject({ activeVersion: 3 })
})

test('a service that the server lacks is an error when it is needed, naming it', async () => {
  const set = descriptorSet()
  set.file = set.file.filter((file) => file.name !== 'ignite_compute.proto')
  await using server = await fakeServer({ reflection: reflectionOf(set) })
  using platform = await connected(server)
  expect(() => platform.require([])).toThrow('The server does not have the service dodil.ignite.v1.ComputeService.')
  await expect(platform.readApp(APP)).rejects.toThrow(UnsupportedServerError)
})

test('a token at hand is sent with the first question', async () => {
  await using server = await fakeServer({ handlers, reflection: { versions: ['v1'], tokens: ['mine'] } })
  using _ = await connected(server, { token: staticToken('mine') })
  expect(server.reflected).toEqual(['v1 dodil.ignite.v1.ComputeService'])
})

test('a server that wants a token is asked again with one, when it is there', async () => {
  await using server = await fakeServer({ handlers, reflection: { versions: ['v1'], tokens: ['minted'] } })
  const token: TokenSource = { ...staticToken('minted'), held: () => undefined }
  using _ = await connected(server, { token })
  expect(server.reflected).toEqual(['v1 refused ', 'v1 dodil.ignite.v1.ComputeService'])
})

test('a refused token is an error about the credentials', async () => {
  await using server = await fakeServer({ handlers, reflection: { versions: ['v1'], tokens: ['other'] } })
  await expect(connected(server)).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
    reason: 'auth_failed',
    hint: expect.stringContaining('`service-account-secret`')
  })
})

/** Less than the deadline of reflection, which would end the stream as well. */
const BEFORE_THE_DEADLINE_MS = 15_000

/** A server whose reflection never answers. */
async function silentServer() {
  const come = Promise.withResolvers<void>()
  const left = Promise.withResolvers<void>()
  const silent = { come: come.resolve, left: left.resolve }
  const server = await fakeServer({ handlers, reflection: { versions: ['v1'], silent } })
  return Object.assign(server, { come: come.promise, left: left.promise })
}

test(
  'no token ends the connecting with its own error, and the server is left',
  async () => {
    await using server = await silentServer()
    const bearer = () => server.come.then(() => Promise.reject(new AuthError('no account')))
    const token: TokenSource = { ...staticToken('x'), held: () => undefined, bearer }
    await expect(connected(server, { token })).rejects.toThrow('no account')
    await server.left
  },
  BEFORE_THE_DEADLINE_MS
)

test(
  'the stop ends the connecting with its own reason, and the server is left',
  async () => {
    await using server = await silentServer()
    const stop = new AbortController()
    const pending = expect(connected(server, { stop: stop.signal })).rejects.toBeInstanceOf(Stopped)
    await server.come
    stop.abort(new Stopped('cancelled', 'told to stop'))
    await pending
    await server.left
  },
  BEFORE_THE_DEADLINE_MS
)

test('a file that cannot be had costs only what needs it', async () => {
  await using server = await fakeServer({
    handlers: { GetApp: () => ({}) },
    reflection: { versions: ['v1'], hidden: ['ignite_common.proto'] }
  })
  using platform = await connected(server)
  expect(() => platform.require(['publish'])).not.toThrow()
  expect(() => platform.require([{ setting: 'tier' }])).toThrow(
    'the field `resource_tier` of UpdateAppConfig (input `tier`)'
  )
})

test('a broken stream is tried again before it is an error', async () => {
  let left = 2
  await using server = await fakeServer({
    handlers,
    reflection: { versions: ['v1'], failing: () => left-- > 0 && status.UNAVAILABLE }
  })
  using platform = await connected(server)
  expect(platform.described).toContain('grpc.reflection.v1')
  expect(server.reflected).toHaveLength(3)
})

test.each([
  ['bytes that are no reply', Buffer.from([0x22, 0xff])],
  ['a reply whose file is garbage', Buffer.from([0x22, 0x04, 0x0a, 0x02, 0xff, 0xff])]
])('%s is an error that names the way out', async (_, reply) => {
  await using server = await fakeServer({ handlers, reflection: { versions: ['v1'], reply } })
  await expect(connected(server)).rejects.toMatchObject({
    name: 'UnsupportedServerError',
    message: expect.stringContaining('cannot be read'),
    hint: expect.stringContaining('`descriptors`')
  })
})

function reflectionOf(set: ReturnType<typeof descriptorSet>) {
  return { versions: ['v1'] as const, set }
}
