import type { EnvUpdateStrategy } from '../model/plan.ts'
import { SETTING_NAMES, SETTINGS, type SettingName, type SettingsChange } from '../model/settings.ts'
import type { InputReader } from './input-reader.ts'
import { parseKeyValues } from './parse/key-values.ts'
import { parseCount, parseMegabytes, parseMillicores, parseSeconds } from './parse/parse-amounts.ts'
import { type ParsedValue, parseBoolean, parseChoice, parseHealthPath, parsePorts } from './parse/parse-values.ts'

/** What describes the app's code is read with the code: where it becomes a setting depends on the server. */
type Described = 'json'

type SettingKind = (typeof SETTINGS)[SettingName]['kind']

type Parser = (text: string) => ParsedValue<unknown>

const PARSERS: Readonly<Record<Exclude<SettingKind, Described | 'word'>, Parser>> = {
  map: parseKeyValues,
  text: (text) => ({ value: text }),
  megabytes: parseMegabytes,
  millicores: parseMillicores,
  seconds: parseSeconds,
  count: parseCount,
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
  const row = SETTINGS[name]
  if (row.kind === 'json') return undefined
  const parse = row.kind === 'word' ? (text: string) => parseChoice(text, row.words) : PARSERS[row.kind]
  return inputs.read(row.input, parse, row.kind === 'map' ? inputs.raw(row.input) : inputs.text(row.input))
}
