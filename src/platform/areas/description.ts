import type { DescMethod } from '@bufbuild/protobuf'
import type { Description } from '../../model/plan.ts'
import { namesIn, SETTINGS, type SettingsChange } from '../../model/settings.ts'
import type { Service } from '../calls/service.ts'
import { hasField } from '../codec/answer.ts'
import type { Plain } from '../codec/read.ts'

/** The methods that may take a description; undefined where the server lacks one. */
type Takers = { readonly save: DescMethod | undefined; readonly update: DescMethod | undefined }

/** Where a field of the description is set: in SaveDraftRequest, in its CompileSource, or as a setting of the app. */
type FieldPlace = 'draft' | 'source' | 'setting'

/** Throws UnsupportedServerError. */
export function takersOf(compute: Service): Takers {
  return { save: compute.method('SaveDraft'), update: compute.find('UpdateAppConfig') }
}

/** The first request type that has the field; undefined where none has it. */
export function placeOf(field: string, { save, update }: Takers, isCompiled: boolean): FieldPlace | undefined {
  if (hasField(save?.input, [field])) return 'draft'
  if (isCompiled && hasField(save?.input, ['code', 'compile', field])) return 'source'
  return hasField(update?.input, [field]) ? 'setting' : undefined
}

/** The schemas that are settings on this server: they are live as soon as they are sent. */
export function settingsIn(description: Description, takers: Takers, isCompiled: boolean): SettingsChange {
  const { inputSchema, outputSchema } = description
  const schemas: SettingsChange = { ...(inputSchema && { inputSchema }), ...(outputSchema && { outputSchema }) }
  const names = namesIn(schemas).filter((name) => placeOf(SETTINGS[name].field, takers, isCompiled) === 'setting')
  return Object.fromEntries(names.map((name) => [name, schemas[name]]))
}

/** The rest of the description by the proto's names. What has no place goes with the draft, to be refused by name. */
export function placed(
  description: Description,
  takers: Takers,
  isCompiled: boolean
): Readonly<Record<'draft' | 'source', Plain>> {
  const given = Object.entries(byField(description)).filter(([, value]) => value !== undefined)
  const places = Map.groupBy(given, ([field]) => placeOf(field, takers, isCompiled) ?? 'draft')
  return {
    draft: Object.fromEntries(places.get('draft') ?? []),
    source: Object.fromEntries(places.get('source') ?? [])
  }
}

/** `dependencies` is documented nowhere but as a flag. */
function byField({ inputSchema, outputSchema, dependencies }: Description): Plain {
  return {
    [SETTINGS.inputSchema.field]: inputSchema,
    [SETTINGS.outputSchema.field]: outputSchema,
    dependencies: dependencies.length > 0 ? dependencies : undefined
  }
}
