import { create, type JsonObject } from '@bufbuild/protobuf'
import {
  DescriptorProtoSchema,
  FieldDescriptorProto_Label,
  FieldDescriptorProto_Type,
  FieldDescriptorProtoSchema,
  type FileDescriptorSet,
  file_google_protobuf_field_mask
} from '@bufbuild/protobuf/wkt'
import { status } from '@grpc/grpc-js'
import { expect, test } from '@jest/globals'
import { AuthError, PlatformError, UnsupportedServerError } from '../../../src/model/errors.ts'
import type { CompileCode } from '../../../src/model/requests.ts'
import type { SettingsChange } from '../../../src/model/settings.ts'
import { publicUrls } from '../../../src/platform/areas/public-urls.ts'
import { SETTINGS } from '../../support/fakes.ts'
import { platformOf, refuses } from '../support/connecting.ts'
import { messageType, renumbered, without, withoutMethods } from '../support/descriptor-edits.ts'
import { descriptorSet, type FakeOptions, type Handler } from '../support/fake-server.ts'

const APP = { organization: 'acme', name: 'greeter' }
const DRAFT = { codeHash: 'cafe0001', imageRef: '', codeKind: '', createdAtMs: 1 }
const IDENTITY = { organization_name: 'acme', app_name: 'greeter' }
const CODE: CompileCode = {
  kind: 'compile',
  runtime: 'python',
  rustTarget: undefined,
  toolchain: undefined,
  archive: new Uint8Array([1, 2])
}
const NONE = { inputSchema: undefined, outputSchema: undefined, dependencies: [] }

test.each([
  [
    ['https://a', 'https://b'],
    [
      { url: 'https://a', port: undefined },
      { url: 'https://b', port: undefined }
    ]
  ],
  [
    { 8080: 'https://b', 80: 'https://a' },
    [
      { url: 'https://a', port: 80 },
      { url: 'https://b', port: 8080 }
    ]
  ],
  [{ main: 'https://a' }, [{ url: 'https://a', port: undefined }]],
  [
    [
      { url: 'https://a', port: 80 },
      { url: 'https://b', port: 0 }
    ],
    [
      { url: 'https://a', port: 80 },
      { url: 'https://b', port: undefined }
    ]
  ],
  [{ 80: { url: 'https://a' } }, [{ url: 'https://a', port: 80 }]],
  [{ urls: ['https://a'] }, [{ url: 'https://a', port: undefined }]],
  ['https://a', [{ url: 'https://a', port: undefined }]],
  ['', []],
  [[], []],
  [undefined, []],
  [7, []]
])('the public URLs in %j are found', (value, expected) => {
  expect(publicUrls(value)).toEqual(expected)
})

test('an app is read by names, and an unknown tier keeps the platform’s name', async () => {
  const app = {
    id: 'acme/greeter',
    active_version: 4,
    resource_tier: 'RESOURCE_TIER_XLARGE',
    env: { A: '1' },
    ports: [80, 8080],
    health_path: '/up',
    allow_unauthenticated: true,
    public_urls: ['https://a']
  }
  let tier: string | number = app.resource_tier
  await using fake = await platformOf({ handlers: { GetApp: () => ({ app: { ...app, resource_tier: tier } }) } })
  expect(await fake.platform.readApp(APP)).toEqual({
    id: 'acme/greeter',
    activeVersion: 4,
    publicUrls: [{ url: 'https://a', port: undefined }],
    settings: {
      ...SETTINGS,
      env: { A: '1' },
      tier: 'xlarge',
      allowUnauthenticated: true,
      storageMode: 'UNSPECIFIED',
      healthPath: '/up',
      ports: [80, 8080]
    },
    shown: expect.objectContaining({ ...app, resource_tier: 'XLARGE' })
  })
  expect(fake.server.calls[0]!.request).toEqual(IDENTITY)
  tier = 77
  expect((await fake.platform.readApp(APP))!.settings.tier).toBe('UNKNOWN_77')
})

