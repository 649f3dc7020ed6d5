import type { Variants } from '../../../contract/variants.ts'
import type { Env, Limits, Settings } from '../../model/model.ts'
import { type Fields, invalid } from '../../model/request-fields.ts'

/** MEDIUM is printed in the platform's example; the others are its halves and doubles. */
const TIER_LIMITS: Readonly<Record<string, Pick<Limits, 'memory_mb' | 'cpu_millicores'>>> = {
  RESOURCE_TIER_SMALL: { memory_mb: 256, cpu_millicores: 250 },
  RESOURCE_TIER_MEDIUM: { memory_mb: 512, cpu_millicores: 500 },
  RESOURCE_TIER_LARGE: { memory_mb: 1024, cpu_millicores: 1000 },
  RESOURCE_TIER_XLARGE: { memory_mb: 2048, cpu_millicores: 2000 }
}

const DEFAULTS: Settings = {
  env: {},
  resource_tier: 'RESOURCE_TIER_SMALL',
  description: '',
  ports: [80],
  health_path: '/healthz',
  allow_unauthenticated: false,
  input_schema: '',
  output_schema: '',
  mcp_enabled: false,
  limits: null,
  scaling: null,
  storage_mode: 'STORAGE_MODE_PERSISTENT',
  ttl_secs: 0,
  max_concurrency: 0
}

/** Chosen when the app is made, with the variant `storage-fixed`. */
const FIXED: readonly (keyof Settings)[] = ['storage_mode', 'ttl_secs']

const NAMES = Object.keys(DEFAULTS) as readonly (keyof Settings)[]

/** The settings of a new app. Throws INVALID_ARGUMENT. */
export function newSettings(request: Fields): Settings {
  return checked({ ...DEFAULTS, ...sent(request, NAMES) })
}

/** The settings after UpdateAppConfig, in the way that the variants say. Throws INVALID_ARGUMENT. */
export function updatedSettings(current: Settings, request: Fields, variants: Variants): Settings {
  const fixed = variants.has('storage-fixed') ? FIXED : []
  const changeable = NAMES.filter((name) => !fixed.includes(name))
  if (variants.has('settings-mask')) return checked(masked(current, request, changeable))
  const given = sent(request, changeable)
  // Fields without presence: what is not sent cannot be told from what is cleared.
  if (variants.has('settings-no-presence')) {
    return checked({ ...DEFAULTS, ...Object.fromEntries(fixed.map((name) => [name, current[name]])), ...given })
  }
  if (variants.has('settings-replace')) {
    return checked({ ...current, env: DEFAULTS.env, ports: DEFAULTS.ports, ...given })
  }
  return checked({ ...current, ...given, env: { ...current.env, ...given.env } })
}

/** What the app may use: explicit limits override the tier's. */
export function appliedLimits({ limits, resource_tier }: Settings): Limits {
  const tier = TIER_LIMITS[resource_tier] ?? { memory_mb: 0, cpu_millicores: 0 }
  return {
    memory_mb: limits?.memory_mb || tier.memory_mb,
    cpu_millicores: limits?.cpu_millicores || tier.cpu_millicores,
    timeout_secs: limits?.timeout_secs ?? 0
  }
}

function masked(current: Settings, request: Fields, changeable: readonly string[]): Settings {
  const { paths = [] } = (request['update_mask'] ?? {}) as { paths?: readonly string[] }
  const unknown = paths.filter((path) => !changeable.includes(path))
  if (unknown.length > 0) throw invalid(`update_mask names unknown fields: ${unknown.join(', ')}`)
  const cleared = Object.fromEntries(paths.map((path) => [path, DEFAULTS[path as keyof Settings]]))
  return { ...current, ...cleared, ...sent(request, paths) }
}

/**
 * The named fields that carry a value. Decoded messages hold `null`, an empty list and an empty text where nothing
 * was sent; a field with presence is there even when it is empty, and its synthetic oneof says so.
 */
function sent(request: Fields, names: readonly string[]): Partial<Settings> {
  const present = names.filter((name) => `_${name}` in request || !isUnset(request[name]))
  return Object.fromEntries(present.map((name) => [name, orDefault(name, request[name])]))
}

function isUnset(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === 0 || value === false) return true
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' ? Object.keys(value).length === 0 : String(value).endsWith('_UNSPECIFIED')
}

function orDefault(name: string, value: unknown): unknown {
  return isUnset(value) && name !== 'env' ? DEFAULTS[name as keyof Settings] : value
}

function checked(settings: Settings): Settings {
  if (!(settings.resource_tier in TIER_LIMITS)) throw invalid(`unknown resource_tier ${settings.resource_tier}`)
  if (!settings.health_path.startsWith('/')) throw invalid('health_path must start with /')
  const badPort = settings.ports.find((port) => port < 1 || port > 65535)
  if (badPort !== undefined) throw invalid(`port ${badPort} is not between 1 and 65535`)
  checkEnv(settings.env)
  return settings
}

function checkEnv(env: Env): void {
  const bad = Object.keys(env).find((name) => !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
  if (bad !== undefined) throw invalid(`env name ${JSON.stringify(bad)} is not a variable name`)
}
