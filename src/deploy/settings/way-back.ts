import type { ChangedSettings } from '../../model/open-run.ts'
import { namesIn, pick, type SettingName, type Settings, type SettingsChange } from '../../model/settings.ts'
import { only, without } from './change-record.ts'
import { isSame, isSameText, namedAll } from './compare-settings.ts'

/** Whose a value is that a run changed: as it was before, as the run made it, or another hand’s. */
type Hand = 'before' | 'ours' | 'foreign'

/** How the settings are to go back that a run changed, seen from how they are now. In words where there are any. */
export type WayBack = {
  /** What still is as the run made it. */
  readonly due: string
  /** The same by name. */
  readonly ours: { readonly env: readonly string[]; readonly names: readonly SettingName[] }
  /** True where all that is due are variables to be removed, which a platform that merges never does. */
  readonly removesOnly: boolean
  /** What another hand has changed since: it is not ours any more. */
  readonly foreign: string
  readonly change: SettingsChange
}

export function wayBack(changed: ChangedSettings, now: Settings): WayBack {
  const { settingsBefore = {}, settingsAfter = {}, envChanged = [], envValues } = changed
  const before: SettingsChange = settingsBefore
  const after: SettingsChange = settingsAfter
  const names = Map.groupBy(namesIn(before), (name) =>
    handOf((value: Settings[typeof name]) => isSame(name, now[name], value), before[name], after[name])
  )
  const variables = Map.groupBy(envValues ? envChanged : [], (name) =>
    handOf((value?: string) => isSameText(now.env?.[name], value), envValues?.before[name], envValues?.after[name])
  )
  const words = (hand: Hand) => namedAll(variables.get(hand), names.get(hand) ?? [])
  const ours = { env: variables.get('ours') ?? [], names: names.get('ours') ?? [] }
  const { env } = ours
  const change = {
    ...pick(before, ours.names),
    ...(env.length > 0 && { env: { ...without(now.env, env), ...only(envValues?.before, env) } })
  }
  const removesOnly = ours.names.length === 0 && env.every((name) => !Object.hasOwn(envValues?.before ?? {}, name))
  return { due: words('ours'), ours, removesOnly, foreign: words('foreign'), change }
}

/** What was due and is not any more, in words. */
export function doneBetween(first: WayBack, now: WayBack): string {
  const env = first.ours.env.filter((name) => !now.ours.env.includes(name))
  const names = first.ours.names.filter((name) => !now.ours.names.includes(name))
  return namedAll(env.length > 0 ? env : undefined, names)
}

function handOf<V>(isNow: (value: V | undefined) => boolean, before: V | undefined, after: V | undefined): Hand {
  if (isNow(before)) return 'before'
  return isNow(after) ? 'ours' : 'foreign'
}