test('a setting that the server does not know is undefined, not false', async () => {
  const set = descriptorSet()
  without(set, 'AppMeta', 'allow_unauthenticated')
  without(set, 'AppMeta', 'health_path')
  await using fake = await platformOf({ set, handlers: { GetApp: () => ({ app: {} }) } })
  const { settings } = (await fake.platform.readApp(APP))!
  expect(settings).toMatchObject({ allowUnauthenticated: undefined, healthPath: undefined })
})

test.each<[string, Handler]>([
  ['an empty answer', () => ({})],
  ['a draft that holds nothing', () => ({ draft: {} })],
  ['NOT_FOUND', refuses(status.NOT_FOUND)]
])('%s is no draft', async (_, GetDraftInfo) => {
  await using fake = await platformOf({ handlers: { GetDraftInfo } })
  expect(await fake.platform.readDraft(APP)).toBeUndefined()
})

test('a draft of which only the status is known is one', async () => {
  await using fake = await platformOf({
    handlers: { GetDraftInfo: () => ({ draft: { status: 'VERSION_STATUS_COMPILING' } }) }
  })
  expect(await fake.platform.readDraft(APP)).toEqual({
    status: 'COMPILING',
    codeHash: '',
    imageRef: '',
    codeKind: 'UNSPECIFIED',
    createdAtMs: 0,
    deployId: '',
    error: ''
  })
})

test('an app or versions that are not there are no error, a refusal is', async () => {
  await using fake = await platformOf({
    handlers: {
      GetApp: refuses(status.NOT_FOUND),
      ListAppVersions: refuses(status.NOT_FOUND),
      GetDraftInfo: refuses(status.PERMISSION_DENIED)
    }
  })
  expect(await fake.platform.readApp(APP)).toBeUndefined()
  expect(await fake.platform.readVersions(APP)).toEqual([])
  await expect(fake.platform.readDraft(APP)).rejects.toMatchObject({
    reason: 'permission_denied',
    message: 'Reading the draft of acme/greeter (GetDraftInfo): PERMISSION_DENIED: no'
  })
})

test.each<[Partial<CompileCode>, JsonObject]>([
  [{}, { python: {} }],
  [{ runtime: 'go', toolchain: '1.26' }, { go: { version: '1.26' } }],
  [
    { runtime: 'rust', rustTarget: 'wasm', toolchain: '1.93' },
    { rust: { target: 'RUST_COMPILATION_TARGET_WASM', toolchain_version: '1.93' } }
  ],
  [{ runtime: 'rust' }, { rust: {} }]
])('code with %j is saved as that runtime', async (code, runtime) => {
  await using fake = await platformOf({
    handlers: { SaveDraft: () => ({ draft: { code_hash: 'c0ffee', created_at_ms: '5' } }) }
  })
  expect(await fake.platform.saveDraft(APP, { ...CODE, ...code }, NONE)).toMatchObject({
    codeHash: 'c0ffee',
    createdAtMs: 5
  })
  expect(fake.server.calls[0]!.request).toEqual({ ...IDENTITY, code: { compile: { runtime, source_code: 'AQI=' } } })
})

test('a save that answers nothing is looked up, and one that left nothing is an error', async () => {
  let draft: JsonObject = { code_hash: 'c0ffee' }
  await using fake = await platformOf({ handlers: { SaveDraft: () => ({}), GetDraftInfo: () => ({ draft }) } })
  expect(await fake.platform.saveDraft(APP, CODE, NONE)).toMatchObject({ codeHash: 'c0ffee' })
  draft = {}
  await expect(fake.platform.saveDraft(APP, CODE, NONE)).rejects.toMatchObject({ reason: 'draft_conflict' })
})

test('a save whose answer is lost is sent once more', async () => {
  let lost = true
  const SaveDraft: Handler = () => {
    if (!lost) return { draft: { code_hash: 'c0ffee' } }
    lost = false
    throw { code: status.UNAVAILABLE, details: 'Connection dropped' }
  }
  await using fake = await platformOf({ handlers: { SaveDraft } })
  expect(await fake.platform.saveDraft(APP, CODE, NONE)).toMatchObject({ codeHash: 'c0ffee' })
  expect(fake.server.calls).toHaveLength(2)
})

