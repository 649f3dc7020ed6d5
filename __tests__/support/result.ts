import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'

type Result = Readonly<Record<string, string | number | boolean | readonly string[] | null>>

export const RESULT_SCHEMA = JSON.parse(readFileSync(new URL('../../docs/result.schema.json', import.meta.url), 'utf8'))

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true })
const isResult = ajv.compile<Result>(RESULT_SCHEMA)

/** The output `result`, as its schema says; throws where it is of another form. */
export function readResult(text = ''): Result {
  const result: unknown = JSON.parse(text)
  if (!isResult(result)) throw new Error(`result is not of its schema: ${ajv.errorsText(isResult.errors)}\n${text}`)
  return result
}

/** As the output of that name has it. */
export function textOf(value: Result[string] | undefined): string {
  return Array.isArray(value) ? JSON.stringify(value) : String(value ?? '')
}
