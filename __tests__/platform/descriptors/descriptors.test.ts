import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { toBinary } from '@bufbuild/protobuf'
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt'
import { afterAll, expect, test } from '@jest/globals'
import { InputError } from '../../../src/model/errors.ts'
import { connected } from '../support/connecting.ts'
import { descriptorSet, fakeServer, type Handler } from '../support/fake-server.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'descriptors-'))
afterAll(() => rmSync(folder, { recursive: true }))

const APP = { organization: 'acme', name: 'greeter' }
const GetApp: Handler = () => ({ app: { id: 'acme/greeter' } })

function file(name: string, content: string | Uint8Array): string {
  const at = path.join(folder, name)
  writeFileSync(at, content)
  return at
}

test('the bundled descriptors do on loopback, without reflection', async () => {
  await using server = await fakeServer({ handlers: { GetApp }, reflection: { versions: [] } })
  using platform = await connected(server, { descriptors: { kind: 'bundled' } })
  expect(platform.described).toBe('the bundled descriptors')
  expect(await platform.readApp(APP)).toMatchObject({ id: 'acme/greeter' })
})

test('the bundled descriptors are refused anywhere else, before anything is sent', async () => {
  const endpoint = { authority: '192.0.2.1:443', secure: true, loopback: false, name: 'elsewhere' }
  const error = await connected({ endpoint }, { descriptors: { kind: 'bundled' } }).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(InputError)
  expect(error).toMatchObject({ problems: [{ inputs: ['descriptors', 'api-endpoint'] }] })
})

test('a descriptor set from a file decides the numbers', async () => {
  const set = descriptorSet()
  const messages = set.file.flatMap((each) => each.messageType)
  for (const field of messages.flatMap((each) => each.field).filter((each) => each.number > 1000)) field.number += 777
  const at = file('set.binpb', toBinary(FileDescriptorSetSchema, set))
  await using server = await fakeServer({ set, handlers: { GetApp }, reflection: { versions: [] } })
  using platform = await connected(server, { descriptors: { kind: 'file', path: at } })
  expect(await platform.readApp(APP)).toMatchObject({ id: 'acme/greeter' })
  expect(server.calls[0]!.request).toEqual({ organization_name: 'acme', app_name: 'greeter' })
})

test('a set without its imports does as far as it goes', async () => {
  const set = descriptorSet()
  const compute = set.file.find((each) => each.name === 'ignite_compute.proto')!
  compute.dependency.push('google/protobuf/timestamp.proto', 'somewhere/else.proto')
  const at = file('bare.binpb', toBinary(FileDescriptorSetSchema, { ...set, file: [compute] }))
  await using server = await fakeServer({ handlers: { GetApp }, reflection: { versions: [] } })
  using platform = await connected(server, { descriptors: { kind: 'file', path: at } })
  expect(await platform.readApp(APP)).toMatchObject({
    id: 'acme/greeter',
    settings: { healthPath: '', tier: undefined }
  })
})

test.each([
  ['proto text', 'syntax = "proto3";\npackage dodil.ignite.v1;\nservice ComputeService {}\n', /no descriptor set/],
  ['nothing', '', /no descriptor set/],
  ['JSON', '{"file":[]}', /no descriptor set/],
  ['a message of another kind', Buffer.from([0x0a, 0x02, 0x10, 0x01]), /no descriptor set/],
  ['random bytes', Buffer.from('0a0612040affff00', 'hex'), /no descriptor set/]
])('a file with %s is refused, with the commands that make a set', async (name, content, message) => {
  const descriptors = { kind: 'file', path: file(`${name}.bin`, content) } as const
  const endpoint = { authority: '127.0.0.1:1', secure: false, loopback: true, name: 'here' }
  const error = await connected({ endpoint }, { descriptors }).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(InputError)
  expect((error as InputError).problems).toMatchObject([
    {
      inputs: ['descriptors'],
      message: expect.stringMatching(message),
      fix: expect.stringMatching(/buf build.*protoc/)
    }
  ])
})

test('a file that is not there is refused by its error', async () => {
  const descriptors = { kind: 'file', path: path.join(folder, 'missing') } as const
  const endpoint = { authority: '127.0.0.1:1', secure: false, loopback: true, name: 'here' }
  await expect(connected({ endpoint }, { descriptors })).rejects.toThrow('cannot be read (ENOENT)')
})

test('descriptors that contradict themselves are an error that names the way out', async () => {
  const set = descriptorSet()
  set.file[0]!.syntax = 'proto9'
  const at = file('broken.binpb', toBinary(FileDescriptorSetSchema, set))
  const endpoint = { authority: '127.0.0.1:1', secure: false, loopback: true, name: 'here' }
  await expect(connected({ endpoint }, { descriptors: { kind: 'file', path: at } })).rejects.toMatchObject({
    name: 'UnsupportedServerError',
    message: expect.stringMatching(/cannot be used: .*unsupported syntax/),
    hint: expect.stringContaining('buf build')
  })
})
