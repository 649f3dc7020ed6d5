import {
  create,
  createFileRegistry,
  type DescMessage,
  fromBinary,
  fromJson,
  type JsonValue,
  toBinary,
  toJson
} from '@bufbuild/protobuf'
import { reflect } from '@bufbuild/protobuf/reflect'
import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire'
import {
  type DescriptorProto,
  FieldDescriptorProto_Label,
  FieldDescriptorProto_Type,
  FieldDescriptorProtoSchema,
  type FileDescriptorSet,
  FileDescriptorSetSchema,
  file_google_protobuf_field_mask,
  file_google_protobuf_wrappers
} from '@bufbuild/protobuf/wkt'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { flag, isBlank, message, messages, number, numbers, text, textMap } from '../../../src/platform/codec/answer.ts'
import { enumName, enumNumber } from '../../../src/platform/codec/enums.ts'
import { type Plain, plain } from '../../../src/platform/codec/read.ts'
import { FieldError, write } from '../../../src/platform/codec/write.ts'
import { descriptorSet } from '../support/fake-server.ts'

function typeOf(name: string, set = descriptorSet()): DescMessage {
  const type = createFileRegistry(set).getMessage(`dodil.ignite.v1.${name}`)
  if (type === undefined) throw new Error(name)
  return type
}

function sent(name: string, value: Plain): JsonValue {
  const type = typeOf(name)
  return toJson(type, fromBinary(type, toBinary(type, write(type, value).message)), { useProtoFieldName: true })
}

test('what is written arrives, for each kind of field', () => {
  const bytes = new Uint8Array([0, 255, 7])
  expect(
    sent('SaveDraftRequest', { app_name: 'a', code: { compile: { runtime: { python: {} }, source_code: bytes } } })
  ).toEqual({
    app_name: 'a',
    code: { compile: { runtime: { python: {} }, source_code: 'AP8H' } }
  })
  expect(
    sent('UpdateAppConfigRequest', { env: { A: '', __proto__x: 'ü' }, ports: [80, 4294967295], mcp_enabled: false })
  ).toEqual({
    env: { A: '', __proto__x: 'ü' },
    ports: [80, 4294967295],
    mcp_enabled: false
  })
  expect(sent('CreateBuildRequest', { timeout_secs: '18446744073709551615', zipped_code: 'text' })).toEqual({
    timeout_secs: '18446744073709551615',
    zipped_code: 'dGV4dA=='
  })
  expect(sent('CreateBuildRequest', { timeout_secs: 900, name: new TextEncoder().encode('ü') })).toEqual({
    timeout_secs: '900',
    name: 'ü'
  })
})

test('a key that is undefined is not sent', () => {
  expect(sent('GetAppRequest', { organization_name: undefined, app_name: 'a' })).toEqual({ app_name: 'a' })
})

