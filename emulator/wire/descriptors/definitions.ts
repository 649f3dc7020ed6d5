import type { ServiceDefinition } from '@grpc/grpc-js'
import { fromJSON } from '@grpc/proto-loader'
import { madeOnce } from '../made-once.ts'
import type { DescriptorSet } from './descriptors.ts'
import { type JsonNode, protoJson } from './proto-json.ts'

/**
 * grpc-js definitions of the set's services by their complete name. Messages are plain objects with the proto's names:
 *
 * - int64 and uint64 are numbers, enums their value's name (a number where the value is unknown), bytes Buffers.
 * - A decoded message has every field: zero values, `[]`, `{}`, and null for an unset message. Only the members of
 *   oneofs that are not set are absent, and the oneof's name holds the name of the member that is.
 * - An unset `optional` field is therefore absent; a set one is there, also with a zero, and `_name` holds its name.
 *
 * Encoding is lax, as proto-loader is: a key that the type lacks and an enum name that it does not know are dropped. Made
 * once of a set, which has some hundred types: each gets code of its own.
 */
export const serviceDefinitions = madeOnce(
  new WeakMap<DescriptorSet, ReadonlyMap<string, ServiceDefinition>>(),
  (set) => definitionsOf(protoJson(set.files))
)

/** The same from protobuf.js JSON. */
export function definitionsOf(json: JsonNode): ReadonlyMap<string, ServiceDefinition> {
  const loaded = fromJSON(json as Parameters<typeof fromJSON>[0], {
    keepCase: true,
    longs: Number,
    enums: String,
    defaults: true,
    arrays: true,
    objects: true,
    oneofs: true
  })
  const services = new Map<string, ServiceDefinition>()
  for (const [name, definition] of Object.entries(loaded)) {
    if (!('format' in definition)) services.set(name, definition as ServiceDefinition)
  }
  return services
}
