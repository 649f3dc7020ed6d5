import type { DescField, DescMessage } from '@bufbuild/protobuf'
import { type ReflectMessage, reflect } from '@bufbuild/protobuf/reflect'
import { isRecord } from '../../model/values/json.ts'
import { plainField } from './read.ts'

/** A message from the server, to be read by field names. A field that the server's type lacks reads as empty. */
export type Answer = ReflectMessage

/** The field of that name as the proto spells it. */
export function fieldOf(type: DescMessage, name: string): DescField | undefined {
  return type.fields.find((field) => field.name === name)
}

/** Whether the type has the field at the end of the path, with messages on the way to it. */
export function hasField(type: DescMessage | undefined, [first, ...rest]: readonly string[]): boolean {
  const field = type && first !== undefined ? fieldOf(type, first) : undefined
  return field !== undefined && (rest.length === 0 || hasField(field.message, rest))
}

/**
 * The message that holds the field at the end of the path: an empty one where a message on the way is not set, and
 * undefined where the type has no such field.
 */
export function holderOf(answer: Answer, [first = '', ...rest]: readonly string[]): Answer | undefined {
  const field = fieldOf(answer.desc, first)
  if (field === undefined || rest.length === 0) return field && answer
  if (field.fieldKind !== 'message') return undefined
  return holderOf(message(answer, first) ?? reflect(field.message), rest)
}

/** The field's value as plain data (see read.ts), undefined where it is absent. */
export function valueAt(answer: Answer, name: string): unknown {
  const field = fieldOf(answer.desc, name)
  return field === undefined ? undefined : plainField(answer, field)
}

/** Strings as they are, enum values without prefix, numbers and bytes as text; `''` where absent. */
export function text(answer: Answer, name: string): string {
  return asText(valueAt(answer, name))
}

/** Bytes as they are, a string in UTF-8; none where absent. */
export function bytes(answer: Answer, name: string): Uint8Array {
  const value = valueAt(answer, name)
  return value instanceof Uint8Array ? value : new TextEncoder().encode(typeof value === 'string' ? value : '')
}

/** 0 where absent or no number. */
export function number(answer: Answer, name: string): number {
  const value = Number(valueAt(answer, name) ?? 0)
  return Number.isFinite(value) ? value : 0
}

export function flag(answer: Answer, name: string): boolean {
  return valueAt(answer, name) === true
}

export function numbers(answer: Answer, name: string): readonly number[] {
  const value = valueAt(answer, name)
  return Array.isArray(value) ? value.filter((item) => typeof item === 'number') : []
}

/** The strings of a repeated field. */
export function texts(answer: Answer, name: string): readonly string[] {
  const value = valueAt(answer, name)
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

/** A map's entries as texts. */
export function textMap(answer: Answer, name: string): Readonly<Record<string, string>> {
  const value = valueAt(answer, name)
  if (!isRecord(value)) return {}
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asText(item)]))
}

/** The message in a singular field; undefined where it is not set. */
export function message(answer: Answer, name: string): Answer | undefined {
  const field = fieldOf(answer.desc, name)
  if (field?.fieldKind !== 'message' || !answer.isSet(field)) return undefined
  return answer.get(field)
}

/** The messages of a repeated field. */
export function messages(answer: Answer, name: string): readonly Answer[] {
  const field = fieldOf(answer.desc, name)
  if (field?.fieldKind !== 'list' || field.listKind !== 'message') return []
  return [...answer.get(field)] as Answer[]
}

/** True where no field is set, which is how "there is none" may be answered. */
export function isBlank(answer: Answer): boolean {
  return !answer.fields.some((field) => answer.isSet(field))
}

function asText(value: unknown): string {
  if (value instanceof Uint8Array) return new TextDecoder().decode(value)
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}
