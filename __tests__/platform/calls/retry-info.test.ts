import { create, toBinary } from '@bufbuild/protobuf'
import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire'
import { AnySchema, DurationSchema } from '@bufbuild/protobuf/wkt'
import { Metadata, type ServiceError, status } from '@grpc/grpc-js'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { pauseBefore } from '../../../src/platform/calls/retry.ts'
import { retryDelayMs } from '../../../src/platform/calls/retry-info.ts'

type Detail = { readonly type: string; readonly value: Uint8Array }

/** A google.rpc.Status with a code, a message, and these details. */
function statusWith(...details: readonly Detail[]): Uint8Array {
  const writer = new BinaryWriter().tag(1, WireType.Varint).int32(14).tag(2, WireType.LengthDelimited).string('busy')
  for (const { type, value } of details) {
    const any = create(AnySchema, { typeUrl: `type.googleapis.com/${type}`, value })
    writer.tag(3, WireType.LengthDelimited).bytes(toBinary(AnySchema, any))
  }
  return writer.finish()
}

function retryInfo(seconds: number, nanos = 0): Detail {
  const delay = toBinary(DurationSchema, create(DurationSchema, { seconds: BigInt(seconds), nanos }))
  return {
    type: 'google.rpc.RetryInfo',
    value: new BinaryWriter().tag(1, WireType.LengthDelimited).bytes(delay).finish()
  }
}

const HELP = {
  type: 'google.rpc.Help',
  value: new BinaryWriter().tag(1, WireType.LengthDelimited).string('x').finish()
}

test.each([
  { kind: 'seconds', details: [retryInfo(7)], ms: 7000 },
  { kind: 'parts of a second', details: [retryInfo(1, 250_000_000)], ms: 1250 },
  { kind: 'among others', details: [HELP, retryInfo(2)], ms: 2000 },
  { kind: 'negative', details: [retryInfo(-5)], ms: 0 },
  { kind: 'without a delay', details: [{ type: 'google.rpc.RetryInfo', value: new Uint8Array() }], ms: undefined },
  { kind: 'of another type', details: [{ ...retryInfo(2), type: 'google.rpc.Help' }], ms: undefined },
  { kind: 'missing', details: [], ms: undefined }
])('a RetryInfo that is $kind', ({ details, ms }) => {
  expect(retryDelayMs(statusWith(...details))).toBe(ms)
})

test('bytes that are no status tell nothing', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const ms = retryDelayMs(bytes)
      expect(ms === undefined || ms >= 0).toBe(true)
    })
  )
})

test.each([
  { asked: { info: 7 }, pause: 7000 },
  { asked: { info: 3600 }, pause: 30_000 },
  { asked: { info: 7, pushback: '1234' }, pause: 1234 },
  { asked: { info: 7, pushback: '-1' }, pause: undefined }
])('a server that asks for $asked is waited for $pause ms', ({ asked: { info, pushback }, pause }) => {
  const metadata = new Metadata()
  metadata.set('grpc-status-details-bin', Buffer.from(statusWith(retryInfo(info))))
  if (pushback !== undefined) metadata.set('grpc-retry-pushback-ms', pushback)
  const error: ServiceError = Object.assign(new Error('busy'), { code: status.UNAVAILABLE, details: 'busy', metadata })
  expect(pauseBefore(error, 'read', 1)).toBe(pause)
  expect(pauseBefore(error, 'publish', 1)).toBeUndefined()
})