test.each<[string, string, Plain, string]>([
  ['a key that the type lacks', 'GetAppRequest', { nope: 1 }, 'nope'],
  ['a key in camel case', 'GetAppRequest', { appName: 'a' }, 'appName'],
  ['a key deep inside', 'SaveDraftRequest', { code: { compile: { source: 'x' } } }, 'code.compile.source'],
  ['an inherited name', 'GetAppRequest', { constructor: 'x' }, 'constructor'],
  ['an unknown enum name', 'CreateAppRequest', { resource_tier: 'huge' }, 'resource_tier'],
  ['an enum number', 'CreateAppRequest', { resource_tier: 1 }, 'resource_tier'],
  ["'false' for a bool", 'UpdateAppConfigRequest', { mcp_enabled: 'false' }, 'mcp_enabled'],
  ['text for a number', 'UpdateAppConfigRequest', { max_concurrency: '1' }, 'max_concurrency'],
  ['a negative for an unsigned', 'UpdateAppConfigRequest', { ports: [80, -1] }, 'ports[1]'],
  ['a fraction for an integer', 'UpdateAppConfigRequest', { ports: [80.5] }, 'ports[0]'],
  ['a number over 32 bits', 'UpdateAppConfigRequest', { ports: [2 ** 32] }, 'ports[0]'],
  ['a number that is not exact', 'CreateBuildRequest', { timeout_secs: 2 ** 60 }, 'timeout_secs'],
  ['a negative for an unsigned of 64 bits', 'CreateBuildRequest', { timeout_secs: '-1' }, 'timeout_secs'],
  ['words for an integer of 64 bits', 'CreateBuildRequest', { timeout_secs: 'soon' }, 'timeout_secs'],
  ['a number for a string', 'GetAppRequest', { app_name: 7 }, 'app_name'],
  ['half a surrogate pair', 'GetAppRequest', { app_name: '\ud800' }, 'app_name'],
  ['bytes that are no UTF-8 for a string', 'GetAppRequest', { app_name: new Uint8Array([0xff]) }, 'app_name'],
  ['a list for a string', 'GetAppRequest', { app_name: ['a'] }, 'app_name'],
  ['null', 'GetAppRequest', { app_name: null }, 'app_name'],
  ['a string for a list', 'CreateBuildRequest', { tags: 'v1' }, 'tags'],
  ['a list for a map', 'CreateAppRequest', { env: ['A=1'] }, 'env'],
  ['a number in a map of strings', 'CreateAppRequest', { env: { SECRET: 1 } }, 'env[SECRET]'],
  ['text for a message', 'SaveDraftRequest', { code: 'x' }, 'code'],
  ['bytes for a message', 'SaveDraftRequest', { code: new Uint8Array() }, 'code'],
  ['two members of a oneof', 'SaveDraftRequest', { code: { compile: {}, image: {} } }, 'code.image']
])('%s is refused by the path', (_, name, value, path) => {
  const error = capture(() => write(typeOf(name), value))
  expect(error).toBeInstanceOf(FieldError)
  expect(error).toMatchObject({ path, message: expect.stringContaining(`\`${path}\``) })
})

test('an error never quotes the value', () => {
  expect(String(capture(() => write(typeOf('CreateAppRequest'), { env: { TOKEN: '\ud800hush' } })))).not.toContain(
    'hush'
  )
  expect(String(capture(() => write(typeOf('UpdateAppConfigRequest'), { mcp_enabled: 'hush' })))).not.toContain('hush')
})

test.each([
  ['small', 1001],
  ['SMALL', 1001],
  ['RESOURCE_TIER_SMALL', 1001],
  ['large', 1003],
  ['xlarge', 1004],
  ['UNKNOWN_77', 77],
  ['tier_small', undefined],
  ['', undefined]
])('the tier %j is number %s', (name, expected) => {
  const tier = createFileRegistry(descriptorSet()).getEnum('dodil.ignite.v1.ResourceTier')!
  expect(enumNumber(tier, name)).toBe(expected)
})

test.each([
  [['STATE_A', 'STATE_B'], 'A'],
  [['A_X_ONE', 'A_X_TWO', 'A_Y'], 'X_ONE'],
  [['DRAFT', 'LIVE'], 'DRAFT'],
  [['STATE_', 'STATE_B'], 'STATE_'],
  [['STATE_B', 'STATE_'], 'STATE_B'],
  [['STATE_UNSPECIFIED'], 'UNSPECIFIED'],
  [['A_B', 'A_B_C'], 'B']
])('the first of %j is called %s', (names, expected) => {
  const set = descriptorSet()
  const tier = set.file.find((file) => file.name === 'ignite_common.proto')!.enumType[0]!
  tier.value = names.map((name, index) => ({ ...tier.value[0]!, name, number: index }))
  expect(enumName(createFileRegistry(set).getEnum('dodil.ignite.v1.ResourceTier')!, 0)).toBe(expected)
})

