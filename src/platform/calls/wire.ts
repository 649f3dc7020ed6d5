import { type DescMethod, fromBinary, toBinary } from '@bufbuild/protobuf'
import { reflect } from '@bufbuild/protobuf/reflect'
import { PlatformError, UnsupportedServerError } from '../../model/errors.ts'
import type { Answer } from '../codec/answer.ts'
import type { Plain } from '../codec/read.ts'
import { FieldError, write } from '../codec/write.ts'
import { status } from '../network/grpc.ts'
import { type Purpose, statusName } from './call-failure.ts'

/** The path by which HTTP/2 knows the method. */
export function path(method: DescMethod): string {
  return `/${method.parent.typeName}/${method.name}`
}

/** Messages are encoded by us, so grpc-js is to leave them as they are. */
export function same(bytes: Buffer): Buffer {
  return bytes
}

/** The request's bytes. Throws UnsupportedServerError where the server's type cannot hold it. */
export function encode(method: DescMethod, request: Plain): Buffer {
  try {
    const { buffer, byteOffset, byteLength } = toBinary(method.input, write(method.input, request).message)
    return Buffer.from(buffer, byteOffset, byteLength)
  } catch (error) {
    if (!(error instanceof FieldError)) throw error
    throw new UnsupportedServerError(
      `The server's ${method.name} does not take what is to be sent: ${error.message}.`,
      {
        cause: error,
        hint: 'Nothing was sent. Leave out the input that this belongs to, or check `api-endpoint` and `descriptors`.'
      }
    )
  }
}

/** An answer that cannot be read came all the same: what was asked for may have been done. */
export function decode(method: DescMethod, bytes: Buffer, { doing, reason }: Purpose): Answer {
  try {
    return reflect(method.output, fromBinary(method.output, bytes))
  } catch (cause) {
    const code = statusName(status.INTERNAL)
    const hint = 'Check that `descriptors` is for this platform.'
    const options = { cause, ambiguous: true, isUnreadable: true, reason, hint }
    throw new PlatformError(code, `${doing}: the answer cannot be read`, options)
  }
}
