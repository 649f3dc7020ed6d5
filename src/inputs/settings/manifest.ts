import { nearest } from '../../model/values/near-name.ts'
import { enumerate } from '../../model/values/words.ts'
import type { ParsedValue } from '../parse/parse-values.ts'
import type { YamlEntry } from '../parse/yaml-text.ts'
import { isConfigKey } from './config-keys.ts'
import { inputOf, type KeyContent, listedNames } from './yaml-forms.ts'

/** The platform's own manifest, which lies beside the code. */
export const MANIFEST = 'info.yaml'

type KeyReader = (entry: YamlEntry) => KeyContent

/** Read by nobody but people: one code base becomes several apps. */
const documentation: KeyReader = () => undefined

const KEYS: ReadonlyMap<string, KeyReader> = new Map<string, KeyReader>([
  ['name', documentation],
  ['description', (entry) => inputOf('description', entry, 'text')],
  ['runtime', (entry) => inputOf('runtime', entry, 'text')],
  ['mcp_enabled', (entry) => inputOf('mcp-enabled', entry, 'text')],
  ['input', (entry) => inputOf('input-schema', entry, 'json')],
  ['output', (entry) => inputOf('output-schema', entry, 'json')],
  ['env', listedNames],
  // Running it may write what is real, so it is only run where `test-payload-file` asks for it.
  ['test_input', documentation]
])

/** The key by which a file is known for a manifest; undefined where it may as well be of our own form. */
export function manifestKey(entries: readonly YamlEntry[]): string | undefined {
  return entries.find(({ key, items }) => (key === 'env' ? items !== undefined : KEYS.has(key) && !isConfigKey(key)))
    ?.key
}

/** A key of a manifest, which is known by another. */
export function readManifestKey(entry: YamlEntry, knownBy: string): KeyContent {
  const read = KEYS.get(entry.key)
  if (read) return read(entry)
  if (isConfigKey(entry.key)) {
    const problem = `is no key of the platform’s manifest, and by its \`${knownBy}\` the file is one`
    return { problem, fix: 'Set it in the workflow, as an input of the action.' }
  }
  const near = nearest(entry.key, [...KEYS.keys()])
  const fix = near ? `Did you mean \`${near}\`?` : `Write one of: ${enumerate([...KEYS.keys()])}.`
  return { problem: 'is no key of the platform’s manifest', fix }
}

/** The sample payload of a manifest, as JSON. */
export async function parseTestInput(text: string): Promise<ParsedValue<string>> {
  const { parseYamlMapping } = await import('../parse/yaml-text.ts')
  const parsed = parseYamlMapping(text)
  if (!('value' in parsed)) return parsed
  const entry = parsed.value.find(({ key }) => key === 'test_input')
  return entry
    ? { value: JSON.stringify(entry.json) }
    : { problem: 'has no `test_input`', fix: 'Write one, or name another file.' }
}