test('a publish is sent once, whatever happens, and its version is read', async () => {
  await using lost = await platformOf({ handlers: { PublishDraft: refuses(status.UNAVAILABLE, 'Connection dropped') } })
  await expect(lost.platform.publishDraft(APP, DRAFT)).rejects.toMatchObject({ ambiguous: true, code: 'UNAVAILABLE' })
  expect(lost.server.calls).toHaveLength(1)
  let answer: JsonObject = { published_version: 7 }
  await using fake = await platformOf({ handlers: { PublishDraft: () => answer } })
  expect(await fake.platform.publishDraft(APP, DRAFT)).toBe(7)
  answer = {}
  expect(await fake.platform.publishDraft(APP, DRAFT)).toBeUndefined()
})

test.each<[string, Handler, string | undefined]>([
  ['a deploy_id', () => ({ deploy_id: 'd-1', draft: { deploy_id: 'd-2' } }), 'd-1'],
  ['a deploy_id in the draft', () => ({ draft: { deploy_id: 'd-2' } }), 'd-2'],
  ['UNIMPLEMENTED', refuses(status.UNIMPLEMENTED), undefined],
  ['FAILED_PRECONDITION', refuses(status.FAILED_PRECONDITION), undefined]
])('a compile that answers with %s', async (_, CompileDraft, expected) => {
  await using fake = await platformOf({ handlers: { CompileDraft } })
  expect(await fake.platform.compileDraft(APP)).toBe(expected)
})

test('a compile that is refused otherwise is an error', async () => {
  await using fake = await platformOf({ handlers: { CompileDraft: refuses(status.INVALID_ARGUMENT, 'no Cargo.toml') } })
  await expect(fake.platform.compileDraft(APP)).rejects.toMatchObject({ reason: 'compile_failed' })
})

async function logOf(options: FakeOptions): Promise<string> {
  await using fake = await platformOf(options)
  const chunks: Uint8Array[] = []
  for await (const chunk of fake.platform.compileLog('d-1', new AbortController().signal)) chunks.push(chunk)
  expect(fake.server.calls[0]!.request).toEqual({ deploy_id: 'd-1' })
  return Buffer.concat(chunks).toString()
}

test('a compile log comes as the bytes that were written', async () => {
  const StreamCompileLogs: Handler = async function* () {
    yield { data: Buffer.from('one\ntw').toString('base64') }
    yield { timestamp_ms: '7' }
    yield { data: Buffer.from('o').toString('base64') }
  }
  expect(await logOf({ handlers: { StreamCompileLogs } })).toBe('one\ntwo')
})

test.each([
  [FieldDescriptorProto_Type.STRING, undefined, [{ lines: ['one', 'two'] }, { lines: ['three'] }]],
  [
    FieldDescriptorProto_Type.MESSAGE,
    '.dodil.ignite.v1.AppLogLine',
    [{ lines: [{ message: 'one' }, { message: 'two' }] }, { lines: [{ message: 'three' }] }]
  ]
])('a compile log of lines becomes lines (field type %i)', async (type, typeName, answers) => {
  const set = descriptorSet()
  messageType(set, 'CompileLogChunk').field = [
    create(FieldDescriptorProtoSchema, {
      name: 'lines',
      number: 1,
      label: FieldDescriptorProto_Label.REPEATED,
      type,
      ...(typeName && { typeName })
    })
  ]
  const StreamCompileLogs: Handler = async function* () {
    yield* answers
  }
  expect(await logOf({ set, handlers: { StreamCompileLogs } })).toBe('one\ntwo\nthree\n')
})

test('a server without the method has a broken log, which is no reason to stop', async () => {
  const set = descriptorSet()
  withoutMethods(set, 'StreamCompileLogs')
  await using fake = await platformOf({ set })
  const read = async () => {
    for await (const _ of fake.platform.compileLog('d-1', new AbortController().signal));
  }
  await expect(read()).rejects.toBeInstanceOf(PlatformError)
})

