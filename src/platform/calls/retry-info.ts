import { fromBinary } from '@bufbuild/protobuf'
import { BinaryReader, WireType } from '@bufbuild/protobuf/wire'
import { AnySchema, DurationSchema } from '@bufbuild/protobuf/wkt'

/** Of google.rpc.Status and google.rpc.RetryInfo (google/rpc/status.proto, error_details.proto). */
const STATUS_DETAILS = 3
const RETRY_DELAY = 1

/** The `retry_delay` of the google.rpc.RetryInfo in a google.rpc.Status, in milliseconds. Undefined where there is none. */
export function retryDelayMs(status: Uint8Array): number | undefined {
  try {
    const details = messagesAt(status, STATUS_DETAILS).map((bytes) => fromBinary(AnySchema, bytes))
    const info = details.find(({ typeUrl }) => typeUrl.endsWith('/google.rpc.RetryInfo'))
    const [delay] = info ? messagesAt(info.value, RETRY_DELAY) : []
    if (delay === undefined) return undefined
    const { seconds, nanos } = fromBinary(DurationSchema, delay)
    return Math.max(0, Number(seconds) * 1000 + nanos / 1_000_000)
  } catch {
    // Bytes that are no such message tell nothing.
    return undefined
  }
}

/** The messages in one field of a message whose type we do not have. */
function messagesAt(bytes: Uint8Array, field: number): readonly Uint8Array[] {
  const reader = new BinaryReader(bytes)
  const found: Uint8Array[] = []
  while (reader.pos < reader.len) {
    const [number, wireType] = reader.tag()
    if (number === field && wireType === WireType.LengthDelimited) found.push(reader.bytes())
    else reader.skip(wireType, number)
  }
  return found
}
