import { clone, create, createFileRegistry, type DescMethod, type DescService } from '@bufbuild/protobuf'
import {
  type DescriptorProto,
  type FieldDescriptorProto,
  type FileDescriptorProto,
  FileDescriptorProtoSchema,
  FileDescriptorSetSchema
} from '@bufbuild/protobuf/wkt'

const PACKAGE = 'dodil.ignite.v1'

/** The server's services and their message types. */
export type Schema = {
  /** Where the types came from, for the log. */
  readonly origin: string
  service(name: string): DescService | undefined
  /** Undefined where the server has no such service or method. */
  method(service: string, method: string): DescMethod | undefined
}

/**
 * Builds the types from files in any order. What only custom options need may be missing (a server need not serve the
 * files of its annotations): imports, fields and methods that cannot be resolved are dropped, and are then missing by
 * name where something asks for them. Throws where the files contradict themselves.
 */
export function buildSchema(files: Iterable<FileDescriptorProto>, origin: string): Schema {
  const known = new Set<string>()
  const usable: FileDescriptorProto[] = []
  for (const file of sorted(new Map([...files].map((each) => [each.name, each])))) {
    declare(file, known)
    usable.push(resolvable(file, { types: known, files: new Set(usable.map((each) => each.name)) }))
  }
  const registry = createFileRegistry(create(FileDescriptorSetSchema, { file: usable }))
  const service = (name: string) => registry.getService(`${PACKAGE}.${name}`)
  return {
    origin,
    service,
    method: (owner, name) => service(owner)?.methods.find((method) => method.name === name)
  }
}

/** The full name by which the server knows one of Ignite's services. */
export function fullServiceName(service: string): string {
  return `${PACKAGE}.${service}`
}

/** Dependencies before their users. */
function sorted(files: ReadonlyMap<string, FileDescriptorProto>): FileDescriptorProto[] {
  const placed = new Set<string>()
  const order: FileDescriptorProto[] = []
  const place = (file: FileDescriptorProto) => {
    if (placed.has(file.name)) return
    placed.add(file.name)
    for (const name of file.dependency) {
      const dependency = files.get(name)
      if (dependency !== undefined) place(dependency)
    }
    order.push(file)
  }
  for (const file of files.values()) place(file)
  return order
}

function declare(file: FileDescriptorProto, types: Set<string>): void {
  const prefix = file.package === '' ? '' : `.${file.package}`
  for (const type of file.enumType) types.add(`${prefix}.${type.name}`)
  for (const type of file.messageType) declareMessage(type, prefix, types)
}

function declareMessage(message: DescriptorProto, prefix: string, types: Set<string>): void {
  const name = `${prefix}.${message.name}`
  types.add(name)
  for (const type of message.enumType) types.add(`${name}.${type.name}`)
  for (const type of message.nestedType) declareMessage(type, name, types)
}

type KnownNames = { readonly types: ReadonlySet<string>; readonly files: ReadonlySet<string> }

/**
 * The file without what refers to the unknown, and without extensions: none of our messages uses one. Where it has
 * neither, it is not copied, which would take as long as to build its types.
 */
function resolvable(file: FileDescriptorProto, known: KnownNames): FileDescriptorProto {
  if (isWhole(file, known)) return file
  const copy = clone(FileDescriptorProtoSchema, file)
  copy.dependency = copy.dependency.filter((name) => known.files.has(name))
  copy.publicDependency = []
  copy.weakDependency = []
  copy.extension = []
  for (const message of copy.messageType) prune(message, known)
  for (const service of copy.service) {
    service.method = service.method.filter((each) => isKnown(each.inputType, known) && isKnown(each.outputType, known))
  }
  return copy
}

function isWhole(file: FileDescriptorProto, known: KnownNames): boolean {
  const methods = file.service.flatMap(({ method }) => method)
  return (
    file.dependency.every((name) => known.files.has(name)) &&
    [...file.publicDependency, ...file.weakDependency, ...file.extension].length === 0 &&
    file.messageType.every((message) => isWholeMessage(message, known)) &&
    methods.every(({ inputType, outputType }) => isKnown(inputType, known) && isKnown(outputType, known))
  )
}

function isWholeMessage({ extension, field, nestedType }: DescriptorProto, known: KnownNames): boolean {
  return (
    extension.length === 0 &&
    field.every((each) => hasKnownType(each, known)) &&
    nestedType.every((nested) => isWholeMessage(nested, known))
  )
}

function prune(message: DescriptorProto, known: KnownNames): void {
  const entries = message.nestedType.filter((nested) => nested.options?.mapEntry === true)
  const broken = entries.filter((entry) => !entry.field.every((field) => hasKnownType(field, known)))
  message.extension = []
  message.nestedType = message.nestedType.filter((nested) => !broken.includes(nested))
  message.field = message.field.filter(
    (field) =>
      hasKnownType(field, known) && !broken.some((entry) => field.typeName.endsWith(`.${message.name}.${entry.name}`))
  )
  for (const nested of message.nestedType) prune(nested, known)
}

function hasKnownType(field: FieldDescriptorProto, known: KnownNames): boolean {
  return field.typeName === '' || isKnown(field.typeName, known)
}

function isKnown(type: string, known: KnownNames): boolean {
  return known.types.has(type.startsWith('.') ? type : `.${type}`)
}
