import {
  type DescriptorProto,
  type EnumDescriptorProto,
  type FieldDescriptorProto,
  FieldDescriptorProto_Label,
  FieldDescriptorProto_Type,
  type FileDescriptorProto,
  type ServiceDescriptorProto
} from '@bufbuild/protobuf/wkt'

/** The part of protobuf.js's JSON descriptors that is needed here. Type names start with a dot: they are complete. */
export type JsonNode = {
  nested?: Record<string, JsonNode>
  fields?: Record<string, JsonField>
  oneofs?: Record<string, { oneof: string[] }>
  values?: Record<string, number>
  methods?: Record<string, JsonMethod>
}
type JsonField = { id: number; type: string; keyType?: string; rule?: 'repeated' }
type JsonMethod = { requestType: string; responseType: string; requestStream: boolean; responseStream: boolean }

type Types = {
  readonly messages: ReadonlyMap<string, DescriptorProto>
  readonly enums: ReadonlyMap<string, EnumDescriptorProto>
}

/**
 * protobuf.js JSON of the services and of every type that their messages reach. Options and extensions are left out.
 * Written here because proto-loader's own reading of descriptor sets turns maps into lists and forgets `optional`: that a
 * field has presence is said here by its synthetic oneof alone.
 */
export function protoJson(files: readonly FileDescriptorProto[]): JsonNode {
  const types = indexTypes(files)
  const root: JsonNode = {}
  const placed = new Set<string>()
  const place = (name: string): void => {
    if (placed.has(name)) return
    placed.add(name)
    const message = types.messages.get(name)
    if (message) {
      Object.assign(nodeAt(root, name), messageJson(message, types))
      for (const next of typesOf(message, types)) place(next)
    } else {
      Object.assign(nodeAt(root, name), { values: enumValues(types.enums.get(name), name) })
    }
  }
  for (const file of files) {
    for (const service of file.service) {
      nodeAt(root, `.${file.package}.${service.name}`).methods = methodsJson(service)
      for (const method of service.method) [method.inputType, method.outputType].forEach(place)
    }
  }
  return root
}

function indexTypes(files: readonly FileDescriptorProto[]): Types {
  const messages = new Map<string, DescriptorProto>()
  const enums = new Map<string, EnumDescriptorProto>()
  const add = (scope: string, holder: { enumType: EnumDescriptorProto[] }, nested: DescriptorProto[]): void => {
    for (const type of holder.enumType) enums.set(`${scope}.${type.name}`, type)
    for (const message of nested) {
      messages.set(`${scope}.${message.name}`, message)
      add(`${scope}.${message.name}`, message, message.nestedType)
    }
  }
  for (const file of files) add(`.${file.package}`, file, file.messageType)
  return { messages, enums }
}

/** The node with that complete name, made with its parents where they are not there yet. */
function nodeAt(root: JsonNode, name: string): JsonNode {
  let node = root
  for (const part of name.slice(1).split('.')) {
    node.nested ??= {}
    node.nested[part] ??= {}
    node = node.nested[part]
  }
  return node
}

function messageJson(message: DescriptorProto, types: Types): JsonNode {
  const fields = Object.fromEntries(message.field.map((field) => [field.name, fieldJson(field, types)]))
  const members = (index: number) => message.field.filter((field) => inOneof(field) && field.oneofIndex === index)
  const oneofs = Object.fromEntries(
    message.oneofDecl.map((oneof, index) => [oneof.name, { oneof: members(index).map((field) => field.name) }])
  )
  return { fields, oneofs }
}

function fieldJson(field: FieldDescriptorProto, types: Types): JsonField {
  const entry = mapEntry(field, types)
  if (entry) return { id: field.number, keyType: typeName(entry.key), type: typeName(entry.value) }
  const json: JsonField = { id: field.number, type: typeName(field) }
  if (field.label === FieldDescriptorProto_Label.REPEATED) json.rule = 'repeated'
  return json
}

function mapEntry(field: FieldDescriptorProto, types: Types) {
  const entry = types.messages.get(field.typeName)
  if (!entry?.options?.mapEntry) return undefined
  const [key, value] = entry.field
  if (!key || !value) throw new Error(`${field.typeName} is a map entry without key and value`)
  return { key, value }
}

/** Complete names of the messages and enums that a message's fields refer to; of a map those of its values. */
function typesOf(message: DescriptorProto, types: Types): string[] {
  return message.field
    .map((field) => mapEntry(field, types)?.value.typeName ?? field.typeName)
    .filter((name) => name !== '')
}

function typeName(field: FieldDescriptorProto): string {
  return field.typeName || FieldDescriptorProto_Type[field.type].toLowerCase()
}

/** proto2's getter gives 0 for a field outside any oneof, so presence is asked for. */
function inOneof(field: FieldDescriptorProto): boolean {
  return Object.hasOwn(field, 'oneofIndex')
}

function enumValues(type: EnumDescriptorProto | undefined, name: string): Record<string, number> {
  if (!type) throw new Error(`The descriptor set does not define ${name}`)
  return Object.fromEntries(type.value.map((value) => [value.name, value.number]))
}

function methodsJson(service: ServiceDescriptorProto): Record<string, JsonMethod> {
  return Object.fromEntries(
    service.method.map((method) => [
      method.name,
      {
        requestType: method.inputType,
        responseType: method.outputType,
        requestStream: method.clientStreaming,
        responseStream: method.serverStreaming
      }
    ])
  )
}
