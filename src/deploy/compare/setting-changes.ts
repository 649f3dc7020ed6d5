import type { Change } from '../../model/comparison.ts'
import type { DeployPlan } from '../../model/plan.ts'
import { namesIn, type OtherSetting, SETTINGS, type Settings, type SettingsChange } from '../../model/settings.ts'
import { isVariableName } from '../../model/values/variable-name.ts'
import { changedEnv, changeFor, isSame, shownValue } from '../settings/compare-settings.ts'

/** What the settings are, and what they will be. Undefined is: there is no app yet. */
type SettingsPair = { readonly before: Settings | undefined; readonly wanted: SettingsChange }

/** What is too long to be shown, by what it is called. */
const LONG: Readonly<Record<string, string>> = { json: 'schema', text: 'text' }

/** What the run makes different in the settings. Values of the environment are in none of it, changed or not. */
export function settingChanges(plan: DeployPlan, before: Settings | undefined): readonly Change[] {
  const wanted = before ? changeFor(before, plan) : plan.settings
  const changes = namesIn(wanted).flatMap((name) =>
    name === 'env' ? envChanges(before?.env, wanted.env) : [settingChange(name, { before, wanted })]
  )
  return [...changes, ...schemaChanges(plan, before)]
}

function envChanges(before: Settings['env'] = {}, wanted: Settings['env'] = {}): readonly Change[] {
  return changedEnv(before, wanted).map((name) => {
    const [isOld, isNew] = [Object.hasOwn(before, name), Object.hasOwn(wanted, name)]
    const kind = isOld && isNew ? 'changed' : isNew ? 'added' : 'removed'
    const detail = kind === 'changed' ? 'another value' : ''
    return { kind, part: 'env', name: isVariableName(name) ? name : 'a name that is not shown', detail }
  })
}

function settingChange(name: OtherSetting, { before, wanted }: SettingsPair): Change {
  const { input, kind } = SETTINGS[name]
  const change = { part: 'setting', name: input } as const
  const long = LONG[kind]
  const value = long === undefined ? shownValue(wanted[name]) : `a ${long}`
  const open = name === 'allowUnauthenticated' && wanted[name] ? ': anyone may call the app, without a token' : ''
  if (before === undefined) return { ...change, kind: 'added', detail: value + open }
  const was = before[name]
  if (was === undefined)
    return { ...change, kind: 'unknown', detail: `${value}; the platform does not show what it is` }
  const detail = long === undefined ? `${shownValue(was)} → ${value}${open}` : `another ${long}`
  return { ...change, kind: 'changed', detail }
}

/** A platform that takes the schemas with the draft may show them with the app, or not at all. */
function schemaChanges({ description, settings }: DeployPlan, before: Settings | undefined): readonly Change[] {
  return (['inputSchema', 'outputSchema'] as const).flatMap((name) => {
    const wanted = description[name]
    if (wanted === undefined || settings[name] !== undefined) return []
    const shown = before?.[name] || undefined
    if (shown !== undefined && isSame(name, shown, wanted)) return []
    return [settingChange(name, { before: before && { ...before, [name]: shown }, wanted: { [name]: wanted } })]
  })
}
