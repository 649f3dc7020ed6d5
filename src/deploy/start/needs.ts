import {
  type CodeSource,
  type ContextSource,
  type Description,
  type GitSource,
  type ImageSource,
  mayRollBack,
  type Plan,
  type PublishingPlan,
  type SavingPlan,
  type Source,
  type TestingPlan,
  wantsBuildService
} from '../../model/plan.ts'
import type { Need } from '../../model/ports/platform-port.ts'
import { namesIn } from '../../model/settings.ts'

const MARK: Need = { setting: 'description' }

type NeedTable = readonly (readonly [boolean, Need])[]

/** All that the plan, and post after it, may ask of the server: found missing before the first write, not in the middle. */
export function needs(plan: Plan): readonly Need[] {
  switch (plan.mode) {
    case 'deploy':
      return [...asked([...savingNeeds(plan), ...publishingNeeds(plan)]), ...settingNeeds(plan)]
    case 'preview':
      // By its description alone it is told from any other app, when it is to be removed.
      return [
        ...asked([...savingNeeds(plan), ...publishingNeeds(plan), [true, 'delete-app']]),
        ...settingNeeds(plan),
        MARK
      ]
    case 'draft':
      return [...asked(savingNeeds(plan)), ...settingNeeds(plan)]
    case 'publish':
      return [...asked([testNeed(plan), ...publishingNeeds(plan)]), ...settingNeeds(plan)]
    case 'rollback':
      return asked([
        [true, 'rollback'],
        [plan.tests.cases.length > 0, 'test-version']
      ])
    case 'delete':
      return ['delete-app']
    case 'status':
      return []
  }
}

function asked(table: NeedTable): readonly Need[] {
  return table.flatMap(([isNeeded, need]) => (isNeeded ? [need] : []))
}

function settingNeeds({ settings }: TestingPlan): readonly Need[] {
  return namesIn(settings).map((setting) => ({ setting }))
}

function savingNeeds(plan: SavingPlan): NeedTable {
  return [
    [plan.createApp, 'create-app'],
    ...sourceNeeds(plan.source),
    ...descriptionNeeds(plan.description),
    testNeed(plan)
  ]
}

function testNeed({ tests }: TestingPlan): NeedTable[number] {
  return [tests.cases.length > 0, 'test-draft']
}

function publishingNeeds({ rollback }: PublishingPlan): NeedTable {
  return [
    [true, 'publish'],
    [mayRollBack(rollback), 'rollback']
  ]
}

function sourceNeeds(source: Source): NeedTable {
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
