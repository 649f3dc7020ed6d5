import path from 'node:path'
import type { Plan, RollbackPolicy } from '../model/plan.ts'
import type { RunFacts } from './facts.ts'
import type { InputReader } from './input-reader.ts'
import { parseApp, parseMode } from './parse/parse-values.ts'
import { readSettings } from './read-settings.ts'
import { readTests } from './read-tests.ts'
import { readDescription } from './source/read-description.ts'
import { type Inspectors, readSource } from './source/read-source.ts'

/** The inputs as a plan. Undefined where something is wrong; the reader then holds all of it. */
export async function readPlan(inputs: InputReader, facts: RunFacts, inspect: Inspectors): Promise<Plan | undefined> {
  inputs.rejectUnknown()
  inputs.line('working-directory')
  const target = inputs.read('app', parseApp)
  if (inputs.given(['app']).length === 0) {
    inputs.rejectLacking(['app'], '`app` is missing.', 'Write the app’s name, for example app: greeter.')
  }
  inputs.read('mode', parseMode)
  const base = baseOf(inputs, facts.workspace)
  const source = await readSource({ inputs, facts, base, inspect })
  const description = readDescription(inputs, base)
  const { settings, envUpdateStrategy } = readSettings(inputs)
  const createApp = inputs.boolean('create-app') ?? true
  const tests = readTests(inputs, base)
  const rollback = readRollback(inputs)
  if (!target || !source || inputs.problems.length > 0) return undefined
  return { target, createApp, source, description, settings, envUpdateStrategy, tests, rollback }
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