test('what is read is plain: bytes, numbers, names without prefix, and nothing where nothing is set', () => {
  const build = plain(
    answer('GetBuildResponse', { build: { id: 'b', status: 'BUILD_STATUS_FAILED', created_at_ms: '1716900000000' } })
  )
  expect(build['build']).toEqual({
    id: 'b',
    name: '',
    organization_id: '',
    status: 'FAILED',
    dockerfile: '',
    image_refs: [],
    build_args: {},
    created_at_ms: 1_716_900_000_000,
    started_at_ms: 0,
    completed_at_ms: 0,
    error: ''
  })
  expect(
    plain(answer('CreateBuildRequest', { zipped_code: 'AP8=', timeout_secs: '18446744073709551615' }))
  ).toMatchObject({
    zipped_code: new Uint8Array([0, 255]),
    timeout_secs: '18446744073709551615'
  })
  expect(plain(answer('UpdateAppConfigRequest', { description: '' }))).toEqual({
    organization_name: '',
    app_name: '',
    env: {},
    ports: [],
    description: ''
  })
  expect(plain(answer('GetAppResponse', {}))).toEqual({})
})

test('a map with the names of JavaScript’s own properties is read as it is', () => {
  const env = JSON.parse('{"__proto__": "a", "constructor": "b", "toString": "c"}') as JsonValue
  const read = textMap(answer('UpdateAppConfigRequest', { env }), 'env')
  expect(Object.entries(read).sort()).toEqual([
    ['__proto__', 'a'],
    ['constructor', 'b'],
    ['toString', 'c']
  ])
  expect(plain(write(typeOf('UpdateAppConfigRequest'), { env: read }))['env']).toEqual(read)
})

test('unknown enum numbers, unknown fields and text that is no UTF-8 do not stop the reading', () => {
  const bytes = new BinaryWriter()
    .tag(1001, WireType.Varint)
    .int32(77)
    .tag(1004, WireType.LengthDelimited)
    .bytes(new Uint8Array([0x61, 0xff, 0x62]))
    .tag(90_000, WireType.LengthDelimited)
    .string('from the future')
    .finish()
  const type = typeOf('DraftInfo')
  const draft = reflect(type, fromBinary(type, bytes))
  expect(text(draft, 'status')).toBe('UNKNOWN_77')
  expect(text(draft, 'error')).toBe('a\ufffdb')
  expect(isBlank(draft)).toBe(false)
})

test('the accessors read what is absent, or of another type, as empty', () => {
  const app = answer('AppMeta', { id: 'acme/greeter', env: { A: '1' }, ports: [80], mcp_enabled: true })
  expect([text(app, 'id'), text(app, 'nope'), text(app, 'env'), text(app, 'mcp_enabled')]).toEqual([
    'acme/greeter',
    '',
    '',
    'true'
  ])
  expect([number(app, 'version'), number(app, 'id'), number(app, 'nope')]).toEqual([0, 0, 0])
  expect([flag(app, 'mcp_enabled'), flag(app, 'id'), flag(app, 'nope')]).toEqual([true, false, false])
  expect([numbers(app, 'ports'), numbers(app, 'id'), textMap(app, 'ports')]).toEqual([[80], [], {}])
  expect([message(app, 'runtime'), message(app, 'id'), messages(app, 'ports'), messages(app, 'nope')]).toEqual([
    undefined,
    undefined,
    [],
    []
  ])
  expect(isBlank(answer('DraftInfo', {}))).toBe(true)
})

test('wrapper messages and field masks are written and read as what they wrap', () => {
  const set = descriptorSet()
  set.file.unshift(file_google_protobuf_wrappers.proto, file_google_protobuf_field_mask.proto)
  const request = set.file.flatMap((file) => file.messageType).find((each) => each.name === 'GetAppRequest')!
  for (const [index, type] of ['BoolValue', 'StringValue', 'FieldMask'].entries()) {
    request.field.push(
      create(FieldDescriptorProtoSchema, {
        name: type,
        number: 5 + index,
        label: FieldDescriptorProto_Label.OPTIONAL,
        type: FieldDescriptorProto_Type.MESSAGE,
        typeName: `.google.protobuf.${type}`
      })
    )
  }
  const value = {
    organization_name: '',
    app_name: 'a',
    BoolValue: false,
    StringValue: '',
    FieldMask: { paths: ['env'] }
  }
  const type = typeOf('GetAppRequest', set)
  expect(plain(reflect(type, fromBinary(type, toBinary(type, write(type, value).message))))).toEqual(value)
})

