import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Description } from '../model/plan.ts'
import type { InputReader } from './input-reader.ts'
import { decodeText, parseJson } from './parse/json-text.ts'
import { type ParsedValue, parseList } from './parse/parse-values.ts'

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
  const read = text.startsWith('{') ? { value: text } : readText(path.resolve(base, text))
  if (!('value' in read)) return read
  const parsed = parseJson(read.value)
  if (!('value' in parsed)) return parsed
  const isObject = typeof parsed.value === 'object' && parsed.value !== null && !Array.isArray(parsed.value)
  return isObject
    ? { value: read.value.replace(/^\ufeff/, '') }
    : { problem: 'is JSON, but not an object', fix: 'Write a JSON Schema, for example {"type":"object"}.' }
}

function readText(file: string): ParsedValue<string> {
  try {
    return decodeText(readFileSync(file))
  } catch {
    return {
      problem: `names a file that cannot be read (${file})`,
      fix: 'Write a JSON object, or the path of a file that holds one.'
    }
  }
}