test('an execution is read, with an output of bytes or text', async () => {
  const GetExecution: Handler = () => ({ execution: { status: 'EXECUTION_STATUS_COMPLETED', output: 'AP8=' } })
  await using fake = await platformOf({ handlers: { GetExecution, TestDraft: () => ({ execution_id: 'x-1' }) } })
  expect(await fake.platform.testDraft(APP, new Uint8Array([255]))).toBe('x-1')
  expect(await fake.platform.readExecution('x-1')).toEqual({
    id: 'x-1',
    status: 'COMPLETED',
    output: new Uint8Array([0, 255]),
    error: ''
  })
  expect(fake.server.calls.map((each) => each.request)).toEqual([
    { ...IDENTITY, payload: '/w==' },
    { execution_id: 'x-1' }
  ])

  const set = descriptorSet()
  messageType(set, 'Execution').field.find((field) => field.name === 'output')!.type = FieldDescriptorProto_Type.STRING
  await using text = await platformOf({ set, handlers: { GetExecution: () => ({ execution: { output: 'ü' } }) } })
  expect(Buffer.from((await text.platform.readExecution('x')).output).toString()).toBe('ü')
})

test('an app is made with the settings that the request can hold', async () => {
  await using fake = await platformOf({ handlers: { CreateApp: () => ({}) } })
  await fake.platform.createApp(APP, { tier: 'large', allowUnauthenticated: true, ports: [80] })
  expect(fake.server.calls[0]!.request).toEqual({
    organization_name: 'acme',
    name: 'greeter',
    resource_tier: 'RESOURCE_TIER_LARGE',
    ports: [80]
  })
})

const STORED = {
  id: 'acme/greeter',
  env: { A: '1' },
  ports: [80, 90],
  health_path: '/h',
  description: 'kept',
  limits: { memory_mb: 512 }
}

/** Sends one change of the tier and gives the request as the server read it. */
async function updateWith(set: FileDescriptorSet): Promise<unknown> {
  await using fake = await platformOf({
    set,
    handlers: { GetApp: () => ({ app: STORED }), UpdateAppConfig: () => ({}) }
  })
  const read = await fake.platform.readApp(APP)
  await fake.platform.updateSettings(APP, { tier: 'large' }, read!)
  return fake.server.calls.find((call) => call.method === 'UpdateAppConfig')!.request
}

test.each<[what: string, change: SettingsChange, sent: object]>([
  ['a limit', { memory: 512, timeoutSeconds: 7 }, { limits: { memory_mb: 512, timeout_secs: 7 } }],
  ['scaling', { reserved: 1 }, { scaling: { reserved_capacity: 1 } }],
  [
    'words',
    { autoMode: 'tier-only', storageMode: 'ttl' },
    { scaling: { auto_mode: 'AUTO_MODE_TIER_ONLY' }, storage_mode: 'STORAGE_MODE_TTL' }
  ]
])('an app is made with %s in its message', async (_, change, sent) => {
  await using fake = await platformOf({ handlers: { CreateApp: () => ({}) } })
  await fake.platform.createApp(APP, change)
  expect(fake.server.calls[0]!.request).toEqual({ organization_name: 'acme', name: 'greeter', ...sent })
})

test('a message that is offered in part is filled in part, and one that is not is left out', async () => {
  const set = descriptorSet()
  without(set, 'ResourceLimits', 'timeout_secs')
  without(set, 'ScalingConfig', 'max_replicas')
  await using fake = await platformOf({ set, handlers: { CreateApp: () => ({}) } })
  await fake.platform.createApp(APP, { memory: 512, timeoutSeconds: 7, maxReplicas: 3 })
  expect(fake.server.calls[0]!.request).toEqual({
    organization_name: 'acme',
    name: 'greeter',
    limits: { memory_mb: 512 }
  })
})

