import type { ListedVariables } from '../../model/plan.ts'
import type { InputName } from '../input-names.ts'
import type { FileValue, InputReader } from '../input-reader.ts'
import type { YamlEntry } from '../parse/yaml-text.ts'
import { parseNamed } from '../whole-file.ts'
import { readConfigKey } from './config-keys.ts'
import { manifestKey, readManifestKey } from './manifest.ts'

/** What a config file says beside what the reader finds in it. */
export type ConfigFile = {
  /** The variables that it sets; undefined where it says nothing of them. */
  readonly env: Readonly<Record<string, string>> | undefined
  readonly listed: ListedVariables | undefined
}

const FIX = 'Write the path of a YAML file, from `working-directory`.'

/** Reads the file that `config-file` names, and lets the reader look into it for what is not given. */
export async function readConfigFile(inputs: InputReader, base: string): Promise<ConfigFile> {
  const entries = await inputs.readFile('config-file', async (name) => {
    const { parseYamlMapping } = await import('../parse/yaml-text.ts')
    return await parseNamed({ name, base, fix: FIX }, parseYamlMapping)
  })
  const file = inputs.text('config-file')
  if (file === undefined) return { env: undefined, listed: undefined }
  // What cannot be read may set variables, so that nobody is told that there are none.
  if (entries === undefined) return { env: {}, listed: undefined }
  const knownBy = manifestKey(entries)
  const found = new Map<InputName, FileValue>()
  const contents = entries.flatMap((entry) => {
    const content = knownBy === undefined ? readConfigKey(entry) : readManifestKey(entry, knownBy)
    const place = `${file}, line ${entry.line}`
    if (content && 'problem' in content) {
      inputs.reject(['config-file'], `${shownKey(entry)} (${place}) ${content.problem}.`, content.fix)
    }
    if (content && 'input' in content) found.set(content.input, { text: content.text, place })
    return content ?? []
  })
  inputs.consult(found)
  const [env] = contents.flatMap((content) => ('env' in content ? [content.env] : []))
  const [names] = contents.flatMap((content) => ('listed' in content ? [content.listed] : []))
  return { env, listed: names && { names, file } }
}

/** What is no name may be anything. */
function shownKey({ key }: YamlEntry): string {
  return /^[\w.-]{1,40}$/.test(key) ? `\`${key}\`` : 'A key'
}
