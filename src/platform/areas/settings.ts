import type { DescField, DescMessage } from '@bufbuild/protobuf'
import { FeatureSet_FieldPresence } from '@bufbuild/protobuf/wkt'
import { type SettingsChange, TIERS, type Tier } from '../../model/plan.ts'
import type { Settings } from '../../model/platform-state.ts'
import { type Answer, fieldOf, flag, numbers, text, textMap } from '../codec/answer.ts'
import { type Plain, plain } from '../codec/read.ts'

/** Our settings → the proto's fields, the same in AppMeta, CreateAppRequest and UpdateAppConfigRequest. */
export const SETTING_FIELDS = {
  env: 'env',
  tier: 'resource_tier',
  allowUnauthenticated: 'allow_unauthenticated',
  healthPath: 'health_path',
  ports: 'ports'
} as const satisfies Record<keyof SettingsChange, string>

const IDENTITY = ['organization_name', 'app_name']
const MASK_TYPE = 'google.protobuf.FieldMask'

export function settingsOf(app: Answer): Settings {
  return {
    env: textMap(app, SETTING_FIELDS.env),
    tier: tierOf(text(app, SETTING_FIELDS.tier)),
    allowUnauthenticated:
      fieldOf(app.desc, SETTING_FIELDS.allowUnauthenticated) && flag(app, SETTING_FIELDS.allowUnauthenticated),
    healthPath: fieldOf(app.desc, SETTING_FIELDS.healthPath) && text(app, SETTING_FIELDS.healthPath),
    ports: numbers(app, SETTING_FIELDS.ports)
  }
}

function tierOf(name: string): Tier | string {
  return TIERS.find((tier) => tier.toUpperCase() === name) ?? name
}

/** The change by the proto's names, with what is not changed left out. */
export function byField(change: SettingsChange): Plain {
  const keys = Object.keys(SETTING_FIELDS) as (keyof SettingsChange)[]
  return Object.fromEntries(
    keys.filter((key) => change[key] !== undefined).map((key) => [SETTING_FIELDS[key], change[key]])
  )
}

/** The update mask's field, where the request type has one. */
export function maskField(type: DescMessage): DescField | undefined {
  return type.fields.find((field) => field.fieldKind === 'message' && field.message.typeName === MASK_TYPE)
}

/**
 * What must be sent although it does not change, lest a server that replaces loses it. Lists and maps have no
 * presence; and where any scalar has none, an absent message may be read as "none" as well, so all is sent.
 */
export function carried(type: DescMessage, app: Answer): Plain {
  const fields = type.fields.filter((field) => !IDENTITY.includes(field.name))
  const replacesAll = fields.some((field) => isScalar(field) && hasNoPresence(field))
  const kept = fields.filter((field) => replacesAll || hasNoPresence(field)).map((field) => field.name)
  return Object.fromEntries(Object.entries(plain(app)).filter(([name]) => kept.includes(name)))
}

function isScalar(field: DescField): boolean {
  return field.fieldKind === 'scalar' || field.fieldKind === 'enum'
}

function hasNoPresence(field: DescField): boolean {
  return field.presence === FeatureSet_FieldPresence.IMPLICIT
}
