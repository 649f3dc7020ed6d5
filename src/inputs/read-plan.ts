import { existsSync } from 'node:fs'
import path from 'node:path'
import type {
  DeletePlan,
  DeployPlan,
  DraftPlan,
  Plan,
  PublishPlan,
  RollbackPlan,
  RollbackPolicy,
  SavingPlan,
  Source,
  StatusPlan
} from '../model/plan.ts'
import type { RunFacts } from './facts.ts'
import { readPreview } from './github/read-preview.ts'
import type { InputReader } from './input-reader.ts'
import { readMode } from './mode-inputs.ts'
import { parseApp, parseCodeHash, parseVersion } from './parse/parse-values.ts'
import { readTests } from './read-tests.ts'
import { readVerification } from './read-verification.ts'
import { readConfigFile } from './settings/config-file.ts'
import { MANIFEST } from './settings/manifest.ts'
import { readSettings } from './settings/read-settings.ts'
import { readDescription } from './source/read-description.ts'
import { type Inspectors, readSource } from './source/read-source.ts'

type PlanReading = {
  readonly inputs: InputReader
  readonly facts: RunFacts
  readonly inspect: Inspectors
  readonly target: Plan['target'] | undefined
}

/** The inputs as a plan. Undefined where something is wrong; the reader then holds all of it. */
export async function readPlan(inputs: InputReader, facts: RunFacts, inspect: Inspectors): Promise<Plan | undefined> {
  inputs.rejectUnknown()
  inputs.line('working-directory')
  const target = inputs.read('app', parseApp)
  if (inputs.given(['app']).length === 0) {
    inputs.rejectLacking(['app'], '`app` is missing.', 'Write the app’s name, for example app: greeter.')
  }
  // Of a mode that does not exist, what else is wrong is told all the same.
  const mode = readMode(inputs) ?? 'deploy'
  const plan = await READERS[mode]({ inputs, facts, inspect, target })
  return inputs.problems.length > 0 ? undefined : plan
}

/** Each reads the inputs of its mode alone, and all of them. */
const READERS: { readonly [M in Plan['mode']]: (reading: PlanReading) => Promise<Plan | undefined> } = {
  deploy: readDeployPlan,
  preview: readPreviewPlan,
  draft: readDraftPlan,
  publish: readPublishPlan,
  rollback: readRollbackPlan,
  delete: readDeletePlan,
  status: readStatusPlan
}

async function readDeployPlan(reading: PlanReading): Promise<DeployPlan | undefined> {
  const saving = await readSavingPlan(reading)
  const verify = readVerification(reading.inputs)
  const rollback = readRollback(reading.inputs)
  const isDryRun = reading.inputs.boolean('dry-run') ?? false
  const skipIfUnchanged = reading.inputs.boolean('skip-if-unchanged') ?? false
  return saving && { mode: 'deploy', ...saving, verify, rollback, isDryRun, skipIfUnchanged }
}

/** On close nothing is deployed any more, and what would be need not be there. */
async function readPreviewPlan(reading: PlanReading): Promise<DeployPlan | DeletePlan | undefined> {
  const app = readPreview(reading.inputs, reading.facts, reading.target)
  if (reading.facts.pullRequest?.isClosed) return app && { mode: 'delete', ...app }
  const plan = await readDeployPlan(reading)
  return plan && app && { ...plan, mode: 'preview', ...app }
}

async function readDraftPlan(reading: PlanReading): Promise<DraftPlan | undefined> {
  const saving = await readSavingPlan(reading)
  return saving && { mode: 'draft', ...saving }
}

async function readPublishPlan({ inputs, facts, target }: PlanReading): Promise<PublishPlan | undefined> {
  const base = baseOf(inputs, facts.workspace)
  const expectedCode = inputs.read('expected-code-hash', parseCodeHash)
  if (inputs.given(['expected-code-hash']).length === 0) {
    inputs.rejectLacking(
      ['expected-code-hash'],
      '`expected-code-hash` is missing: it says which draft is to be published.',
      'Set it to the output `code_hash` of the run with `mode: draft`, or, of an image without a hash, to its `image_ref`.'
    )
  }
  const config = await readConfigFile(inputs, base)
  const description = await readDescription(inputs, base)
  const settings = await readSettings(inputs, base, config)
  const tests = await readTests(inputs, base)
  const verify = readVerification(inputs)
  const rollback = readRollback(inputs)
  if (!target || expectedCode === undefined) return undefined
  return { mode: 'publish', target, expectedCode, description, ...settings, tests, verify, rollback }
}

async function readRollbackPlan({ inputs, facts, target }: PlanReading): Promise<RollbackPlan | undefined> {
  const version = inputs.read('version', parseVersion)
  if (inputs.given(['version']).length === 0) {
    inputs.rejectLacking(
      ['version'],
      '`version` is missing: with `mode: rollback` it says which version is to be active again.',
      'Set it to a number, or to previous, which is the highest below the active one.'
    )
  }
  const expectedCode = inputs.read('expected-code-hash', parseCodeHash)
  const tests = await readTests(inputs, baseOf(inputs, facts.workspace))
  const verify = readVerification(inputs)
  if (!target || version === undefined) return undefined
  return { mode: 'rollback', target, version, expectedCode, tests, verify }
}

async function readDeletePlan({ inputs, facts, target }: PlanReading): Promise<DeletePlan | undefined> {
  const app = inputs.text('app')
  const confirm = inputs.text('confirm')
  const fix = `Write \`confirm: ${target ? app : 'NAME'}\`, to say that this app is to be deleted with all its versions.`
  if (confirm === undefined) inputs.rejectLacking(['confirm'], '`confirm` is missing.', fix)
  else if (confirm !== app) inputs.reject(['confirm', 'app'], '`confirm` is not what `app` is.', fix)
  return target && { mode: 'delete', target, madeBy: facts.repository }
}

async function readStatusPlan({ target }: PlanReading): Promise<StatusPlan | undefined> {
  return target && { mode: 'status', target }
}

async function readSavingPlan({ inputs, facts, inspect, target }: PlanReading): Promise<SavingPlan | undefined> {
  const base = baseOf(inputs, facts.workspace)
  const config = await readConfigFile(inputs, base)
  const source = await readSource({ inputs, facts, base, inspect })
  const description = await readDescription(inputs, base)
  const settings = await readSettings(inputs, base, config)
  const createApp = inputs.boolean('create-app') ?? true
  const tests = await readTests(inputs, base)
  if (!target || !source) return undefined
  if (inputs.problems.length === 0) tellManifest(inputs, source)
  return { target, createApp, madeBy: facts.repository, source, description, ...settings, tests }
}

/** A manifest is only read where it is named, so that what lies in a repository changes no app by itself. */
function tellManifest(inputs: InputReader, source: Source): void {
  if (inputs.given(['config-file']).length > 0 || (source.kind !== 'code' && source.kind !== 'context')) return
  if (!existsSync(path.join(source.path, MANIFEST))) return
  const shown = path.join(source.shownPath, MANIFEST)
  inputs.notes.push(
    `${shown} is not read: name it in \`config-file\` to take the app’s description and schemas from it.`
  )
}

/** Relative paths start here. */
export function baseOf(inputs: InputReader, workspace: string): string {
  return path.resolve(workspace, inputs.text('working-directory') ?? '.')
}

export function readRollback(inputs: InputReader): RollbackPolicy {
  return {
    onFailure: inputs.boolean('rollback-on-failure') ?? false,
    onCancel: inputs.boolean('rollback-on-cancel') ?? false
  }
}
