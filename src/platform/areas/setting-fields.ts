import type { DescField, DescMessage } from '@bufbuild/protobuf'
import { FeatureSet_FieldPresence } from '@bufbuild/protobuf/wkt'
import { TIERS } from '../../model/plan.ts'
import { namesIn, SETTING_NAMES, SETTINGS, type Settings, type SettingsChange } from '../../model/settings.ts'
import { type Answer, fieldOf, flag, numbers, text, textMap } from '../codec/answer.ts'
import type { Plain } from '../codec/read.ts'

const IDENTITY = ['organization_name', 'app_name']
const MASK_TYPE = 'google.protobuf.FieldMask'

type Reader = (app: Answer, field: string) => unknown

const READERS: Readonly<Record<(typeof SETTINGS)[keyof typeof SETTINGS]['kind'], Reader>> = {
  map: textMap,
  text,
  tier: (app, field) => tierNamed(text(app, field)),
  flag,
  path: text,
  ports: numbers,
  json: text
}

export function settingsOf(app: Answer): Settings {
  const read = SETTING_NAMES.map((name) => {
    const { field, kind } = SETTINGS[name]
    return [name, fieldOf(app.desc, field) && READERS[kind](app, field)]
  })
  return Object.fromEntries(read) as Settings
}

function tierNamed(name: string): string {
  return TIERS.find((tier) => tier.toUpperCase() === name) ?? name
}

/** The change by the proto's names. */
export function byField(change: SettingsChange): Plain {
  return Object.fromEntries(namesIn(change).map((name) => [SETTINGS[name].field, change[name]]))
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
  return Object.fromEntries(Object.entries(shown).filter(([name]) => kept.includes(name)))
}

function isScalar(field: DescField): boolean {
  return field.fieldKind === 'scalar' || field.fieldKind === 'enum'
}

function hasNoPresence(field: DescField): boolean {
  return field.presence === FeatureSet_FieldPresence.IMPLICIT
}
