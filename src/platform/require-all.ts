import { UnsupportedServerError } from '../model/errors.ts'
import type { Need } from '../model/ports/platform-port.ts'
import { SETTINGS } from '../model/settings.ts'
import { NO_BUILD_SERVICE } from './advice/calls.ts'
import { placeOf } from './areas/description.ts'
import { noService, type ServiceName } from './calls/service.ts'
import { hasField } from './codec/answer.ts'
import type { Schema } from './descriptors/registry.ts'
import { READS, type Requirement, requirementsOf } from './requirements.ts'

const CHECK = 'Leave out the inputs named, or check that `api-endpoint` and `descriptors` are those of the platform.'

/** Throws UnsupportedServerError that names all that is missing at once, with the inputs that need it. */
export function requireAll(schema: Schema, needs: readonly Need[]): void {
  if (schema.service('ComputeService') === undefined) throw noService('ComputeService')
  const required = [...READS, ...needs.flatMap(requirementsOf)]
  const services = [...Map.groupBy(required, ({ service }) => service)]
  const missing = [
    ...services.flatMap(([name, all]) => missingFrom(schema, name, all)),
    ...undescribed(schema, needs),
    ...unsettable(schema, needs)
  ]
  if (missing.length === 0) return
  const list = [...new Set(missing)].join('; ')
  const lacksBuilds = services.some(([name]) => name === 'BuildService' && schema.service(name) === undefined)
  throw new UnsupportedServerError(`The platform lacks what this deployment needs: ${list}.`, {
    hint: lacksBuilds ? `${NO_BUILD_SERVICE} ${CHECK}` : CHECK
  })
}

/** A service that is missing as a whole is named once. */
function missingFrom(schema: Schema, service: ServiceName, required: readonly Requirement[]): readonly string[] {
  if (schema.service(service) !== undefined) return required.flatMap((each) => missingOf(schema, each))
  const inputs = new Set(required.flatMap((each) => each.inputs))
  return [`the service ${service}${neededBy([...inputs])}`]
}

function missingOf(schema: Schema, { service, method, fields, inputs }: Requirement): readonly string[] {
  const found = schema.method(service, method)
  if (found === undefined) return [`the method ${service}.${method}${neededBy(inputs)}`]
  return fields
    .filter((field) => !hasField(found.input, field.split('.')))
    .map((field) => `the field \`${field}\` of ${method}${neededBy(inputs)}`)
}

/** Such a need is spelled like its input, and its field like that too. */
function undescribed(schema: Schema, needs: readonly Need[]): readonly string[] {
  const method = (name: string) => schema.method('ComputeService', name)
  const takers = { save: method('SaveDraft'), update: method('UpdateAppConfig') }
  const isCompiled = needs.includes('save-code')
  return needs
    .filter((need) => need === 'input-schema' || need === 'output-schema' || need === 'dependencies')
    .map((input) => ({ input, field: input.replace('-', '_') }))
    .filter(({ field }) => placeOf(field, takers, isCompiled) === undefined)
    .map(({ input, field }) => `the field \`${field}\` of SaveDraft or UpdateAppConfig${neededBy([input])}`)
}

/** A setting is changed with UpdateAppConfig; what only CreateApp has is as it was given to the app when it was made. */
function unsettable(schema: Schema, needs: readonly Need[]): readonly string[] {
  const has = (name: string, field: string) => hasField(schema.method('ComputeService', name)?.input, field.split('.'))
  return needs.flatMap((need) => {
    if (typeof need === 'string') return []
    const { field, input } = SETTINGS[need.setting]
    const isGiven = has('CreateApp', field)
    if (has('UpdateAppConfig', field) || (isGiven && !need.isThere)) return []
    const lacks = `the field \`${field}\` of UpdateAppConfig${neededBy([input])}`
    return [isGiven ? `${lacks}, which an app can be given only when it is made` : lacks]
  })
}

function neededBy(inputs: readonly string[]): string {
  return ` (input ${inputs.map((input) => `\`${input}\``).join(', ')})`
}
