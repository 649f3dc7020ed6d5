import {
  type CodeSource,
  type ContextSource,
  type Description,
  type GitSource,
  type ImageSource,
  mayRollBack,
  type Plan,
  wantsBuildService
} from '../../model/plan.ts'
import type { Need } from '../../model/ports/platform-port.ts'
import { namesIn } from '../../model/settings.ts'

type NeedTable = readonly (readonly [boolean, Need])[]

/** All that the plan, and post after it, may ask of the server: found missing before the first write, not in the middle. */
export function needs(plan: Plan): readonly Need[] {
  const { createApp, settings, tests, rollback } = plan
  const changed = namesIn(settings).map((setting) => ({ setting }))
  const asked: NeedTable = [
    [createApp, 'create-app'],
    ...sourceNeeds(plan.source),
    ...descriptionNeeds(plan.description),
    [tests.cases.length > 0, 'test-draft'],
    [true, 'publish'],
    [mayRollBack(rollback), 'rollback']
  ]
  return [...asked.flatMap(([isNeeded, need]) => (isNeeded ? [need] : [])), ...changed]
}

function sourceNeeds(source: Plan['source']): NeedTable {
  switch (source.kind) {
    case 'code':
      return codeNeeds(source)
    case 'image':
      return imageNeeds(source)
    default:
      return buildNeeds(source)
  }
}

function codeNeeds({ rustTarget, toolchain, runtime }: CodeSource): NeedTable {
  return [
    [true, 'save-code'],
    [rustTarget !== undefined, 'rust-target'],
    [toolchain !== undefined, 'toolchain'],
    [runtime === 'rust', 'compile']
  ]
}

function imageNeeds({ registry }: ImageSource): NeedTable {
  return [
    [true, 'save-image'],
    [registry !== undefined, 'registry-secret'],
    [registry?.kind === 'credentials', 'store-secret']
  ]
}

/** With `auto`, the size of a context decides only later whether the build service is asked. */
function buildNeeds({ kind, build }: ContextSource | GitSource): NeedTable {
  const byService = wantsBuildService(build)
  return [
    [byService, 'save-image'],
    [!byService, kind === 'git' ? 'save-git' : 'save-context'],
    [byService && kind === 'context', 'build-upload'],
    [byService && kind === 'context', 'build-inline'],
    [byService && kind === 'git', 'build-git'],
    [build.platform !== undefined, 'build-platform'],
    [build.noCache, 'build-no-cache']
  ]
}

function descriptionNeeds({ inputSchema, outputSchema, dependencies }: Description): NeedTable {
  return [
    [inputSchema !== undefined, 'input-schema'],
    [outputSchema !== undefined, 'output-schema'],
    [dependencies.length > 0, 'dependencies']
  ]
}
