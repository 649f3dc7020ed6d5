import {
  type FileDescriptorProto,
  file_google_protobuf_any,
  file_google_protobuf_descriptor,
  file_google_protobuf_duration,
  file_google_protobuf_empty,
  file_google_protobuf_field_mask,
  file_google_protobuf_struct,
  file_google_protobuf_timestamp,
  file_google_protobuf_wrappers
} from '@bufbuild/protobuf/wkt'

const FILES = [
  file_google_protobuf_any,
  file_google_protobuf_descriptor,
  file_google_protobuf_duration,
  file_google_protobuf_empty,
  file_google_protobuf_field_mask,
  file_google_protobuf_struct,
  file_google_protobuf_timestamp,
  file_google_protobuf_wrappers
]

/**
 * Google's own file of that name: servers leave them out, since every client has them. The library builds all of them when
 * it is loaded, so this file is loaded where one is missing.
 */
export function wellKnownFile(name: string): FileDescriptorProto | undefined {
  return FILES.find((file) => file.proto.name === name)?.proto
}
