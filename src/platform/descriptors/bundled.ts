import { readFileSync } from 'node:fs'
import { fromBinary } from '@bufbuild/protobuf'
import { type FileDescriptorProto, FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt'

/** Our reconstruction of the schema. Part of its numbers are placeholders (proto/README.md): for loopback only. */
export function bundledFiles(): readonly FileDescriptorProto[] {
  // This form of expression is what the bundler sees and copies the file for.
  const bytes = readFileSync(new URL('../../../proto/dodil-ignite-v1.binpb', import.meta.url))
  return fromBinary(FileDescriptorSetSchema, bytes).file
}
