/**
 * The one table of settings: our name of a setting → the input that sets it, which is also its label, the platform's
 * field, and what kind of value it is. A new setting is a row here.
 */
export const SETTINGS = {
  env: { input: 'env', field: 'env', kind: 'map' },
  description: { input: 'description', field: 'description', kind: 'text' },
  tier: { input: 'tier', field: 'resource_tier', kind: 'tier' },
  allowUnauthenticated: { input: 'allow-unauthenticated', field: 'allow_unauthenticated', kind: 'flag' },
  healthPath: { input: 'health-path', field: 'health_path', kind: 'path' },
  ports: { input: 'ports', field: 'ports', kind: 'ports' },
  inputSchema: { input: 'input-schema', field: 'input_schema', kind: 'json' },
  outputSchema: { input: 'output-schema', field: 'output_schema', kind: 'json' }
} as const satisfies Readonly<Record<string, { input: string; field: string; kind: keyof SettingKinds }>>

/** What a value of each kind is here. */
type SettingKinds = {
  readonly map: Readonly<Record<string, string>>
  readonly text: string
  /** The platform's own name where it is none of ours. */
  readonly tier: string
  readonly flag: boolean
  readonly path: string
  readonly ports: readonly number[]
  /** As text. */
  readonly json: string
}

export type SettingName = keyof typeof SETTINGS
/** A setting whose value is no secret. */
export type OtherSetting = Exclude<SettingName, 'env'>
type SettingValue<N extends SettingName> = SettingKinds[(typeof SETTINGS)[N]['kind']]

export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[]

/** Some settings and their values. One that is absent is left as it is on the platform. */
export type SettingsChange = { readonly [N in SettingName]?: SettingValue<N> }

/** The app's settings as the platform has them; undefined where its messages have no such field. */
export type Settings = { readonly [N in SettingName]: SettingValue<N> | undefined }

export function namesIn(change: SettingsChange): readonly SettingName[] {
  return SETTING_NAMES.filter((name) => change[name] !== undefined)
}

/** Only these of the settings. */
export function pick(settings: SettingsChange | Settings, names: readonly SettingName[]): SettingsChange {
  return Object.fromEntries(names.flatMap((name) => (settings[name] === undefined ? [] : [[name, settings[name]]])))
}
