import type { DescField, DescMessage } from '@bufbuild/protobuf'
import { FeatureSet_FieldPresence } from '@bufbuild/protobuf/wkt'
import { namesIn, SETTING_NAMES, SETTINGS, type Settings, type SettingsChange } from '../../model/settings.ts'
import { isRecord } from '../../model/values/json.ts'
import { type Answer, fieldOf, flag, holderOf, number, numbers, text, textMap } from '../codec/answer.ts'
import type { Plain } from '../codec/read.ts'
import { offered } from '../codec/write.ts'

const IDENTITY = ['organization_name', 'app_name']
const MASK_TYPE = 'google.protobuf.FieldMask'

type Row = (typeof SETTINGS)[keyof typeof SETTINGS]
type Reader = (app: Answer, field: string) => unknown

const READERS: Readonly<Record<Exclude<Row['kind'], 'word'>, Reader>> = {
  map: textMap,
  text,
  megabytes: number,
  millicores: number,
  seconds: number,
  count: number,
  flag,
  path: text,
  ports: numbers,
  json: text
}

export function settingsOf(app: Answer): Settings {
  const read = SETTING_NAMES.map((name) => [name, settingIn(app, SETTINGS[name])])
  return Object.fromEntries(read) as Settings
}

function settingIn(app: Answer, row: Row): unknown {
  const path = row.field.split('.')
  const field = path.at(-1) ?? ''
  const holder = holderOf(app, path)
  if (holder === undefined) return undefined
  return row.kind === 'word' ? ourWord(text(holder, field), row.words) : READERS[row.kind](holder, field)
}

function ourWord(name: string, words: readonly string[]): string {
  return words.find((word) => theirWord(word) === name) ?? name
}

/** As enum values are spelled: `tier-only` is `TIER_ONLY`. */
function theirWord(word: string): string {
  return word.toUpperCase().replaceAll('-', '_')
}

/** The change by the proto's names, in the messages that hold the fields. */
export function byField(change: SettingsChange): Plain {
  const fields: Plain = {}
  return namesIn(change).reduce((held, name) => {
    const { field, kind } = SETTINGS[name]
    const value = change[name]
    return laid(held, field.split('.'), kind === 'word' ? theirWord(String(value)) : value)
  }, fields)
}

function laid(held: Plain, [first = '', ...rest]: readonly string[], value: unknown): Plain {
  const inner = held[first]
  return { ...held, [first]: rest.length === 0 ? value : laid(isRecord(inner) ? inner : {}, rest, value) }
}

/** The change with what stands beside it in the same messages, which a server may replace as a whole. */
export function completed(type: DescMessage, held: Plain, change: Plain): Plain {
  const fields = Object.entries(change).map(([name, value]) => {
    const inner = fieldOf(type, name)
    if (inner?.fieldKind !== 'message' || !isRecord(value)) return [name, value]
    const beside = held[name]
    const kept = isRecord(beside) ? beside : {}
    return [name, { ...offered(inner.message, kept), ...completed(inner.message, kept, value) }]
  })
  return Object.fromEntries(fields)
}

/** The update mask's field, where the request type has one. */
export function maskField(type: DescMessage): DescField | undefined {
  return type.fields.find((field) => field.fieldKind === 'message' && field.message.typeName === MASK_TYPE)
}

/**
 * What must be sent although it does not change, lest a server that replaces loses it. Lists and maps have no
 * presence; and where any scalar has none, an absent message may be read as "none" as well, so all is sent.
 */
export function carried(type: DescMessage, shown: Plain): Plain {
  const fields = type.fields.filter((field) => !IDENTITY.includes(field.name))
  const replacesAll = fields.some((field) => isScalar(field) && hasNoPresence(field))
  const kept = fields.filter((field) => replacesAll || hasNoPresence(field)).map((field) => field.name)
  return offered(type, Object.fromEntries(Object.entries(shown).filter(([name]) => kept.includes(name))))
}

function isScalar(field: DescField): boolean {
  return field.fieldKind === 'scalar' || field.fieldKind === 'enum'
}

function hasNoPresence(field: DescField): boolean {
  return field.presence === FeatureSet_FieldPresence.IMPLICIT
}