test('any message survives the way there and back, whatever the numbers are', () => {
  const names = descriptorSet().file.flatMap((file) => file.messageType.map((each) => each.name))
  const cases = fc.constantFrom(...names).chain((name) => {
    const value = arbitraryMessage(typeOf(name), 3)
    return fc.record({ name: fc.constant(name), value, seed: fc.integer({ min: 1, max: 1_000_000 }) })
  })
  fc.assert(
    fc.property(cases, ({ name, value, seed }) => {
      const type = typeOf(name, permuted(seed))
      const there = toBinary(type, write(type, value).message)
      expect(plain(reflect(type, fromBinary(type, there)))).toMatchObject(value)
    }),
    { numRuns: 150 }
  )
})

function capture(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  return undefined
}

function answer(name: string, json: JsonValue) {
  const type = typeOf(name)
  return reflect(type, fromJson(type, json))
}

/** Every field of every message gets another number, in an order that the seed decides. */
function permuted(seed: number): FileDescriptorSet {
  const set = fromBinary(FileDescriptorSetSchema, toBinary(FileDescriptorSetSchema, descriptorSet()))
  const renumber = (type: DescriptorProto) => {
    for (const [index, field] of type.field.entries()) field.number = ((index * 7919 + seed) % 15_000) + 1
  }
  for (const type of set.file.flatMap((file) => file.messageType)) renumber(type)
  return set
}

/** Plain values for some of the fields, at most one of each oneof. */
function arbitraryMessage(type: DescMessage, depth: number): fc.Arbitrary<Plain> {
  const fields = type.fields.filter((field) => depth > 0 || field.message === undefined)
  const values = Object.fromEntries(fields.map((field) => [field.name, arbitraryField(field, depth)]))
  return fc.record(values, { requiredKeys: [] }).map((value) => {
    const chosen = new Map(
      fields.filter((field) => field.oneof && field.name in value).map((field) => [field.oneof, field.name])
    )
    return Object.fromEntries(
      Object.entries(value).filter(([name]) => {
        const oneof = fields.find((field) => field.name === name)?.oneof
        return oneof === undefined || chosen.get(oneof) === name
      })
    )
  })
}

function arbitraryField(field: DescMessage['fields'][number], depth: number): fc.Arbitrary<unknown> {
  const single = arbitrarySingle(field, depth)
  if (field.fieldKind === 'list') return fc.array(single, { maxLength: 3 })
  if (field.fieldKind === 'map')
    return fc.dictionary(fc.string({ unit: 'grapheme' }), single, { maxKeys: 3, noNullPrototype: true })
  return single
}

/** By the number that FieldDescriptorProto.Type has. */
function arbitrarySingle(field: DescMessage['fields'][number], depth: number): fc.Arbitrary<unknown> {
  if (field.message !== undefined) return arbitraryMessage(field.message, depth - 1)
  if (field.enum !== undefined)
    return fc.constantFrom(...field.enum.values.map((each) => enumName(each.parent, each.number)))
  switch (field.scalar) {
    case 8:
      return fc.boolean()
    case 9:
      return fc.string({ unit: 'grapheme' })
    case 12:
      return fc.uint8Array({ maxLength: 8 })
    case 3:
      return fc.oneof(fc.maxSafeInteger(), fc.constant('-9223372036854775808'))
    case 4:
      return fc.oneof(fc.maxSafeNat(), fc.constant('18446744073709551615'))
    case 5:
      return fc.integer()
    default:
      return fc.nat(2 ** 32 - 1)
  }
}
