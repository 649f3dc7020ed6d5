import type { Call, Evidence, Settings } from './evidence.ts'

/** A call that changed the settings, and what they were before and after it. */
export type SettingsMoment = { readonly call: Call; readonly before: Settings; readonly after: Settings }

/** What became of the settings, from what the calls answered: also those whose answer was lost. */
export function settingsMoments({ calls, before }: Pick<Evidence, 'calls' | 'before'>): readonly SettingsMoment[] {
  const moments: SettingsMoment[] = []
  let now = before.settings
  for (const call of calls) {
    const after = settingsIn(call)
    if (call.method !== 'UpdateAppConfig' || !after) continue
    if (now) moments.push({ call, before: now, after })
    now = after
  }
  return moments
}

export function settingsIn({ answer }: Call): Settings | undefined {
  return answer?.['app'] as Settings | undefined
}

const INPUTS: Readonly<Record<string, { readonly field: string; readonly read: (text: string) => unknown }>> = {
  tier: { field: 'resource_tier', read: (text) => `RESOURCE_TIER_${text.toUpperCase()}` },
  'health-path': { field: 'health_path', read: (text) => text },
  ports: { field: 'ports', read: (text) => text.split('\n').map(Number) },
  'allow-unauthenticated': { field: 'allow_unauthenticated', read: (text) => text === 'true' }
}

/** The settings by the names that the action gives them, inputs and variables of the environment, each as text. */
export function namedSettings(settings: Settings): ReadonlyMap<string, string | undefined> {
  const others = Object.entries(INPUTS).map(([name, { field }]) => [name, JSON.stringify(settings[field])] as const)
  return new Map([...Object.entries(settings.env), ...others])
}

/** The same of what a run asks for. */
export function askedSettings({ inputs }: Evidence['plan']): ReadonlyMap<string, string> {
  const others = Object.entries(INPUTS).flatMap(([name, { read }]) => {
    const text = inputs[name]
    return text === undefined ? [] : [[name, JSON.stringify(read(text))] as const]
  })
  const variables = (inputs['env'] ?? '').split('\n').filter(Boolean)
  return new Map([...variables.map((line) => line.split('=') as [string, string]), ...others])
}

/** The names whose value differs. */
export function changedNames(before: Settings, after: Settings): readonly string[] {
  const [old, now] = [namedSettings(before), namedSettings(after)]
  return [...new Set([...old.keys(), ...now.keys()])].filter((name) => old.get(name) !== now.get(name))
}

/** The call that changed a setting last; undefined where none did. */
export function lastChange(name: string, moments: readonly SettingsMoment[]): SettingsMoment | undefined {
  return moments.findLast(({ before, after }) => changedNames(before, after).includes(name))
}

/** Who changed a setting last; undefined where nobody did. */
export function lastHand(name: string, moments: readonly SettingsMoment[]): Call['by'] | undefined {
  return lastChange(name, moments)?.call.by
}
