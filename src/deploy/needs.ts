import type { Plan, SettingsChange } from './plan.ts'
import type { Need } from './ports.ts'

/** All that the plan, and post after it, may ask of the server: found missing before the first write, not in the middle. */
export function needs({ createApp, source, settings, tests, rollback }: Plan): readonly Need[] {
  const changed = (Object.keys(settings) as (keyof SettingsChange)[]).map((setting) => ({ setting }))
  const asked: readonly (readonly [boolean, Need])[] = [
    [createApp, 'create-app'],
    [true, 'save-code'],
    [source.rustTarget !== undefined, 'rust-target'],
    [source.toolchain !== undefined, 'toolchain'],
    [source.runtime === 'rust', 'compile'],
    [tests.cases.length > 0, 'test-draft'],
    [true, 'publish'],
    [rollback.onFailure || rollback.onCancel, 'rollback']
  ]
  return [...asked.flatMap(([isNeeded, need]) => (isNeeded ? [need] : [])), ...changed]
}
