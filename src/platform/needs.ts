import type { DescMessage, DescMethod } from '@bufbuild/protobuf'
import { UnsupportedServerError } from '../deploy/errors.ts'
import type { SettingsChange } from '../deploy/plan.ts'
import type { Need } from '../deploy/ports.ts'
import { fieldOf } from './codec/answer.ts'
import { fullServiceName, type Schema } from './descriptors/registry.ts'
import { SETTING_FIELDS } from './settings.ts'

/** A method with the request fields that are sent, and the inputs that need it. */
type Requirement = { readonly method: string; readonly fields: readonly string[]; readonly inputs: readonly string[] }

const SERVICE = 'ComputeService'
const APP = ['organization_name', 'app_name']

const READS: readonly Requirement[] = ['GetApp', 'GetDraftInfo', 'ListAppVersions'].map((method) => ({
  method,
  fields: APP,
  inputs: ['app']
}))

const SETTING_INPUTS: Readonly<Record<keyof SettingsChange, string>> = {
  env: 'env',
  tier: 'tier',
  allowUnauthenticated: 'allow-unauthenticated',
  healthPath: 'health-path',
  ports: 'ports'
}

/** Throws UnsupportedServerError that names all that is missing at once, with the inputs that need it. */
export function requireAll(schema: Schema, needs: readonly Need[]): void {
  if (schema.service(SERVICE) === undefined) throw noService()
  const missing = [...READS, ...needs.flatMap(requirements)].flatMap((each) => missingFrom(schema, each))
  if (missing.length === 0) return
  const list = [...new Set(missing)].join('; ')
  throw new UnsupportedServerError(`The platform lacks what this deployment needs: ${list}.`, {
    hint: 'Leave out the inputs named, or check that `api-endpoint` and `descriptors` are those of the platform.'
  })
}

/** The method, for a call. Throws UnsupportedServerError. */
export function methodOf(schema: Schema, name: string): DescMethod {
  if (schema.service(SERVICE) === undefined) throw noService()
  const method = schema.method(SERVICE, name)
  if (method !== undefined) return method
  throw new UnsupportedServerError(`The platform lacks the method ${SERVICE}.${name}.`, {
    hint: 'Check that `api-endpoint` and `descriptors` are those of the platform.'
  })
}

function noService(): UnsupportedServerError {
  return new UnsupportedServerError(`The server does not have the service ${fullServiceName(SERVICE)}.`, {
    hint: 'Check `api-endpoint`: the gRPC endpoint of Ignite is meant. With `descriptors`, check that the set holds that service.'
  })
}

const REQUIREMENTS: Readonly<Record<Extract<Need, string>, Requirement>> = {
  'create-app': { method: 'CreateApp', fields: ['organization_name', 'name'], inputs: ['create-app'] },
  'save-code': {
    method: 'SaveDraft',
    fields: [...APP, 'code.compile.source_code', 'code.compile.runtime'],
    inputs: ['code']
  },
  'rust-target': { method: 'SaveDraft', fields: ['code.compile.runtime.rust.target'], inputs: ['rust-target'] },
  toolchain: { method: 'SaveDraft', fields: ['code.compile.runtime.rust.toolchain_version'], inputs: ['toolchain'] },
  compile: { method: 'CompileDraft', fields: APP, inputs: ['runtime'] },
  'test-draft': { method: 'TestDraft', fields: [...APP, 'payload'], inputs: ['test-payload', 'test-payload-file'] },
  publish: { method: 'PublishDraft', fields: APP, inputs: ['mode'] },
  rollback: {
    method: 'RollbackApp',
    fields: [...APP, 'version'],
    inputs: ['rollback-on-failure', 'rollback-on-cancel']
  }
}

function requirements(need: Need): readonly Requirement[] {
  if (typeof need === 'object') {
    const input = SETTING_INPUTS[need.setting]
    return [{ method: 'UpdateAppConfig', fields: [...APP, SETTING_FIELDS[need.setting]], inputs: [input] }]
  }
  const requirement = REQUIREMENTS[need]
  const execution = { method: 'GetExecution', fields: ['execution_id'], inputs: requirement.inputs }
  return need === 'test-draft' ? [requirement, execution] : [requirement]
}

function missingFrom(schema: Schema, { method, fields, inputs }: Requirement): readonly string[] {
  const neededBy = ` (input ${inputs.map((input) => `\`${input}\``).join(', ')})`
  const found = schema.method(SERVICE, method)
  if (found === undefined) return [`the method ${SERVICE}.${method}${neededBy}`]
  return fields
    .filter((field) => !hasField(found.input, field.split('.')))
    .map((field) => `the field \`${field}\` of ${method}${neededBy}`)
}

function hasField(type: DescMessage | undefined, [first, ...rest]: readonly string[]): boolean {
  const field = type && first !== undefined ? fieldOf(type, first) : undefined
  return field !== undefined && (rest.length === 0 || hasField(field.message, rest))
}
