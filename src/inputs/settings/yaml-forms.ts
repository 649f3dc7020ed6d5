import { isVariableName } from '../../model/values/variable-name.ts'
import type { InputName } from '../input-names.ts'
import { NO_NAME } from '../parse/key-values.ts'
import type { Refused } from '../parse/parse-values.ts'
import type { YamlEntry } from '../parse/yaml-text.ts'

/** What a key of a file says: an input's text, variables, or names of variables. Undefined where it leaves all as it is. */
export type KeyContent =
  | { readonly input: InputName; readonly text: string }
  | { readonly env: Readonly<Record<string, string>> }
  | { readonly listed: readonly string[] }
  | Refused
  | undefined

/** How a key's value is written: one value, one or a list of them, or a mapping that is JSON (or the path of a file). */
export type ValueForm = 'text' | 'lines' | 'json'

/** The value as the input would have it. */
export function inputOf(input: InputName, entry: YamlEntry, form: ValueForm): KeyContent {
  const { text = form === 'lines' ? linesOf(entry) : form === 'json' ? jsonOf(entry) : undefined } = entry
  if (text !== undefined) return { input, text }
  if (entry.json === null) return undefined
  return { problem: `is ${entry.items ? 'a list' : 'a mapping'}`, fix: FIXES[form] }
}

const FIXES: Readonly<Record<ValueForm, string>> = {
  text: 'Write one value.',
  lines: 'Write one value, or a list of values.',
  json: 'Write a mapping, or the path of a file.'
}

function linesOf({ items }: YamlEntry): string | undefined {
  const texts = items?.flatMap(({ text }) => text ?? [])
  return texts && texts.length === items?.length ? texts.join('\n') : undefined
}

function jsonOf({ fields, json }: YamlEntry): string | undefined {
  return fields && JSON.stringify(json)
}

/** `NAME: value`, each a line. A value is as it is written; `{}` removes all, as the input does. */
export function variablesIn({ fields, json }: YamlEntry): KeyContent {
  if (json === null) return undefined
  if (!fields) return { problem: 'is no mapping', fix: 'Write `NAME: value` for each variable.' }
  for (const { key, line, text } of fields) {
    if (!isVariableName(key)) {
      return { problem: `${NO_NAME.problem} (line ${line})`, fix: NO_NAME.fix }
    }
    if (text === undefined) {
      return { problem: `has no value for ${key} (line ${line})`, fix: "Write a text; '' is an empty one." }
    }
  }
  return { env: Object.fromEntries(fields.map(({ key, text }) => [key, text ?? ''])) }
}

/** A list of variables' names. */
export function listedNames({ items, json }: YamlEntry): KeyContent {
  if (json === null) return undefined
  const names = items?.flatMap(({ text = '' }) => (isVariableName(text) ? [text] : []))
  if (names && names.length === items?.length) return { listed: [...new Set(names)] }
  const wrong = items?.find(({ text = '' }) => !isVariableName(text))
  return wrong
    ? { problem: `has an item that cannot be a variable’s name (line ${wrong.line})`, fix: NO_NAME.fix }
    : {
        problem: 'is no list',
        fix: 'A manifest lists the names of variables alone: set their values in `env` or `env-file`.'
      }
}
