import type { DeployPlan } from '../../model/plan.ts'
import { SETTING_NAMES, SETTINGS, type SettingName, type SettingsChange } from '../../model/settings.ts'
import type { InputReader } from '../input-reader.ts'
import { parseCount, parseMegabytes, parseMillicores, parseSeconds } from '../parse/parse-amounts.ts'
import { type ParsedValue, parseBoolean, parseChoice, parseHealthPath, parsePorts } from '../parse/parse-values.ts'
import type { ConfigFile } from './config-file.ts'
import { readEnv } from './read-env.ts'

/**
 * The environment has sources of its own. What describes the app's code is read with the code: where it becomes a
 * setting depends on the server.
 */
type ReadElsewhere = 'map' | 'json'

type SettingKind = (typeof SETTINGS)[SettingName]['kind']

type Parser = (text: string) => ParsedValue<unknown>

const PARSERS: Readonly<Record<Exclude<SettingKind, ReadElsewhere | 'word'>, Parser>> = {
  text: (text) => ({ value: text }),
  megabytes: parseMegabytes,
  millicores: parseMillicores,
  seconds: parseSeconds,
  count: parseCount,
  flag: parseBoolean,
  path: parseHealthPath,
  ports: parsePorts
}

/** The settings that are named, and what is to be known of variables. */
export async function readSettings(
  inputs: InputReader,
  base: string,
  config: ConfigFile
): Promise<Pick<DeployPlan, 'settings' | 'envUpdateStrategy' | 'listed'>> {
  const { env, envUpdateStrategy } = await readEnv(inputs, { base, configured: config.env })
  const given = SETTING_NAMES.map((name) => [name, name === 'env' ? env : readSetting(inputs, name)])
  const settings = Object.fromEntries(given.filter(([, value]) => value !== undefined)) as SettingsChange
  return { settings, envUpdateStrategy, listed: config.listed }
}

function readSetting(inputs: InputReader, name: SettingName): unknown {
  const row = SETTINGS[name]
  if (row.kind === 'json' || row.kind === 'map') return undefined
  const parse = row.kind === 'word' ? (text: string) => parseChoice(text, row.words) : PARSERS[row.kind]
  return inputs.read(row.input, parse)
}
