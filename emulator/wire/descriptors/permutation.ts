import type {
  DescriptorProto,
  EnumDescriptorProto,
  FieldDescriptorProto,
  FileDescriptorProto
} from '@bufbuild/protobuf/wkt'
import { ownFiles, PACKAGE } from '../lookup.ts'
import { type Random, seeded, shuffled } from '../random.ts'

/** Numbers from here on are ours (proto/README.md); those below are printed by the platform and stay. */
const FIRST_PLACEHOLDER = 1001
/** Upstream uses at least 1 to 40: a new number must not look like a documented one. */
const FIRST_NEW = 101
/** One limit for each length that a tag can have on the wire, so that all of them occur. */
const LIMITS = [2_047, 262_143, 33_554_431, 536_870_911]

/**
 * Gives fields and enum values other numbers, messages other names, and fields another order of declaration: in place,
 * the same for the same seed. Documented numbers, zero values, and the names of services, methods, fields, enums and
 * their values stay.
 */
export function permute(files: readonly FileDescriptorProto[], seed: number): void {
  const random = seeded(seed)
  for (const file of ownFiles(files)) {
    for (const message of withNested(file.messageType)) permuteMessage(message, random)
    for (const type of file.enumType) renumber(type.value, random)
  }
  renameMessages(files, random)
}

function permuteMessage(message: DescriptorProto, random: Random): void {
  // A map's entry is part of the wire format: its key is 1, its value 2, in this order.
  if (isMapEntry(message)) return
  renumber(message.field, random)
  message.field = reordered(message.field, random)
  for (const type of message.enumType) renumber(type.value, random)
}

function renumber(entries: FieldDescriptorProto[] | EnumDescriptorProto['value'], random: Random): void {
  const taken = new Set(entries.map((entry) => entry.number))
  for (const entry of entries) {
    if (entry.number >= FIRST_PLACEHOLDER) entry.number = newNumber(taken, random)
  }
}

function newNumber(taken: Set<number>, random: Random): number {
  for (;;) {
    const limit = LIMITS[random.below(LIMITS.length)] ?? FIRST_PLACEHOLDER
    const number = FIRST_NEW + random.below(limit - FIRST_NEW)
    const reservedByProtobuf = number >= 19_000 && number <= 19_999
    if (reservedByProtobuf || taken.has(number)) continue
    taken.add(number)
    return number
  }
}

/** The members of a oneof stay together: protoc's own checks of a descriptor demand it. */
function reordered(fields: readonly FieldDescriptorProto[], random: Random): FieldDescriptorProto[] {
  const groups = Map.groupBy(fields, (field) =>
    Object.hasOwn(field, 'oneofIndex') ? `oneof ${field.oneofIndex}` : field.name
  )
  return shuffled([...groups.values()], random).flatMap((group) => shuffled(group, random))
}

function renameMessages(files: readonly FileDescriptorProto[], random: Random): void {
  const renamed = new Map<string, string>()
  const used = new Set<string>()
  for (const file of ownFiles(files)) {
    const scope = { from: `.${PACKAGE}`, to: `.${PACKAGE}`, random, renamed, used }
    for (const message of file.messageType) rename(message, scope)
  }
  const current = (name: string) => renamed.get(name) ?? name
  for (const file of files) {
    for (const field of file.extension) field.extendee = current(field.extendee)
    for (const field of allFields(file)) field.typeName = current(field.typeName)
    for (const method of file.service.flatMap((service) => service.method)) {
      method.inputType = current(method.inputType)
      method.outputType = current(method.outputType)
    }
  }
}

type Scope = {
  readonly from: string
  readonly to: string
  readonly random: Random
  readonly renamed: Map<string, string>
  readonly used: Set<string>
}

function rename(message: DescriptorProto, scope: Scope): void {
  const from = `${scope.from}.${message.name}`
  // An entry is called after its map field, and descriptors whose entries are called otherwise are refused.
  if (!isMapEntry(message)) message.name = newName(scope)
  const to = `${scope.to}.${message.name}`
  scope.renamed.set(from, to)
  for (const nested of message.nestedType) rename(nested, { ...scope, from, to })
  for (const type of message.enumType) scope.renamed.set(`${from}.${type.name}`, `${to}.${type.name}`)
}

function newName(scope: Scope): string {
  const name = `Renamed${scope.random.below(2 ** 32).toString(36)}`
  if (scope.used.has(name)) return newName(scope)
  scope.used.add(name)
  return name
}

function allFields(file: FileDescriptorProto): FieldDescriptorProto[] {
  return [...file.extension, ...withNested(file.messageType).flatMap((message) => message.field)].filter(
    (field) => field.typeName !== ''
  )
}

function withNested(messages: readonly DescriptorProto[]): DescriptorProto[] {
  return messages.flatMap((message) => [message, ...withNested(message.nestedType)])
}

function isMapEntry(message: DescriptorProto): boolean {
  return message.options?.mapEntry === true
}
