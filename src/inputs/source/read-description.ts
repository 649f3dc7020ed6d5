import path from 'node:path'
import type { Description } from '../../model/plan.ts'
import { isRecord } from '../../model/values/json.ts'
import type { InputReader } from '../input-reader.ts'
import { decodeText, parseJson } from '../parse/json-text.ts'
import { type ParsedValue, parseList } from '../parse/parse-values.ts'
import { readWhole } from '../whole-file.ts'

/** The schemas, inline or from a file, and what the code depends on. */
export function readDescription(inputs: InputReader, base: string): Description {
  return {
    inputSchema: inputs.read('input-schema', (text) => parseSchema(text, base)),
    outputSchema: inputs.read('output-schema', (text) => parseSchema(text, base)),
    dependencies: parseList(inputs.raw('dependencies') ?? '')
  }
}

/** A text that begins with `{` is the schema itself; any other is the path of a file that holds it. */
function parseSchema(text: string, base: string): ParsedValue<string> {
  if (text.startsWith('{')) return schemaOf(text)
  const file = path.resolve(base, text)
  const read = readWhole(file)
  const schema = read === undefined ? { problem: `cannot be read (${file})`, fix: FIX } : schemaIn(read)
  return 'value' in schema
    ? schema
    : { ...schema, isOfFile: true, problem: `names \`${text}\`, which ${schema.problem}` }
}

const FIX = 'Write a JSON object, or the path of a file that holds one.'

function schemaIn(bytes: Uint8Array): ParsedValue<string> {
  const decoded = decodeText(bytes)
  return 'value' in decoded ? schemaOf(decoded.value) : decoded
}

function schemaOf(text: string): ParsedValue<string> {
  const parsed = parseJson(text)
  if (!('value' in parsed)) return parsed
  return isRecord(parsed.value)
    ? { value: text.replace(/^\ufeff/, '') }
    : { problem: 'is JSON, but not an object', fix: 'Write a JSON Schema, for example {"type":"object"}.' }
}
