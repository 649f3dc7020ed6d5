import {
  create,
  createFileRegistry,
  type DescExtension,
  type FileRegistry,
  fromJson,
  type JsonValue,
  type Message,
  setExtension
} from '@bufbuild/protobuf'
import {
  FieldOptionsSchema,
  type FileDescriptorProto,
  FileDescriptorSetSchema,
  MethodOptionsSchema,
  ServiceOptionsSchema
} from '@bufbuild/protobuf/wkt'
import { fieldNamed, found, messageNamed, ownFiles } from '../lookup.ts'
import { optionFiles } from './option-files.ts'

const IMPORTS = ['google/api/annotations.proto', 'proto-core/common.proto', 'proto-core/annotations.proto']
const HTTP_RULES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CreateApp: { post: '/v1/orgs/{organization_name}/apps', body: '*' },
  GetApp: { get: '/v1/orgs/{organization_name}/apps/{app_name}' },
  UpdateAppConfig: { patch: '/v1/orgs/{organization_name}/apps/{app_name}', body: '*' },
  PublishDraft: { post: '/v1/orgs/{organization_name}/apps/{app_name}/draft:publish', body: '*' }
}
const SENSITIVE_FIELDS = [
  ['GitSecret', 'token'],
  ['RegistrySecret', 'password'],
  ['CreateAppRequest', 'env']
] as const

/**
 * Adds imports, extensions and custom options as annotated schemas have them, in place: also options by a number that no
 * file defines, since a server is free to serve a stripped set.
 */
export function addCustomOptions(files: FileDescriptorProto[]): void {
  const imported = optionFiles()
  const known = createFileRegistry(create(FileDescriptorSetSchema, { file: imported }))
  for (const file of ownFiles(files)) file.dependency.push(...IMPORTS)
  // The set may import one of them already.
  files.unshift(...imported.filter((file) => !files.some(({ name }) => name === file.name)))
  annotateMethods(files, known)
  annotateFields(files, known)
}

function annotateMethods(files: readonly FileDescriptorProto[], known: FileRegistry): void {
  const services = ownFiles(files).flatMap((file) => file.service)
  for (const service of services) {
    service.options ??= create(ServiceOptionsSchema)
    setOption(service.options, extension(known, 'dodil.common.audience'), 'ignite')
    addUndefinedOption(service.options)
  }
  const methods = found(services, 'ComputeService').method
  for (const [name, rule] of Object.entries(HTTP_RULES)) {
    const method = found(methods, name)
    method.options ??= create(MethodOptionsSchema)
    setOption(method.options, extension(known, 'google.api.http'), rule)
    setOption(method.options, extension(known, 'dodil.common.access'), { resource: 'app', scopes: ['read', 'write'] })
    addUndefinedOption(method.options)
  }
}

function annotateFields(files: readonly FileDescriptorProto[], known: FileRegistry): void {
  for (const [message, name] of SENSITIVE_FIELDS) {
    const field = fieldNamed(messageNamed(files, message), name)
    field.options ??= create(FieldOptionsSchema)
    setOption(field.options, extension(known, 'dodil.common.sensitive'), true)
    addUndefinedOption(field.options)
  }
}

function setOption(options: Message, option: DescExtension, value: unknown): void {
  setExtension(options, option, option.message ? fromJson(option.message, value as JsonValue) : value)
}

function extension(known: FileRegistry, name: string): DescExtension {
  const option = known.getExtension(name)
  if (!option) throw new Error(`No file defines the option ${name}`)
  return option
}

/** A string of three bytes under a number that no file knows. */
function addUndefinedOption(options: Message): void {
  options.$unknown ??= []
  options.$unknown.push({ no: 59_999, wireType: 2, data: Uint8Array.of(3, 97, 98, 99) })
}
