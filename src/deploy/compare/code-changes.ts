import type { Change, FileComparison } from '../../model/comparison.ts'
import { clause, isBearable } from '../../model/errors.ts'
import type { DeployPlan } from '../../model/plan.ts'
import type { Version, VersionRuntime } from '../../model/platform-state.ts'
import type { PackedContents } from '../../model/ports/packing-port.ts'
import type { Run } from '../../model/ports/run.ts'
import { isMoving, parseImageReference } from '../../model/values/image-reference.ts'
import type { ComparedRun } from './compare.ts'
import { runtimeChanges } from './runtime-changes.ts'

const NO_FILES: FileComparison = { changes: [], same: 0 }

/** What the run makes different in the code, or the image. */
export async function codeChanges(run: Run<DeployPlan>, compared: ComparedRun): Promise<FileComparison> {
  const { source } = run.plan
  const active = compared.app?.active
  if (source.kind === 'image') return { ...NO_FILES, changes: imageChanges(source.reference, active) }
  if (source.kind === 'git') return { ...NO_FILES, changes: [builtImage(source.url, active)] }
  const { changes, same } = await fileChanges(run, compared)
  const beside = source.kind === 'code' ? runtimeChanges(run.plan, active) : [builtImage(source.shownPath, active)]
  return { changes: [...changes, ...beside], same }
}

async function fileChanges(
  run: Run<DeployPlan>,
  { contents, app, stop, onTrouble }: ComparedRun
): Promise<FileComparison> {
  if (contents === undefined) return NO_FILES
  const version = app?.state.activeVersion ?? 0
  if (version === 0) return await contents.compare([])
  const compared = await beside(run, contents, { version, stop })
  if (typeof compared !== 'string') return compared
  onTrouble(compared)
  return {
    ...NO_FILES,
    changes: [{ kind: 'unknown', part: 'code', name: 'files', detail: `not compared: ${compared}` }]
  }
}

type VersionCode = { readonly version: number; readonly stop: AbortSignal }

/** Why the files of the version cannot be compared, where they cannot. */
async function beside(
  { app, platform }: Run,
  contents: PackedContents,
  { version, stop }: VersionCode
): Promise<FileComparison | string> {
  try {
    const files = await platform.readCode(app, version, stop)
    if (files === undefined) return 'the platform has no method that gives the code of a version'
    return files.length === 0 ? `the platform gives no files of version ${version}` : await contents.compare(files)
  } catch (error) {
    if (!isBearable(error)) throw error
    return clause(error)
  }
}

function imageChanges(reference: string, active: Version | undefined): readonly Change[] {
  const change = { part: 'image', name: reference } as const
  if (active === undefined) return [{ ...change, kind: 'added', detail: '' }]
  const { imageRef: before, number, runtime } = active
  if (before === undefined && runtime) return [{ ...change, kind: 'changed', detail: insteadOf(runtime) }]
  if (before === undefined) {
    return [{ ...change, kind: 'unknown', detail: `the platform does not show the image of version ${number}` }]
  }
  if (before !== reference) return [{ ...change, kind: 'changed', detail: `instead of ${before}` }]
  const parsed = parseImageReference(reference)
  return parsed && isMoving(parsed)
    ? [{ ...change, kind: 'unknown', detail: 'the same name, which may mean another image by now' }]
    : []
}

/** The images that a build begins with may be others than the last time. */
function builtImage(name: string, active: Version | undefined): Change {
  const change = { part: 'image', name: `built from ${name}` } as const
  if (active === undefined) return { ...change, kind: 'added', detail: '' }
  if (active.runtime) return { ...change, kind: 'changed', detail: insteadOf(active.runtime) }
  return { ...change, kind: 'unknown', detail: 'built anew, which is not compared' }
}

function insteadOf({ name }: VersionRuntime): string {
  return `instead of code that is run by ${name}`
}
