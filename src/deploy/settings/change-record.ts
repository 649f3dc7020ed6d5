import type { ChangedSettings } from '../../model/open-run.ts'
import { namesIn, pick, type Settings, type SettingsChange } from '../../model/settings.ts'
import { changedEnv } from './compare-settings.ts'

/** One change of settings: what they were, what they are to be, and the part that differs. */
export type AskedChange = { readonly before: Settings; readonly wanted: Settings; readonly change: SettingsChange }

/** The record of what a run changed, with one change more. The first value that was found is the one to go back to. */
export function withChange(known: ChangedSettings, { before, wanted, change }: AskedChange): ChangedSettings {
  const names = namesIn(change).filter((name) => name !== 'env')
  const env = change.env === undefined ? [] : changedEnv(before.env, change.env)
  const seen = known.envChanged ?? []
  const fresh = env.filter((name) => !seen.includes(name))
  return {
    settingsBefore: { ...pick(before, names), ...known.settingsBefore },
    settingsAfter: { ...known.settingsAfter, ...pick(wanted, names) },
    envChanged: [...seen, ...fresh],
    envValues: {
      before: { ...known.envValues?.before, ...only(before.env, fresh) },
      after: { ...without(known.envValues?.after, env), ...only(wanted.env, env) }
    }
  }
}

/** The record with what the platform made of a change by itself: what the run changed is told by that later. */
export function withTaken(known: ChangedSettings, taken: SettingsChange): ChangedSettings {
  return { ...known, settingsAfter: { ...known.settingsAfter, ...taken } }
}

/** These variables of an environment. */
export function only(env: Settings['env'] = {}, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => names.includes(name)))
}

/** All variables of an environment but these. */
export function without(env: Settings['env'] = {}, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !names.includes(name)))
}
