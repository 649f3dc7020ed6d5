import { FieldDescriptorProto_Type } from '@bufbuild/protobuf/wkt'
import { status } from '@grpc/grpc-js'
import { describe, expect, test } from '@jest/globals'
import { PlatformError } from '../../../src/model/errors.ts'
import { platformOf, refuses } from '../support/connecting.ts'
import { messageType, renumbered, without, withoutMethods } from '../support/descriptor-edits.ts'
import { descriptorSet, type FakeOptions } from '../support/fake-server.ts'

const APP = { organization: 'acme', name: 'greeter' }
const IDENTITY = { organization_name: 'acme', app_name: 'greeter' }
const never = (): AbortSignal => new AbortController().signal

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const FILES = [
  { path: './lib/a.py', size_bytes: '1', content: base64('a') },
  { path: 'logo.bin', size_bytes: '3', is_binary: true },
  { path: 'given.bin', size_bytes: '1', is_binary: true, content: base64('x') },
  { path: 'empty.py', size_bytes: '0' },
  { path: 'left-out.txt', size_bytes: '9000000' },
  { path: 'unsized.py', content: base64('abc') }
]
const READ = [
  { path: 'lib/a.py', bytes: 1, content: Buffer.from('a') },
  { path: 'logo.bin', bytes: 3, content: undefined },
  { path: 'given.bin', bytes: 1, content: undefined },
  { path: 'empty.py', bytes: 0, content: Buffer.alloc(0) },
  { path: 'left-out.txt', bytes: 9_000_000, content: undefined },
  { path: 'unsized.py', bytes: 3, content: Buffer.from('abc') }
]

async function readWith(fake: FakeOptions) {
  await using opened = await platformOf(fake)
  const files = await opened.platform.readCode(APP, 3, never())
  return files?.map((file) => ({ ...file, content: file.content && Buffer.from(file.content) }))
}

describe('The code of a version', () => {
  test.each([
    ['as they are', descriptorSet()],
    ['other', renumbered()]
  ])('is read by names, with numbers %s', async (_, set) => {
    let asked: unknown
    const GetAppCode = ({ request }: { readonly request: unknown }) => {
      asked = request
      return { files: FILES }
    }
    expect(await readWith({ set, handlers: { GetAppCode } })).toEqual(READ)
    expect(asked).toEqual({ ...IDENTITY, version: 3 })
  })

  test('is read where contents are strings', async () => {
    const set = descriptorSet()
    const content = messageType(set, 'CodeFile').field.find(({ name }) => name === 'content')
    content!.type = FieldDescriptorProto_Type.STRING
    const files = FILES.map((file) => ({ ...file, content: Buffer.from(file.content ?? '', 'base64').toString() }))
    expect(await readWith({ set, handlers: { GetAppCode: () => ({ files }) } })).toEqual(READ)
  })

  test('is asked for without a version where the request has none: the active one is meant', async () => {
    const set = descriptorSet()
    without(set, 'GetAppCodeRequest', 'version')
    expect(await readWith({ set, handlers: { GetAppCode: () => ({ files: FILES }) } })).toEqual(READ)
  })

  test('is not offered by a server without the method, or that answers UNIMPLEMENTED', async () => {
    const set = descriptorSet()
    withoutMethods(set, 'GetAppCode')
    expect(await readWith({ set })).toBeUndefined()
    expect(await readWith({ handlers: { GetAppCode: refuses(status.UNIMPLEMENTED) } })).toBeUndefined()
  })

  test('is empty where the version has none', async () => {
    expect(await readWith({ handlers: { GetAppCode: () => ({}) } })).toEqual([])
    expect(await readWith({ handlers: { GetAppCode: refuses(status.NOT_FOUND) } })).toEqual([])
  })

  test('may be denied', async () => {
    await expect(
      readWith({ handlers: { GetAppCode: refuses(status.PERMISSION_DENIED, 'not yours') } })
    ).rejects.toThrow(/^Reading the code of version 3 of acme\/greeter \(GetAppCode\): PERMISSION_DENIED: not yours/)
  })

  test('is not waited for any more when the caller has left, and the platform hears of it', async () => {
    const { promise: come, resolve: hear } = Promise.withResolvers<AbortSignal>()
    const GetAppCode = (_: unknown, signal: AbortSignal) => {
      hear(signal)
      return new Promise<never>(() => undefined)
    }
    await using opened = await platformOf({ handlers: { GetAppCode } })
    const left = new AbortController()
    const reading = opened.platform.readCode(APP, 3, left.signal)
    const signal = await come
    const reason = new Error('left')
    left.abort(reason)
    await expect(reading).rejects.toBe(reason)
    if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve))
    await expect(opened.platform.readCode(APP, 3, left.signal)).rejects.not.toBeInstanceOf(PlatformError)
  })
})

test.each([
  [
    { runtime: { rust: { target: 'RUST_COMPILATION_TARGET_WASM', toolchain_version: '1.82' } } },
    { runtime: { name: 'rust', target: 'WASM', toolchain: '1.82' } }
  ],
  [{ runtime: { python: {} } }, { runtime: { name: 'python', target: '', toolchain: '' } }],
  [{ code_uri: 'ghcr.io/acme/web:1' }, { imageRef: 'ghcr.io/acme/web:1' }],
  [{ code_uri: 's3://bucket/key' }, {}],
  [{}, {}]
])('a version tells what it runs: %j', async (info, told) => {
  const ListAppVersions = () => ({ versions: [{ version: 3, ...info }] })
  await using opened = await platformOf({ handlers: { ListAppVersions } })
  expect(await opened.platform.readVersions(APP)).toEqual([
    { number: 3, codeHash: '', createdAtMs: 0, status: 'UNSPECIFIED', ...told }
  ])
})
