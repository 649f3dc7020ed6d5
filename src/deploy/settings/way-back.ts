import type { ChangedSettings } from '../../model/open-run.ts'
import { namesIn, pick, type Settings, type SettingsChange } from '../../model/settings.ts'
import { only, without } from './change-record.ts'
import { isSame, isSameText, namedAll } from './compare-settings.ts'

/** Whose a value is that a run changed: as it was before, as the run made it, or another hand’s. */
type Hand = 'before' | 'ours' | 'foreign'

/** How the settings are to go back that a run changed, seen from how they are now. In words where there are any. */
type WayBack = {
  /** What still is as the run made it. */
  readonly due: string
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
  const env = variables.get('ours') ?? []
  const change = {
    ...pick(before, names.get('ours') ?? []),
    ...(env.length > 0 && { env: { ...without(now.env, env), ...only(envValues?.before, env) } })
  }
  return { due: words('ours'), foreign: words('foreign'), change }
}

function handOf<V>(isNow: (value: V | undefined) => boolean, before: V | undefined, after: V | undefined): Hand {
  if (isNow(before)) return 'before'
  return isNow(after) ? 'ours' : 'foreign'
}
