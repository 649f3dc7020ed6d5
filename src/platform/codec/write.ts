import { type DescField, type DescMessage, ScalarType } from '@bufbuild/protobuf'
import { isFieldError, type ReflectMessage, reflect } from '@bufbuild/protobuf/reflect'
import { isWrapperDesc } from '@bufbuild/protobuf/wkt'
import { isRecord } from '../../model/values/json.ts'
import { fieldOf } from './answer.ts'
import { enumNumber } from './enums.ts'
import type { Plain } from './read.ts'

/** A value that the server's message type cannot hold. Names the field, never the value: it may be secret. */
export class FieldError extends Error {
  /** `code.compile.source_code`, `env[NAME]`, `ports[2]`. */
  readonly path: string

  constructor(path: string, problem: string) {
    super(`\`${path}\` ${problem}`)
    this.name = 'FieldError'
    this.path = path
  }
}

/**
 * Plain data as a message of the server's type, by the proto's own names. Strict where protobuf libraries are lax: an
 * unknown name, a second member of a oneof, or a value of another type is a FieldError. Keys that are undefined are
 * skipped; bytes and strings are taken for each other, as long as the bytes are UTF-8.
 */
export function write(type: DescMessage, value: Plain): ReflectMessage {
  return fill(reflect(type), value, '')
}

/** Only what the type has a field for: what the user did not ask for is left out where the server does not know it. */
export function offered(type: DescMessage, value: Plain): Plain {
  const fields = Object.entries(value).map(([name, item]) => {
    const field = fieldOf(type, name)
    const inner = field?.fieldKind === 'message' && !isWrapperDesc(field.message) && isRecord(item)
    return [name, inner ? someOf(offered(field.message, item)) : field && item]
  })
  return Object.fromEntries(fields.filter(([, item]) => item !== undefined))
}

function someOf(value: Plain): Plain | undefined {
  return Object.keys(value).length > 0 ? value : undefined
}

function fill(message: ReflectMessage, value: Plain, at: string): ReflectMessage {
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue
    const path = at === '' ? key : `${at}.${key}`
    const field = message.fields.find((each) => each.name === key)
    if (field === undefined) throw new FieldError(path, 'is no field of the message')
    const other = field.oneof && message.oneofCase(field.oneof)
    if (other !== undefined) throw new FieldError(path, `cannot be set together with \`${other.name}\``)
    assign(message, field, { value: item, path })
  }
  return message
}

type FieldValue = { readonly value: unknown; readonly path: string }

function assign(message: ReflectMessage, field: DescField, { value, path }: FieldValue): void {
  switch (field.fieldKind) {
    case 'list':
      if (!Array.isArray(value)) throw new FieldError(path, `takes a list, not ${kindOf(value)}`)
      for (const [index, item] of value.entries()) {
        const given = { value: item, path: `${path}[${index}]` }
        checked(given.path, () => message.get(field).add(single(field, given)))
      }
      break
    case 'map':
      if (!isRecord(value)) throw new FieldError(path, `takes a map, not ${kindOf(value)}`)
      for (const [key, item] of Object.entries(value)) {
        const given = { value: item, path: `${path}[${key}]` }
        checked(given.path, () => message.get(field).set(mapKey(field.mapKey, key), single(field, given)))
      }
      break
    default:
      checked(path, () => message.set(field, single(field, { value, path })))
  }
}

function single(field: DescField, { value, path }: FieldValue): unknown {
  if (field.enum !== undefined) {
    const number = typeof value === 'string' ? enumNumber(field.enum, value) : undefined
    if (number === undefined)
      throw new FieldError(path, `takes one of ${field.enum.values.map((each) => each.name).join(', ')}`)
    return number
  }
  if (field.message === undefined) return scalar(field.scalar, { value, path })
  const inner = isWrapperDesc(field.message) && !isRecord(value) ? { value } : value
  if (!isRecord(inner)) throw new FieldError(path, `takes a message, not ${kindOf(value)}`)
  return fill(reflect(field.message), inner, path)
}

function scalar(type: ScalarType | undefined, { value, path }: FieldValue): unknown {
  if (type === ScalarType.BYTES && typeof value === 'string') return new TextEncoder().encode(value)
  if (type === ScalarType.STRING && value instanceof Uint8Array) return utf8(value, path)
  if (typeof value === 'number' && !Number.isSafeInteger(value) && isLong(type)) throw new FieldError(path, NOT_EXACT)
  return value
}

const NOT_EXACT = 'takes a whole number that is exact; write it as a string'

function isLong(type: ScalarType | undefined): boolean {
  return [ScalarType.INT64, ScalarType.UINT64, ScalarType.SINT64, ScalarType.FIXED64, ScalarType.SFIXED64].some(
    (each) => each === type
  )
}

function utf8(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new FieldError(path, 'is text on this server, and the bytes are not UTF-8')
  }
}

function mapKey(type: ScalarType, key: string): unknown {
  if (type === ScalarType.STRING || isLong(type)) return key
  if (type === ScalarType.BOOL) return key === 'true' ? true : key === 'false' ? false : key
  return Number(key)
}

/** The library's own message quotes short values, so it is replaced. */
function checked(path: string, set: () => unknown): void {
  try {
    set()
  } catch (error) {
    if (!isFieldError(error)) throw error
    throw new FieldError(path, 'cannot hold the value: the type or the range differs')
  }
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (value instanceof Uint8Array) return 'bytes'
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`
}
