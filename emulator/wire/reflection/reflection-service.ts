import { toBinary } from '@bufbuild/protobuf'
import { type DescriptorProto, type FileDescriptorProto, FileDescriptorProtoSchema } from '@bufbuild/protobuf/wkt'
import {
  type handleBidiStreamingCall,
  type ServiceDefinition,
  status,
  type UntypedServiceImplementation
} from '@grpc/grpc-js'
import type { Variants } from '../../contract/variants.ts'
import { definitionsOf } from '../descriptors/definitions.ts'
import type { DescriptorSet } from '../descriptors/descriptors.ts'
import { madeOnce } from '../made-once.ts'
import {
  type ReflectionAnswer,
  type ReflectionRequest,
  type ReflectionVersion,
  reflectionJson
} from './reflection-codec.ts'

type ReflectionService = {
  readonly definition: ServiceDefinition
  readonly implementation: UntypedServiceImplementation
}

/** Server reflection over the set, in the versions that the variants leave: both, one, or none. */
export function reflectionServices(set: DescriptorSet, variants: Variants): ReflectionService[] {
  const answer = reflector(set, { oneFile: variants.has('reflection-one-file') })
  const serve: handleBidiStreamingCall<ReflectionRequest, object> = (call) => {
    call.on('data', (request: ReflectionRequest) => {
      call.write({ valid_host: request.host, original_request: request, ...answer(request) })
    })
    call.on('end', () => call.end())
  }
  return versions(variants).flatMap((version) => {
    return [...definitionsFor(version).values()].map((definition) => ({
      definition,
      implementation: { ServerReflectionInfo: serve }
    }))
  })
}

const definitionsFor = madeOnce(new Map<ReflectionVersion, ReadonlyMap<string, ServiceDefinition>>(), (version) =>
  definitionsOf(reflectionJson(version))
)

function versions(variants: Variants): ReflectionVersion[] {
  if (variants.has('reflection-none')) return []
  const only = (['v1', 'v1alpha'] as const).filter((version) => variants.has(`reflection-${version}`))
  return only.length > 0 ? only : ['v1', 'v1alpha']
}

/**
 * Answers one request. Of a file it sends the imports too, the file itself first, or with `oneFile` the file alone.
 * Extensions are treated as by tonic, which knows of none: asked for a number list it gives an empty one.
 */
function reflector(
  set: DescriptorSet,
  { oneFile }: { readonly oneFile: boolean }
): (request: ReflectionRequest) => ReflectionAnswer {
  const byName = new Map(set.files.map((file) => [file.name, file]))
  const bySymbol = new Map(set.files.flatMap((file) => symbols(file).map((symbol) => [symbol, file] as const)))
  const services = set.files.flatMap((file) =>
    file.service.map((service) => ({ name: `${file.package}.${service.name}` }))
  )
  const send = (file: FileDescriptorProto | undefined, asked: string): ReflectionAnswer => {
    if (!file) return failure(status.NOT_FOUND, `${asked} is not known`)
    const files = oneFile ? [file] : closure(file, byName)
    const bytes = files.map(bytesOf)
    return { file_descriptor_response: { file_descriptor_proto: bytes } }
  }
  return (request) => {
    switch (request.message_request) {
      case 'list_services':
        return { list_services_response: { service: services } }
      case 'file_by_filename':
        return send(byName.get(request.file_by_filename ?? ''), `The file ${request.file_by_filename}`)
      case 'file_containing_symbol':
        return send(bySymbol.get(request.file_containing_symbol ?? ''), `The symbol ${request.file_containing_symbol}`)
      case 'all_extension_numbers_of_type':
        return { all_extension_numbers_response: { base_type_name: '' } }
      case 'file_containing_extension':
        return failure(status.NOT_FOUND, 'extensions are not supported')
      default:
        return failure(status.INVALID_ARGUMENT, 'the request asks for nothing')
    }
  }
}

/** Made once: every run asks for them, and a set is shared by many emulators. */
const bytesOf = madeOnce(new WeakMap<FileDescriptorProto, Uint8Array>(), (file) =>
  toBinary(FileDescriptorProtoSchema, file)
)

function failure(code: status, message: string): ReflectionAnswer {
  return { error_response: { error_code: code, error_message: message } }
}

function closure(file: FileDescriptorProto, byName: ReadonlyMap<string, FileDescriptorProto>): FileDescriptorProto[] {
  const files = new Set([file])
  // A set can grow while it is walked: each import is visited after the file that named it.
  for (const { dependency } of files) {
    for (const name of dependency) {
      const imported = byName.get(name)
      if (!imported) throw new Error(`${name} is imported, but not in the descriptor set`)
      files.add(imported)
    }
  }
  return [...files]
}

/** Complete names of a file's services, methods, messages and enums. */
function symbols(file: FileDescriptorProto): string[] {
  const scope = file.package
  const enums = file.enumType.map((type) => `${scope}.${type.name}`)
  const services = file.service.flatMap((service) => {
    const name = `${scope}.${service.name}`
    return [name, ...service.method.map((method) => `${name}.${method.name}`)]
  })
  return [...enums, ...services, ...messageSymbols(file.messageType, scope)]
}

function messageSymbols(messages: readonly DescriptorProto[], scope: string): string[] {
  return messages.flatMap((message) => {
    const name = `${scope}.${message.name}`
    return [
      name,
      ...message.enumType.map((type) => `${name}.${type.name}`),
      ...messageSymbols(message.nestedType, name)
    ]
  })
}
