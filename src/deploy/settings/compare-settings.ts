import type { DeployPlan, EnvUpdateStrategy } from '../../model/plan.ts'
import {
  namesIn,
  type OtherSetting,
  SETTING_NAMES,
  SETTINGS,
  type SettingName,
  type Settings,
  type SettingsChange
} from '../../model/settings.ts'
import { isVariableName } from '../../model/values/variable-name.ts'
import { enumerate } from '../../model/values/words.ts'
import { makerIn, withMark } from './maker-mark.ts'

type Environment = NonNullable<Settings['env']>
export type SettingsPlan = Pick<DeployPlan, 'settings' | 'envUpdateStrategy'>

/** What the settings will be: the ones that were read, with what the user asked for laid over them. */
export function desired(read: Settings, change: SettingsChange, strategy: EnvUpdateStrategy): Settings {
  const { env, description, ...rest } = change
  return {
    ...read,
    ...rest,
    // Who made the app is no part of what the user says of it.
    description: description === undefined ? read.description : withMark(description, makerIn(read.description)),
    env: env === undefined || strategy === 'overwrite' ? (env ?? read.env) : { ...read.env, ...env }
  }
}

/** The part of `wanted` that differs from what the platform has. */
export function difference(read: Settings, wanted: Settings): SettingsChange {
  const changed = SETTING_NAMES.filter((name) => !isSame(name, read[name], wanted[name]))
  return Object.fromEntries(changed.map((name) => [name, wanted[name]]))
}

/** What is to be changed so that the settings, as they were read, are what the plan says. */
export function changeFor(read: Settings, { settings, envUpdateStrategy }: SettingsPlan): SettingsChange {
  return difference(read, desired(read, settings, envUpdateStrategy))
}

/** Only the environment names that the app does not have yet: a draft may need them before it is published. */
export function withAddedEnv(read: Settings, wanted: Settings): Settings {
  const added = Object.entries(wanted.env ?? {}).filter(([name]) => !Object.hasOwn(read.env ?? {}, name))
  return { ...read, env: { ...read.env, ...Object.fromEntries(added) } }
}

/** Names whose value was added, changed or removed. */
export function changedEnv(before: Environment = {}, after: Environment = {}): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].filter((name) => !isSameText(before[name], after[name])).sort()
}

/** Whether the platform means the same by both: it trims texts, drops a slash at the end, and lists ports in any order. */
export function isSame<N extends SettingName>(name: N, a: Settings[N], b: Settings[N]): boolean {
  if (a === undefined || b === undefined) return a === b
  switch (SETTINGS[name].kind) {
    case 'map':
      return changedEnv(a as Environment, b as Environment).length === 0
    case 'ports':
      return sorted(a as readonly number[]) === sorted(b as readonly number[])
    case 'path':
      return plainPath(a as string) === plainPath(b as string)
    case 'json':
      return plainJson(a as string) === plainJson(b as string)
    default:
      return isSameText(a, b)
  }
}

export function isSameText(a: unknown, b: unknown): boolean {
  return typeof a === 'string' && typeof b === 'string' ? a.trim() === b.trim() : a === b
}

function sorted(ports: readonly number[]): string {
  return [...new Set(ports)].sort((a, b) => a - b).join()
}

function plainPath(path: string): string {
  return `/${path.trim().replace(/^\/+|\/+$/g, '')}`
}

/** The same JSON is the same text, whatever its white space. */
function plainJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text))
  } catch {
    return text.trim()
  }
}

/** `env (API_KEY, MODE), tier and ports`: names only. */
export function named(change: SettingsChange, read: Pick<Settings, 'env'>): string {
  const { env, ...others } = change
  return namedAll(env === undefined ? undefined : changedEnv(read.env, env), namesIn(others))
}

/** The same of variables and of other settings, each by its name. */
export function namedAll(env: readonly string[] | undefined, others: readonly SettingName[]): string {
  return enumerate([...(env === undefined ? [] : [namedEnv(env)]), ...others.map((name) => SETTINGS[name].input)])
}

export function namedEnv(names: readonly string[]): string {
  return `env (${names.filter(isVariableName).join(', ')})`
}

/** `tier and ports`. */
export function labels(names: readonly SettingName[]): string {
  return namedAll(undefined, names)
}

/** A value in a sentence. Not for the environment, whose values may be secret. */
export function shownValue(value: Settings[OtherSetting]): string {
  return String(value === undefined || value === '' ? 'not set' : value)
}
