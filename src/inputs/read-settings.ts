import { type EnvUpdateStrategy, TIERS } from '../model/plan.ts'
import { SETTING_NAMES, SETTINGS, type SettingName, type SettingsChange } from '../model/settings.ts'
import type { InputReader } from './input-reader.ts'
import { parseKeyValues } from './parse/key-values.ts'
import { type ParsedValue, parseBoolean, parseChoice, parseHealthPath, parsePorts } from './parse/parse-values.ts'

/** What describes the app's code is read with the code: where it becomes a setting depends on the server. */
type Described = 'json'

type Parser = (text: string) => ParsedValue<unknown>

const PARSERS: Readonly<Record<Exclude<(typeof SETTINGS)[SettingName]['kind'], Described>, Parser>> = {
  map: parseKeyValues,
  text: (text) => ({ value: text }),
  tier: (text) => parseChoice(text, TIERS),
  flag: parseBoolean,
  path: parseHealthPath,
  ports: parsePorts
}

/** The settings that are named, and what becomes of variables that `env` does not name. */
export function readSettings(inputs: InputReader): {
  readonly settings: SettingsChange
  readonly envUpdateStrategy: EnvUpdateStrategy
} {
  const clearsEnv = inputs.text('env') === '{}'
  const strategy = inputs.read('env-update-strategy', (text) => parseChoice(text, ['merge', 'overwrite'] as const))
  if (strategy === 'overwrite' && inputs.given(['env']).length === 0) {
    const fix = 'Set `env`, or remove it; `env: {}` removes all variables.'
    inputs.rejectLacking(
      ['env', 'env-update-strategy'],
      '`env-update-strategy: overwrite` means nothing without `env`.',
      fix
    )
  }
  const given = SETTING_NAMES.map((name) => [name, name === 'env' && clearsEnv ? {} : readSetting(inputs, name)])
  return {
    settings: Object.fromEntries(given.filter(([, value]) => value !== undefined)) as SettingsChange,
    envUpdateStrategy: clearsEnv ? 'overwrite' : (strategy ?? 'merge')
  }
}

function readSetting(inputs: InputReader, name: SettingName): unknown {
  const { input, kind } = SETTINGS[name]
  if (kind === 'json') return undefined
  return inputs.read(input, PARSERS[kind], kind === 'map' ? inputs.raw(input) : inputs.text(input))
}
