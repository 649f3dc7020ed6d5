import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A part of GitHub's description: a schema, or what leads to one. */
type Tree = { readonly [name: string]: unknown }

const FILE = join(import.meta.dirname, 'api-description.json')

/** GitHub's own description of what the fake answers; describe.ts says where it comes from. */
export const DESCRIPTION: Tree = JSON.parse(readFileSync(FILE, 'utf8'))

export type Sample = Readonly<Record<string, unknown>>

/** The least that GitHub's description takes for an answer of that kind, to be filled with what matters. */
export function sampleOf(name: string): Sample {
  return sample({ $ref: `#/components/schemas/${name}` }) as Sample
}

function sample(schema: Tree): unknown {
  const { $ref, nullable, allOf, anyOf, oneOf } = schema
  if (typeof $ref === 'string') return sample(referred($ref))
  if (nullable === true) return null
  if (Array.isArray(allOf)) return Object.assign({}, ...allOf.map(sample))
  const [choice] = [anyOf, oneOf].filter(Array.isArray)
  if (choice) return sample(choice[0])
  if (Array.isArray(schema['enum'])) return schema['enum'][0]
  return plain(schema)
}

function plain({ type, format, properties = {}, required }: Tree): unknown {
  switch (type) {
    case 'string':
      return TEXTS[String(format)] ?? ''
    case 'integer':
    case 'number':
      return 1
    case 'boolean':
      return false
    case 'array':
      return []
    default: {
      const names: readonly string[] = Array.isArray(required) ? required : []
      return Object.fromEntries(names.map((name) => [name, sample((properties as Tree)[name] as Tree)]))
    }
  }
}

const TEXTS: Readonly<Record<string, string>> = {
  uri: 'https://github.example/',
  'date-time': '2026-01-01T00:00:00Z',
  date: '2026-01-01'
}

function referred(reference: string): Tree {
  const names = reference.split('/').slice(1)
  return names.reduce<unknown>((tree, name) => (tree as Tree)[name], DESCRIPTION) as Tree
}
