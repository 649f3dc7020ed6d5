import type { Description } from '../../model/plan.ts'
import { isRecord } from '../../model/values/json.ts'
import type { InputReader } from '../input-reader.ts'
import { parseJson } from '../parse/json-text.ts'
import { type ParsedValue, parseList } from '../parse/parse-values.ts'
import { parseNamed } from '../whole-file.ts'

/** The schemas, inline or from a file, and what the code depends on. */
export async function readDescription(inputs: InputReader, base: string): Promise<Description> {
  return {
    inputSchema: await inputs.readFile('input-schema', (text) => parseSchema(text, base)),
    outputSchema: await inputs.readFile('output-schema', (text) => parseSchema(text, base)),
    dependencies: parseList(inputs.raw('dependencies') ?? '')
  }
}

const FIX = 'Write a JSON object, or the path of a file that holds one.'

/** A text that begins with `{` is the schema itself; any other is the path of a file that holds it, as JSON or YAML. */
async function parseSchema(text: string, base: string): Promise<ParsedValue<string>> {
  if (text.startsWith('{')) return schemaOf(text)
  return await parseNamed({ name: text, base, fix: FIX }, /\.ya?ml$/i.test(text) ? schemaInYaml : schemaOf)
}

async function schemaInYaml(text: string): Promise<ParsedValue<string>> {
  const { parseYaml } = await import('../parse/yaml-text.ts')
  const parsed = parseYaml(text)
  return 'value' in parsed ? schemaOf(JSON.stringify(parsed.value)) : parsed
}

function schemaOf(text: string): ParsedValue<string> {
  const parsed = parseJson(text)
  if (!('value' in parsed)) return parsed
  return isRecord(parsed.value)
    ? { value: text.replace(/^\ufeff/, '') }
    : { problem: 'holds no object', fix: 'Write a JSON Schema, for example {"type":"object"}.' }
}
