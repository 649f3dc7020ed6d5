/**
 * The one table of settings: our name of a setting → the input that sets it, which is also its label, the platform's
 * field, with the messages on the way to it, and what kind of value it is. A new setting is a row here.
 */
export const SETTINGS = {
  env: { input: 'env', field: 'env', kind: 'map' },
  description: { input: 'description', field: 'description', kind: 'text' },
  tier: { input: 'tier', field: 'resource_tier', kind: 'word', words: ['small', 'medium', 'large', 'xlarge'] },
  memory: { input: 'memory', field: 'limits.memory_mb', kind: 'megabytes' },
  cpu: { input: 'cpu', field: 'limits.cpu_millicores', kind: 'millicores' },
  timeoutSeconds: { input: 'timeout-seconds', field: 'limits.timeout_secs', kind: 'seconds' },
  reserved: { input: 'reserved', field: 'scaling.reserved_capacity', kind: 'count' },
  maxReplicas: { input: 'max-replicas', field: 'scaling.max_replicas', kind: 'count' },
  maxConcurrency: { input: 'max-concurrency', field: 'max_concurrency', kind: 'count' },
  storageMode: {
    input: 'storage-mode',
    field: 'storage_mode',
    kind: 'word',
    words: ['persistent', 'ephemeral', 'ttl']
  },
  ttl: { input: 'ttl', field: 'ttl_secs', kind: 'seconds' },
  mcpEnabled: { input: 'mcp-enabled', field: 'mcp_enabled', kind: 'flag' },
  autoMode: {
    input: 'auto-mode',
    field: 'scaling.auto_mode',
    kind: 'word',
    words: ['disabled', 'enabled', 'tier-only', 'scale-only']
  },
  allowUnauthenticated: { input: 'allow-unauthenticated', field: 'allow_unauthenticated', kind: 'flag' },
  healthPath: { input: 'health-path', field: 'health_path', kind: 'path' },
  ports: { input: 'ports', field: 'ports', kind: 'ports' },
  inputSchema: { input: 'input-schema', field: 'input_schema', kind: 'json' },
  outputSchema: { input: 'output-schema', field: 'output_schema', kind: 'json' }
} as const satisfies Readonly<Record<string, SettingRow>>

type SettingRow = { readonly input: string; readonly field: string } & (
  | { readonly kind: Exclude<keyof SettingKinds, 'word'> }
  | { readonly kind: 'word'; readonly words: readonly string[] }
)

/** What a value of each kind is here. */
type SettingKinds = {
  readonly map: Readonly<Record<string, string>>
  readonly text: string
  /** One of the row's words, or the platform's own where it is none of them. */
  readonly word: string
  /** Of this and other numbers, 0 is: as the platform has it. */
  readonly megabytes: number
  /** Thousandths of a CPU. */
  readonly millicores: number
  readonly seconds: number
  readonly count: number
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

/**
 * Numbers of which 0 says: as the platform has it, which a platform may then show as the number that it takes. Of `reserved`
 * 0 is a number like any other: it ends what is billed.
 */
export const LEFT_BY_ZERO: ReadonlySet<SettingName> = new Set([
  'memory',
  'cpu',
  'timeoutSeconds',
  'maxReplicas',
  'maxConcurrency',
  'ttl'
])

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
