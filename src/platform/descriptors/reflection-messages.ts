import { BinaryReader, BinaryWriter, WireType } from '@bufbuild/protobuf/wire'

/** What is asked of the reflection service; v1 and v1alpha share the messages (grpc/reflection/v1/reflection.proto). */
export type FileQuestion = { readonly symbol: string } | { readonly file: string }

const FILE_BY_FILENAME = 3
const FILE_CONTAINING_SYMBOL = 4
const FILE_DESCRIPTOR_RESPONSE = 4

export function encodeQuestion(question: FileQuestion): Buffer {
  const writer = new BinaryWriter()
  if ('symbol' in question) writer.tag(FILE_CONTAINING_SYMBOL, WireType.LengthDelimited).string(question.symbol)
  else writer.tag(FILE_BY_FILENAME, WireType.LengthDelimited).string(question.file)
  return Buffer.from(writer.finish())
}

/** Serialized FileDescriptorProtos; none where the server refuses, since it does not have the name. */
export function decodeReply(bytes: Uint8Array): readonly Uint8Array[] {
  const replies = lengthDelimited(bytes).filter(([number]) => number === FILE_DESCRIPTOR_RESPONSE)
  return replies.flatMap(([, reply]) => lengthDelimited(reply).map(([, file]) => file))
}

/** The length-delimited fields of a message, by number; all others are skipped. */
function lengthDelimited(bytes: Uint8Array): (readonly [number, Uint8Array])[] {
  const fields: (readonly [number, Uint8Array])[] = []
  const reader = new BinaryReader(bytes)
  while (reader.pos < reader.len) {
    const [number, type] = reader.tag()
    if (type === WireType.LengthDelimited) fields.push([number, reader.bytes()])
    else reader.skip(type, number)
  }
  return fields
}
