import type { DescField } from '@bufbuild/protobuf'
import type { ReflectMessage } from '@bufbuild/protobuf/reflect'
import { configureTextEncoding, getTextEncoding } from '@bufbuild/protobuf/wire'
import { FeatureSet_FieldPresence, isWrapperDesc } from '@bufbuild/protobuf/wkt'
import { enumName } from './enums.ts'

/** Snake_case names to plain values. */
export type Plain = Readonly<Record<string, unknown>>

const lenient = new TextDecoder('utf-8', { ignoreBOM: true })

// A log line or an error text of the platform may hold any byte; the library would refuse the whole message.
configureTextEncoding({ ...getTextEncoding(), decodeUtf8: (bytes) => lenient.decode(bytes) })

/**
 * A message as plain data, by the proto's own names. Bytes stay bytes; enum values are names without their prefix, or
 * `UNKNOWN_<n>`; 64-bit integers are numbers where they are exact, else strings; maps are records; what has presence
 * and is not set is left out. Never throws.
 */
export function plain(message: ReflectMessage): Plain {
  const entries = message.fields.map((field) => [field.name, plainField(message, field)] as const)
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

/** One field's value as plain data; undefined where it has presence and is not set. */
export function plainField(message: ReflectMessage, field: DescField): unknown {
  if (field.presence !== FeatureSet_FieldPresence.IMPLICIT && !message.isSet(field)) return undefined
  switch (field.fieldKind) {
    case 'list':
      return [...message.get(field)].map((item) => single(field, item))
    case 'map':
      return Object.fromEntries([...message.get(field)].map(([key, item]) => [String(key), single(field, item)]))
    default:
      return single(field, message.get(field))
  }
}

function single(field: DescField, value: unknown): unknown {
  if (field.enum !== undefined) return enumName(field.enum, Number(value))
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
  if (field.message === undefined) return value
  const message = value as ReflectMessage
  return isWrapperDesc(field.message) ? plain(message)['value'] : plain(message)
}
