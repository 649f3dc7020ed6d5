import { DeployError } from '../../model/errors.ts'
import type { EnvUpdateStrategy, SettingsChange } from '../../model/plan.ts'
import type { Settings } from '../../model/platform-state.ts'
import { enumerate } from '../../model/words.ts'

/** What the settings will be: the ones that were read, with what the user asked for laid over them. */
export function desired(read: Settings, change: SettingsChange, strategy: EnvUpdateStrategy): Settings {
  const { env, ...rest } = change
  return { ...read, ...rest, env: env === undefined ? read.env : strategy === 'merge' ? { ...read.env, ...env } : env }
}

/** The part of `wanted` that differs from what the platform has. */
export function difference(read: Settings, wanted: Settings): SettingsChange {
  const changed = settingNames.filter((name) => !same(read[name], wanted[name]))
  return Object.fromEntries(changed.map((name) => [name, wanted[name]]))
}

/** Only the environment names that the app does not have yet: a draft may need them before it is published. */
export function addedEnv(read: Settings, wanted: Settings): Settings {
  const added = Object.entries(wanted.env).filter(([name]) => !Object.hasOwn(read.env, name))
  return { ...read, env: { ...read.env, ...Object.fromEntries(added) } }
}

/**
 * Throws where the platform's answer is not what was asked for: a setting that was refused in silence, or one that
 * changed although nobody named it. Values are never part of the text.
 */
export function checkReadBack(wanted: Settings, got: Settings): void {
  const wrong = settingNames.filter((name) => !same(wanted[name], got[name])).map((name) => describe(name, wanted, got))
  if (wrong.length === 0) return
  throw new DeployError(
    'settings_failed',
    `After the update the platform reports other settings: ${wrong.join('; ')}.`,
    {
      hint: kept(wanted.env, got.env)
        ? 'Nothing was published. This platform keeps variables that an update leaves out: remove them by hand, or use `env-update-strategy: merge`.'
        : 'Nothing was published. Look at the app’s settings, and report this if they are not what the workflow says.'
    }
  )
}

/** Whether all that is wrong with the environment is that it still has what should be gone. */
function kept(wanted: Settings['env'], got: Settings['env']): boolean {
  const wrong = changedEnv(wanted, got)
  return wrong.length > 0 && wrong.every((name) => !Object.hasOwn(wanted, name))
}

/** `env (API_KEY, MODE), tier, ports`: names only. */
export function named(change: SettingsChange, read: Settings): string {
  return enumerate(
    (Object.keys(change) as (keyof SettingsChange)[]).map((name) =>
      name === 'env' ? `env (${changedEnv(read.env, change.env ?? {}).join(', ')})` : LABELS[name]
    )
  )
}

/** `tier and ports`. */
export function labels(change: SettingsChange): string {
  return enumerate((Object.keys(change) as (keyof SettingsChange)[]).map((name) => LABELS[name]))
}

/** Names whose value was added, changed or removed. */
export function changedEnv(before: Settings['env'], after: Settings['env']): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].filter((name) => before[name] !== after[name]).sort()
}

const LABELS: Record<keyof SettingsChange, string> = {
  env: 'env',
  tier: 'tier',
  allowUnauthenticated: 'allow-unauthenticated',
  healthPath: 'health-path',
  ports: 'ports'
}

const settingNames = Object.keys(LABELS) as (keyof SettingsChange)[]

function describe(name: keyof SettingsChange, wanted: Settings, got: Settings): string {
  if (name === 'env') return `env (${changedEnv(wanted.env, got.env).join(', ')})`
  return `${LABELS[name]} is ${String(got[name] ?? 'not set')}, expected ${String(wanted[name] ?? 'not set')}`
}

function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, i) => each === b[i])
  if (isEnv(a) && isEnv(b)) return changedEnv(a, b).length === 0
  return a === b
}

function isEnv(value: unknown): value is Settings['env'] {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
