import { SETTING_NAMES, SETTINGS } from '../../model/settings.ts'
import { nearest } from '../../model/values/near-name.ts'
import { enumerate } from '../../model/values/words.ts'
import { INPUTS, type InputName, SETTING_INPUTS } from '../input-names.ts'
import type { YamlEntry } from '../parse/yaml-text.ts'
import { inputOf, type KeyContent, type ValueForm, variablesIn } from './yaml-forms.ts'

const CREDENTIALS: readonly string[] = ['token', 'service-account-secret', 'registry-password', 'github-token']

/** A key of a config file of our own form, which is an input's name. */
export function readConfigKey(entry: YamlEntry): KeyContent {
  const input = SETTING_INPUTS.find((name) => name === entry.key)
  if (input === 'env') return variablesIn(entry)
  return input ? inputOf(input, entry, formOf(input)) : refusedKey(entry.key)
}

function formOf(input: InputName): ValueForm {
  const name = SETTING_NAMES.find((each) => SETTINGS[each].input === input)
  const kind = name && SETTINGS[name].kind
  return kind === 'ports' ? 'lines' : kind === 'json' ? 'json' : 'text'
}

function refusedKey(key: string): KeyContent {
  if (CREDENTIALS.includes(key)) {
    const fix = 'Remove it, set the input from a secret, and renew the credential: git keeps what was committed.'
    return { problem: 'is a credential, which no file of a repository may hold', fix }
  }
  if (isNamed(key, INPUTS)) {
    return { problem: 'is no setting of the app', fix: 'Write it in the workflow, beside `config-file`.' }
  }
  const near = nearest(key, SETTING_INPUTS)
  const fix = near ? `Did you mean \`${near}\`?` : `Write one of: ${enumerate(SETTING_INPUTS)}.`
  return { problem: 'is no setting of an app', fix }
}

/** Whether it is a setting that only our own form has. */
export function isConfigKey(key: string): boolean {
  return isNamed(key, SETTING_INPUTS)
}

function isNamed(key: string, names: readonly string[]): boolean {
  return names.includes(key)
}
