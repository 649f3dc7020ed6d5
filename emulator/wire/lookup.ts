import type {
  DescriptorProto,
  EnumDescriptorProto,
  FieldDescriptorProto,
  FileDescriptorProto,
  ServiceDescriptorProto
} from '@bufbuild/protobuf/wkt'

/** The package that the emulator's own services and messages live in. */
export const PACKAGE = 'dodil.ignite.v1'

type Files = readonly FileDescriptorProto[]

/** The top-level message of the emulator's package; throws when there is none, since then proto/ has changed. */
export function messageNamed(files: Files, name: string): DescriptorProto {
  return found(
    ownFiles(files).flatMap((file) => file.messageType),
    name
  )
}

/** The top-level enum of the emulator's package; throws when there is none. */
export function enumNamed(files: Files, name: string): EnumDescriptorProto {
  return found(
    ownFiles(files).flatMap((file) => file.enumType),
    name
  )
}

/** The service of the emulator's package; throws when there is none. */
export function serviceNamed(files: Files, name: string): ServiceDescriptorProto {
  return found(
    ownFiles(files).flatMap((file) => file.service),
    name
  )
}

/** The message's field; throws when there is none. */
export function fieldNamed(message: DescriptorProto, name: string): FieldDescriptorProto {
  return found(message.field, name)
}

/** The files of the emulator's package, without what they import from elsewhere. */
export function ownFiles(files: Files): FileDescriptorProto[] {
  return files.filter((file) => file.package === PACKAGE)
}

/** The only one that `list` has by that name; throws when there is none. */
export function found<Named extends { readonly name: string }>(list: readonly Named[], name: string): Named {
  const match = list.find((candidate) => candidate.name === name)
  if (!match) throw new Error(`The descriptor set has no ${name}; did the files in proto/ change?`)
  return match
}
