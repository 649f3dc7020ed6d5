import { BinaryReader, WireType } from '@bufbuild/protobuf/wire'

/**
 * Field numbers of google.rpc.Status, google.protobuf.Any, google.rpc.RetryInfo and google.protobuf.Duration. The library
 * has types for two of them, which every start would build.
 */
const STATUS_DETAILS = 3
const ANY = { typeUrl: 1, value: 2 }
const RETRY_DELAY = 1
const DURATION = { seconds: 1, nanos: 2 }

/** The `retry_delay` of the google.rpc.RetryInfo in a google.rpc.Status, in milliseconds. Undefined where there is none. */
export function retryDelayMs(status: Uint8Array): number | undefined {
  try {
    const info = bytesAt(status, STATUS_DETAILS).find(isRetryInfo)
    const value = info && bytesAt(info, ANY.value).at(-1)
    const [delay] = value ? bytesAt(value, RETRY_DELAY) : []
    return delay && Math.max(0, durationMs(delay))
  } catch {
    // Bytes that are no such message tell nothing.
    return undefined
  }
}

function isRetryInfo(any: Uint8Array): boolean {
  const typeUrl = new TextDecoder().decode(bytesAt(any, ANY.typeUrl).at(-1))
  return typeUrl.endsWith('/google.rpc.RetryInfo')
}

function durationMs(duration: Uint8Array): number {
  const reader = new BinaryReader(duration)
  let [seconds, nanos] = [0, 0]
  while (reader.pos < reader.len) {
    const [number, wireType] = reader.tag()
    if (number === DURATION.seconds && wireType === WireType.Varint) seconds = Number(reader.int64())
    else if (number === DURATION.nanos && wireType === WireType.Varint) nanos = reader.int32()
    else reader.skip(wireType, number)
  }
  return seconds * 1000 + nanos / 1_000_000
}

/** What is in one field of a message: messages, strings or bytes. */
function bytesAt(bytes: Uint8Array, field: number): readonly Uint8Array[] {
  const reader = new BinaryReader(bytes)
  const found: Uint8Array[] = []
  while (reader.pos < reader.len) {
    const [number, wireType] = reader.tag()
    if (number === field && wireType === WireType.LengthDelimited) found.push(reader.bytes())
    else reader.skip(wireType, number)
  }
  return found
}
