import { readFileSync } from 'node:fs'
import { fromBinary, toBinary } from '@bufbuild/protobuf'
import {
  type DescriptorProto,
  type FieldDescriptorProto,
  FileDescriptorProtoSchema,
  FileDescriptorSetSchema
} from '@bufbuild/protobuf/wkt'
import { expect, test } from '@jest/globals'
import { isVariant, VARIANTS, type Variant } from '../../../emulator/contract/variants.ts'
import { loadSet } from '../../../emulator/wire/descriptors/descriptors.ts'
import { enumNamed, messageNamed, ownFiles } from '../../../emulator/wire/lookup.ts'
import { servicesOf } from './support/client.ts'

const SEEDS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 2 ** 31]
const ALL_VARIANTS = Object.keys(VARIANTS).filter(isVariant)

test('without variants and seed, the set is what the compiler wrote, to the byte', () => {
  const path = new URL('../../../proto/dodil-ignite-v1.binpb', import.meta.url)
  const compiled = fromBinary(FileDescriptorSetSchema, readFileSync(path))
  const served = load().files.map((file) => Buffer.from(toBinary(FileDescriptorProtoSchema, file)))
  const written = compiled.file.map((file) => Buffer.from(toBinary(FileDescriptorProtoSchema, file)))
  expect(served).toEqual(written)
  expect(readFileSync(path)).toEqual(Buffer.from(toBinary(FileDescriptorSetSchema, compiled)))
})

test.each(SEEDS)('seed %i keeps documented numbers and zero values, and changes every placeholder', (seed) => {
  const before = numbered(load())
  const after = numbered(load([], seed))
  expect(after.map(({ name }) => name).sort()).toEqual(before.map(({ name }) => name).sort())
  for (const { name, number } of before) {
    const now = after.find((entry) => entry.name === name)!.number
    if (number < 1001) expect([name, now]).toEqual([name, number])
    else expect([name, now]).not.toEqual([name, number])
  }
})

test.each(SEEDS)('seed %i takes numbers that protobuf allows and upstream does not use', (seed) => {
  const documented = new Set(numbered(load()).flatMap(({ name, number }) => (number < 1001 ? name : [])))
  for (const { name, number } of numbered(load([], seed))) {
    if (documented.has(name)) continue
    expect(number).toBeGreaterThan(100)
    expect(number).toBeLessThan(2 ** 29)
    expect(number < 19_000 || number > 19_999).toBe(true)
  }
})

test('a seed always gives the same set, and each seed another one', () => {
  const sets = SEEDS.map((seed) => serialized(load([], seed)))
  expect(SEEDS.map((seed) => serialized(load([], seed)))).toEqual(sets)
  expect(new Set(sets).size).toBe(SEEDS.length)
})

test('documented numbers are where the platform prints them, under every seed', () => {
  for (const seed of SEEDS) {
    const methods = servicesOf(load([], seed)).get('ComputeService')!.methods
    const answer = methods.find(({ name }) => name === 'GetApp')!.output
    const app = answer.fields.find(({ name }) => name === 'app')!
    const numbers = Object.fromEntries(app.message!.fields.map((field) => [field.name, field.number]))
    expect(app.number).toBe(1)
    expect(numbers).toMatchObject({ id: 1, env: 5, version: 26, active_version: 28, deployment_mode: 39 })
  }
})

test.each(SEEDS)('seed %i gives messages other names and leaves entries of maps alone', (seed) => {
  const names = (set: ReturnType<typeof load>) => ownFiles(set.files).flatMap((file) => file.messageType)
  const before = new Set(names(load()).map(({ name }) => name))
  const after = names(load([], seed))
  expect(after.filter(({ name }) => before.has(name))).toEqual([])
  expect(new Set(after.map(({ name }) => name)).size).toBe(before.size)
  const entries = after.flatMap((message) => message.nestedType)
  expect(entries.length).toBeGreaterThan(5)
  for (const entry of entries) {
    expect(entry.options?.mapEntry).toBe(true)
    expect(entry.name).toMatch(/^[A-Z]\w+Entry$/)
    expect(entry.field.map(({ name, number }) => [name, number])).toEqual([
      ['key', 1],
      ['value', 2]
    ])
  }
})

test('a seed declares fields in another order, but keeps the members of a oneof together', () => {
  const order = (message: DescriptorProto) => message.field.map(({ name }) => name).join()
  const before = load().files.flatMap((file) => file.messageType.map(order))
  const after = load([], 5).files.flatMap((file) => file.messageType)
  expect(after.map(order)).not.toEqual(before)
  for (const message of after) {
    const oneofs = message.field.map((field) => (inOneof(field) ? field.oneofIndex : field.name))
    const runs = oneofs.filter((oneof, index) => oneof !== oneofs[index - 1])
    expect(runs).toEqual([...new Set(runs)])
  }
})

