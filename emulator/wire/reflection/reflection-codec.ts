import type { JsonNode } from '../descriptors/proto-json.ts'

/** The versions have the same messages in packages of other names. */
export type ReflectionVersion = 'v1' | 'v1alpha'

/** As decoded: `message_request` names the member that is set. Extension requests are answered without being read. */
export type ReflectionRequest = {
  readonly host: string
  readonly message_request?: string
  readonly file_by_filename?: string
  readonly file_containing_symbol?: string
}

export type ReflectionAnswer =
  | { readonly file_descriptor_response: { readonly file_descriptor_proto: readonly Uint8Array[] } }
  | { readonly list_services_response: { readonly service: readonly { readonly name: string }[] } }
  | { readonly all_extension_numbers_response: { readonly base_type_name: string } }
  | { readonly error_response: { readonly error_code: number; readonly error_message: string } }

const REQUESTS = [
  'file_by_filename',
  'file_containing_symbol',
  'file_containing_extension',
  'all_extension_numbers_of_type',
  'list_services'
]
const ANSWERS = [
  'file_descriptor_response',
  'all_extension_numbers_response',
  'list_services_response',
  'error_response'
]

/** grpc/reflection/v1/reflection.proto in protobuf.js's JSON. */
export function reflectionJson(version: ReflectionVersion): JsonNode {
  const nested: Record<string, JsonNode> = {
    ServerReflection: {
      methods: {
        ServerReflectionInfo: {
          requestType: 'ServerReflectionRequest',
          responseType: 'ServerReflectionResponse',
          requestStream: true,
          responseStream: true
        }
      }
    },
    ServerReflectionRequest: {
      oneofs: { message_request: { oneof: REQUESTS } },
      fields: {
        host: { type: 'string', id: 1 },
        file_by_filename: { type: 'string', id: 3 },
        file_containing_symbol: { type: 'string', id: 4 },
        file_containing_extension: { type: 'ExtensionRequest', id: 5 },
        all_extension_numbers_of_type: { type: 'string', id: 6 },
        list_services: { type: 'string', id: 7 }
      }
    },
    ServerReflectionResponse: {
      oneofs: { message_response: { oneof: ANSWERS } },
      fields: {
        valid_host: { type: 'string', id: 1 },
        original_request: { type: 'ServerReflectionRequest', id: 2 },
        file_descriptor_response: { type: 'FileDescriptorResponse', id: 4 },
        all_extension_numbers_response: { type: 'ExtensionNumberResponse', id: 5 },
        list_services_response: { type: 'ListServiceResponse', id: 6 },
        error_response: { type: 'ErrorResponse', id: 7 }
      }
    },
    ...partMessages()
  }
  return { nested: { grpc: { nested: { reflection: { nested: { [version]: { nested } } } } } } }
}

function partMessages(): Record<string, JsonNode> {
  return {
    ExtensionRequest: {
      fields: { containing_type: { type: 'string', id: 1 }, extension_number: { type: 'int32', id: 2 } }
    },
    FileDescriptorResponse: { fields: { file_descriptor_proto: { rule: 'repeated', type: 'bytes', id: 1 } } },
    ExtensionNumberResponse: {
      fields: {
        base_type_name: { type: 'string', id: 1 },
        extension_number: { rule: 'repeated', type: 'int32', id: 2 }
      }
    },
    ListServiceResponse: { fields: { service: { rule: 'repeated', type: 'ServiceResponse', id: 1 } } },
    ServiceResponse: { fields: { name: { type: 'string', id: 1 } } },
    ErrorResponse: { fields: { error_code: { type: 'int32', id: 1 }, error_message: { type: 'string', id: 2 } } }
  }
}
