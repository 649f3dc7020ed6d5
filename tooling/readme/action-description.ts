import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

type Described = { readonly description: string; readonly default?: string; readonly required?: boolean }

/** What action.yml says of its inputs and outputs, by their names. */
export type ActionDescription = {
  readonly inputs: Readonly<Record<string, Described>>
  readonly outputs: Readonly<Record<string, Described>>
}

export function readActionDescription(): ActionDescription {
  return parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8'))
}
