import type { DescriptorProto, FileDescriptorSet } from '@bufbuild/protobuf/wkt'
import { descriptorSet } from './fake-server.ts'

export function messageType(set: FileDescriptorSet, name: string): DescriptorProto {
  return set.file.flatMap((file) => file.messageType).find((type) => type.name === name)!
}

export function without(set: FileDescriptorSet, type: string, field: string): void {
  const message = messageType(set, type)
  message.field = message.field.filter((each) => each.name !== field)
}

export function withoutMethods(set: FileDescriptorSet, ...names: readonly string[]): void {
  for (const service of set.file.flatMap((file) => file.service)) {
    service.method = service.method.filter((each) => !names.includes(each.name))
  }
}

/** The schema with other numbers in place of all placeholders. */
export function renumbered(): FileDescriptorSet {
  const set = descriptorSet()
  const fields = set.file.flatMap((file) => file.messageType).flatMap((type) => type.field)
  const values = set.file.flatMap((file) => file.enumType).flatMap((type) => type.value)
  for (const each of [...fields, ...values]) if (each.number > 1000) each.number = 3000 - each.number
  return set
}