test('a part of a message that the app does not have reads as zero, and one that the server lacks as undefined', async () => {
  const set = descriptorSet()
  without(set, 'ScalingConfig', 'auto_mode')
  without(set, 'AppMeta', 'limits')
  await using fake = await platformOf({ set, handlers: { GetApp: () => ({ app: {} }) } })
  expect((await fake.platform.readApp(APP))!.settings).toMatchObject({
    reserved: 0,
    autoMode: undefined,
    memory: undefined
  })
})

test.each([false, true])(
  'what stands beside a changed part goes along (all numbers are others: %j)',
  async (isOther) => {
    const app = { ...STORED, limits: { memory_mb: 512, cpu_millicores: 250 }, scaling: { max_replicas: 2 } }
    const set = isOther ? renumbered() : descriptorSet()
    await using fake = await platformOf({ set, handlers: { GetApp: () => ({ app }), UpdateAppConfig: () => ({}) } })
    const read = (await fake.platform.readApp(APP))!
    await fake.platform.updateSettings(APP, { memory: 1024, autoMode: 'enabled' }, read)
    expect(fake.server.calls.at(-1)!.request).toEqual({
      ...IDENTITY,
      env: { A: '1' },
      ports: [80, 90],
      limits: { memory_mb: 1024, cpu_millicores: 250 },
      scaling: { max_replicas: 2, auto_mode: 'AUTO_MODE_ENABLED' }
    })
  }
)

test('where fields have presence, the change goes with the lists and maps as they are', async () => {
  expect(await updateWith(descriptorSet())).toEqual({
    ...IDENTITY,
    resource_tier: 'RESOURCE_TIER_LARGE',
    env: { A: '1' },
    ports: [80, 90]
  })
})

test('the change and what goes along are of one read: nothing is read between it and the call', async () => {
  let reads = 0
  const changing = () => ({ app: { ...STORED, env: { READ: String(++reads) } } })
  await using fake = await platformOf({ handlers: { GetApp: changing, UpdateAppConfig: () => ({}) } })
  const read = (await fake.platform.readApp(APP))!
  await fake.platform.updateSettings(APP, { tier: 'large' }, read)
  expect(fake.server.calls.map(({ method }) => method)).toEqual(['GetApp', 'UpdateAppConfig'])
  expect(fake.server.calls.at(-1)!.request).toMatchObject({ env: { READ: '1' } })
})

test('where fields have no presence, all that is there goes along', async () => {
  const set = descriptorSet()
  for (const field of messageType(set, 'UpdateAppConfigRequest').field) {
    field.proto3Optional = false
    delete (field as Partial<typeof field>).oneofIndex
  }
  messageType(set, 'UpdateAppConfigRequest').oneofDecl = []
  expect(await updateWith(set)).toEqual({
    ...IDENTITY,
    resource_tier: 'RESOURCE_TIER_LARGE',
    env: { A: '1' },
    ports: [80, 90],
    health_path: '/h',
    description: 'kept',
    limits: { memory_mb: 512 }
  })
})

test('where there is an update mask, the change goes alone, with its path', async () => {
  const set = descriptorSet()
  set.file.unshift(file_google_protobuf_field_mask.proto)
  set.file.find((file) => file.name === 'ignite_compute.proto')!.dependency.push('google/protobuf/field_mask.proto')
  messageType(set, 'UpdateAppConfigRequest').field.push(
    create(FieldDescriptorProtoSchema, {
      name: 'update_mask',
      jsonName: 'updateMask',
      number: 4000,
      label: FieldDescriptorProto_Label.OPTIONAL,
      type: FieldDescriptorProto_Type.MESSAGE,
      typeName: '.google.protobuf.FieldMask'
    })
  )
  expect(await updateWith(set)).toEqual({
    ...IDENTITY,
    resource_tier: 'RESOURCE_TIER_LARGE',
    update_mask: 'resourceTier'
  })
})

