import type { DescMethod } from '@bufbuild/protobuf'
import type { Description } from '../../model/plan.ts'
import { hasField } from '../codec/answer.ts'
import type { Plain } from '../codec/read.ts'

/** Our description → the proto's fields. `dependencies` is known as a flag alone (docs/platform.md, Drafts). */
const DESCRIPTION_FIELDS = {
  inputSchema: 'input_schema',
  outputSchema: 'output_schema',
  dependencies: 'dependencies'
} as const satisfies Record<keyof Description, string>

/** The methods that may take a description; undefined where the server lacks one. */
export type Takers = { readonly save: DescMethod | undefined; readonly update: DescMethod | undefined }

/** Where a field of the description is set: in SaveDraftRequest, in its CompileSource, or in UpdateAppConfigRequest. */
export type FieldPlace = 'draft' | 'source' | 'config'

/** The first request type that has the field; undefined where none has it. */
export function placeOf(field: string, { save, update }: Takers, isCompiled: boolean): FieldPlace | undefined {
  if (hasField(save?.input, [field])) return 'draft'
  if (isCompiled && hasField(save?.input, ['code', 'compile', field])) return 'source'
  return hasField(update?.input, [field]) ? 'config' : undefined
}

/** The description by place and by the proto's names. What has no place goes with the draft, to be refused by name. */
export function placed(description: Description, takers: Takers, isCompiled: boolean): Record<FieldPlace, Plain> {
  const given = Object.entries(byField(description)).filter(([, value]) => value !== undefined)
  const at = (place: FieldPlace) =>
    Object.fromEntries(given.filter(([field]) => (placeOf(field, takers, isCompiled) ?? 'draft') === place))
  return { draft: at('draft'), source: at('source'), config: at('config') }
}

function byField({ inputSchema, outputSchema, dependencies }: Description): Plain {
  return {
    [DESCRIPTION_FIELDS.inputSchema]: inputSchema,
    [DESCRIPTION_FIELDS.outputSchema]: outputSchema,
    [DESCRIPTION_FIELDS.dependencies]: dependencies.length > 0 ? dependencies : undefined
  }
}
