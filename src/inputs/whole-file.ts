import { readFileSync } from 'node:fs'
import path from 'node:path'
import { decodeText } from './parse/json-text.ts'
import type { ParsedValue } from './parse/parse-values.ts'

/** Undefined where the file cannot be read. */
export function readWhole(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

/** A file that an input names, and what to write where it cannot be read. */
type NamedFile = { readonly name: string; readonly base: string; readonly fix: string }

/** What the parser makes of a text file; what is wrong with it is told of the input that names it. */
export async function parseNamed<T>(
  { name, base, fix }: NamedFile,
  parse: (text: string) => ParsedValue<T> | Promise<ParsedValue<T>>
): Promise<ParsedValue<T>> {
  const file = path.resolve(base, name)
  const bytes = readWhole(file)
  const decoded = bytes ? decodeText(bytes) : { problem: `cannot be read (${file})`, fix }
  const parsed = 'value' in decoded ? await parse(decoded.value) : decoded
  return 'value' in parsed
    ? parsed
    : { ...parsed, isOfFile: true, problem: `names \`${name}\`, which ${parsed.problem}` }
}