test('values that we cannot name are carried as they are', async () => {
  const set = descriptorSet()
  const ports = (type: string) => messageType(set, type).field.find((field) => field.name === 'ports')!
  const compute = set.file.find((file) => file.name === 'ignite_compute.proto')!
  compute.messageType.push(
    create(DescriptorProtoSchema, {
      name: 'PortSpec',
      field: [
        {
          name: 'number',
          jsonName: 'number',
          number: 1,
          label: FieldDescriptorProto_Label.OPTIONAL,
          type: FieldDescriptorProto_Type.UINT32
        }
      ]
    })
  )
  for (const type of ['AppMeta', 'UpdateAppConfigRequest']) {
    Object.assign(ports(type), { type: FieldDescriptorProto_Type.MESSAGE, typeName: '.dodil.ignite.v1.PortSpec' })
  }
  const app = { ports: [{ number: 80 }, { number: 90 }] }
  await using fake = await platformOf({ set, handlers: { GetApp: () => ({ app }), UpdateAppConfig: () => ({}) } })
  await fake.platform.updateSettings(APP, { tier: 'small' }, (await fake.platform.readApp(APP))!)
  expect(fake.server.calls.at(-1)!.request).toMatchObject({ ports: [{ number: 80 }, { number: 90 }] })
})

test('all that the plan needs and the server lacks is named at once, with the inputs', async () => {
  const set = descriptorSet()
  without(set, 'UpdateAppConfigRequest', 'health_path')
  without(set, 'RustRuntime', 'target')
  withoutMethods(set, 'CreateApp', 'RollbackApp')
  await using fake = await platformOf({ set })
  const require = () =>
    fake.platform.require([
      'create-app',
      'save-code',
      'rust-target',
      'publish',
      'rollback',
      { setting: 'healthPath' },
      { setting: 'env' }
    ])
  expect(require).toThrow(UnsupportedServerError)
  expect(require).toThrow(
    'The platform lacks what this deployment needs: the method ComputeService.CreateApp (input `create-app`); ' +
      'the field `code.compile.runtime.rust.target` of SaveDraft (input `rust-target`); ' +
      'the method ComputeService.RollbackApp (input `mode`, `rollback-on-failure`, `rollback-on-cancel`); ' +
      'the field `health_path` of UpdateAppConfig (input `health-path`).'
  )
  expect(() =>
    fake.platform.require(['save-code', 'toolchain', 'compile', 'test-draft', 'publish', { setting: 'ports' }])
  ).not.toThrow()
  expect(fake.server.calls).toEqual([])
})

test('the organization is the one asked for, else the token’s, else an error', async () => {
  await using fake = await platformOf({})
  expect(await fake.platform.organization('asked')).toBe('asked')
  await expect(fake.platform.organization(undefined)).rejects.toThrow(AuthError)
})

test('a rollback names its version', async () => {
  await using fake = await platformOf({ handlers: { RollbackApp: () => ({}) } })
  await fake.platform.rollback(APP, 3)
  expect(fake.server.calls[0]!.request).toEqual({ ...IDENTITY, version: 3 })
})

test('a test of a version names it, and gives the execution’s id', async () => {
  await using fake = await platformOf({ handlers: { TestAppVersion: () => ({ execution_id: 'e-1' }) } })
  expect(await fake.platform.testVersion(APP, 3, new TextEncoder().encode('{}'))).toBe('e-1')
  expect(fake.server.calls[0]!.request).toEqual({ ...IDENTITY, version: 3, payload: 'e30=' })
})

test.each([
  ['the method', (set: FileDescriptorSet) => withoutMethods(set, 'TestAppVersion')],
  ['its payload', (set: FileDescriptorSet) => without(set, 'TestAppVersionRequest', 'payload')],
  ['more than its name', () => undefined]
])('a platform that lacks %s of testing a version is not asked for it', async (_, edit) => {
  const set = descriptorSet()
  edit(set)
  await using fake = await platformOf({ set, handlers: { TestAppVersion: refuses(status.UNIMPLEMENTED) } })
  expect(await fake.platform.testVersion(APP, 3, new Uint8Array())).toBeUndefined()
})
