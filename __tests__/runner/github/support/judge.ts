import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { ApiCall } from '../../../../runner/github/github-server.ts'
import { DESCRIPTION } from '../../../../runner/github/sample.ts'

type Tree = { readonly [name: string]: unknown }

const ajv = new Ajv({ strict: false, allErrors: true })
addFormats.default(ajv)
ajv.addSchema({ ...(withNulls(DESCRIPTION) as Tree), $id: 'github' })
const compiled = new Map<string, ValidateFunction>()

/**
 * What of these calls breaks GitHub's own description, in sentences: what was asked by the action, and what the fake
 * answered. Calls that the description has not are sentences, too.
 */
export function faultsIn(calls: readonly ApiCall[]): readonly string[] {
  return calls.filter(({ path }) => path !== 'graphql').flatMap(faultsOf)
}

function faultsOf(call: ApiCall): readonly string[] {
  const { method, path, route, answer } = call
  const operation = route === undefined ? undefined : find(['paths', route, method.toLowerCase()])
  if (!operation) return [`${method} ${path} is not in the description`]
  const at = ['paths', route ?? '', method.toLowerCase()]
  const sent = [...unknownParameters(call, operation), ...faultsOfBody(call, operation, at)]
  const given = answer?.json === undefined ? [] : faultsOfAnswer(answer, operation, at)
  return [...sent, ...given].map((fault) => `${method} ${path}: ${fault}`)
}

function unknownParameters({ query }: ApiCall, { parameters = [] }: Tree): readonly string[] {
  const known = (parameters as readonly Tree[]).map((each) => resolved(each)['name'])
  return [...query.keys()].filter((name) => !known.includes(name)).map((name) => `no parameter is called ${name}`)
}

function faultsOfBody({ body }: ApiCall, operation: Tree, at: readonly string[]): readonly string[] {
  const place = ['requestBody', 'content', 'application/json', 'schema']
  const schema = operation['requestBody'] === undefined ? undefined : find([...at, ...place])
  if (!schema) return Object.keys(body).length === 0 ? [] : ['it has a body, and takes none']
  const known = Object.keys(schema['properties'] as Tree)
  const unknown = Object.keys(body).filter((name) => !known.includes(name))
  return [...unknown.map((name) => `no property is called ${name}`), ...validate([...at, ...place], body)]
}

function faultsOfAnswer(
  answer: NonNullable<ApiCall['answer']>,
  operation: Tree,
  at: readonly string[]
): readonly string[] {
  const { code, json } = answer
  const response = (operation['responses'] as Tree)[String(code)] as Tree | undefined
  // What every operation may answer, and few describe.
  if (!response) return [401, 403, 404, 429].includes(code) ? validateError(json) : [`HTTP ${code} is not described`]
  if (typeof response['$ref'] === 'string') return validate([...pathOf(response['$ref']), ...JSON_SCHEMA], json)
  return response['content'] ? validate([...at, 'responses', String(code), ...JSON_SCHEMA], json) : []
}

const JSON_SCHEMA = ['content', 'application/json', 'schema']

function validateError(json: unknown): readonly string[] {
  return validate(['components', 'schemas', 'basic-error'], json)
}

function validate(place: readonly string[], value: unknown): readonly string[] {
  const pointer = place.map((name) => encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')
  const check = compiled.get(pointer) ?? ajv.compile({ $ref: `github#/${pointer}` })
  compiled.set(pointer, check)
  return check(value) ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

/** To GitHub, what may be null may be so beside its choices; to JSON Schema, null is one of them. */
function withNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNulls)
  if (typeof value !== 'object' || value === null) return value
  const tree = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withNulls(member)]))
  return tree['nullable'] === true && Array.isArray(tree['enum']) ? { ...tree, enum: [...tree['enum'], null] } : tree
}

function resolved(tree: Tree): Tree {
  return typeof tree['$ref'] === 'string' ? (find(pathOf(tree['$ref'])) ?? {}) : tree
}

function pathOf(reference: string): readonly string[] {
  return reference.split('/').slice(1)
}

function find(place: readonly string[]): Tree | undefined {
  return place.reduce<unknown>((tree, name) => (tree as Tree | undefined)?.[name], DESCRIPTION) as Tree | undefined
}