test.each<readonly [string, readonly Variant[]]>([
  ...ALL_VARIANTS.map((variant) => [variant, [variant]] as const),
  ['all variants together', ALL_VARIANTS]
])('a client can read the set of %s, permuted or not', (_name, variants) => {
  for (const seed of [undefined, ...SEEDS]) {
    const services = [...servicesOf(load(variants, seed)).keys()].sort()
    expect(services).toEqual(['BuildService', 'ComputeService', 'SecretService'])
  }
})

test('no-code-hash takes the field out of draft and version', () => {
  const { files } = load(['no-code-hash'])
  expect(fieldNames(messageNamed(files, 'DraftInfo'))).not.toContain('code_hash')
  expect(fieldNames(messageNamed(files, 'AppVersionInfo'))).not.toContain('code_hash')
})

test('settings-no-presence leaves no field of UpdateAppConfig with presence but messages', () => {
  const presence = (variants: readonly Variant[]) => {
    const input = servicesOf(load(variants)).get('ComputeService')!.method['updateAppConfig']!.input
    return input.fields.filter((field) => field.presence === 1 && !field.message).map((field) => field.name)
  }
  expect(presence([])).toContain('allow_unauthenticated')
  expect(presence(['settings-no-presence'])).toEqual([])
})

test('settings-mask gives UpdateAppConfig a field mask and the set the file that defines it', () => {
  const { files } = load(['settings-mask'])
  const mask = messageNamed(files, 'UpdateAppConfigRequest').field.find(({ name }) => name === 'update_mask')
  expect(mask?.typeName).toBe('.google.protobuf.FieldMask')
  expect(files.map(({ name }) => name)).toContain('google/protobuf/field_mask.proto')
})

test.each([
  ['VersionStatus', 'VERSION_STATUS_READY', 'VERSION_STATUS_COMPILED'],
  ['VersionStatus', 'VERSION_STATUS_COMPILE_ERROR', 'VERSION_STATUS_FAILED'],
  ['ExecutionStatus', 'EXECUTION_STATUS_IN_PROGRESS', 'EXECUTION_STATUS_RUNNING'],
  ['DeploymentState', 'DEPLOYMENT_STATE_SERVING', 'DEPLOYMENT_STATE_ACTIVE']
])('status-spelling calls a value of %s %s instead of %s', (type, now, before) => {
  const names = enumNamed(load(['status-spelling']).files, type).value.map(({ name }) => name)
  expect(names).toContain(now)
  expect(names).not.toContain(before)
})

test('custom-options come with their files, and with bytes that no file explains', () => {
  const { files } = load(['custom-options'], 1)
  const names = files.map(({ name }) => name)
  for (const file of ownFiles(files)) {
    expect(file.dependency).toEqual(expect.arrayContaining(['proto-core/annotations.proto']))
    expect(names).toEqual(expect.arrayContaining(file.dependency))
  }
  const services = ownFiles(files).flatMap((file) => file.service)
  const publish = services.flatMap((service) => service.method).find(({ name }) => name === 'PublishDraft')
  const numbers = publish?.options?.$unknown?.map(({ no }) => no)
  expect(numbers).toEqual([72_295_728, 50_001, 59_999])
})

function load(variants: readonly Variant[] = [], permuteSeed?: number) {
  const chosen = new Set(variants)
  return loadSet(permuteSeed === undefined ? { variants: chosen } : { variants: chosen, permuteSeed })
}

function serialized({ files }: ReturnType<typeof load>): string {
  return files.map((file) => Buffer.from(toBinary(FileDescriptorProtoSchema, file)).toString('hex')).join()
}

/**
 * Every number of the package's fields and enum values under a name that no seed changes: the way to it from a
 * service, since messages are renamed.
 */
function numbered({ files }: ReturnType<typeof load>): { name: string; number: number }[] {
  const own = ownFiles(files)
  const messages = new Map(own.flatMap((file) => file.messageType.map((m) => [`.${file.package}.${m.name}`, m])))
  const found = new Map<string, number>()
  const seen = new Set<string>()
  const visit = (path: string, type: string): void => {
    if (seen.has(type)) return
    seen.add(type)
    for (const field of [...(messages.get(type)?.field ?? [])].sort((a, b) => a.name.localeCompare(b.name))) {
      found.set(`${path}.${field.name}`, field.number)
      visit(`${path}.${field.name}`, field.typeName)
    }
  }
  for (const service of own.flatMap((file) => file.service)) {
    for (const method of service.method) {
      visit(`${service.name}/${method.name} in`, method.inputType)
      visit(`${service.name}/${method.name} out`, method.outputType)
    }
  }
  const values = own.flatMap((file) => file.enumType.flatMap((type) => type.value))
  for (const value of values) found.set(value.name, value.number)
  return [...found].map(([name, number]) => ({ name, number }))
}

function fieldNames(message: DescriptorProto): string[] {
  return message.field.map(({ name }) => name)
}

function inOneof(field: FieldDescriptorProto): boolean {
  return Object.hasOwn(field, 'oneofIndex')
}
