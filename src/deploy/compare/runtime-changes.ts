import type { Change } from '../../model/comparison.ts'
import type { CodeSource, DeployPlan } from '../../model/plan.ts'
import type { Version, VersionRuntime } from '../../model/platform-state.ts'

type RuntimePair = { readonly asked: CodeSource; readonly shown: VersionRuntime | undefined }

/** What the run makes different in how its code is made, which neither its files nor their hash tell. */
export function runtimeChanges({ source, description }: DeployPlan, active: Version | undefined): readonly Change[] {
  if (source.kind !== 'code' || active === undefined) return []
  const pair = { asked: source, shown: active.runtime }
  if (active.imageRef !== undefined && active.runtime === undefined) {
    return [{ kind: 'changed', part: 'code', name: 'runtime', detail: `${source.runtime} instead of an image` }]
  }
  const isListed = description.dependencies.length > 0
  return [
    ...difference('runtime', source.runtime, active.runtime?.name),
    ...targetChange(pair),
    ...(source.toolchain === undefined ? [] : difference('toolchain', source.toolchain, active.runtime?.toolchain)),
    ...(isListed ? [notShown('dependencies', description.dependencies.join(' '))] : [])
  ]
}

/** A platform that shows no target has made native code, which is its default, or does not tell. */
function targetChange({ asked: { runtime, rustTarget }, shown }: RuntimePair): readonly Change[] {
  if (runtime !== 'rust') return []
  const target = shown?.target.replace(/^UNSPECIFIED$/, '').toLowerCase()
  if (rustTarget === undefined) return target === 'wasm' ? difference('rust-target', 'native', target) : []
  return difference('rust-target', rustTarget, target)
}

/** @param before Undefined or empty where the platform does not show it. */
function difference(name: string, wanted: string, before: string | undefined): readonly Change[] {
  if (!before) return name === 'runtime' ? [] : [notShown(name, wanted)]
  return before === wanted ? [] : [{ kind: 'changed', part: 'code', name, detail: `${before} → ${wanted}` }]
}

function notShown(name: string, wanted: string): Change {
  return { kind: 'unknown', part: 'code', name, detail: `${wanted}; the platform does not show what it is` }
}
