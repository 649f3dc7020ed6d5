import path from 'node:path'
import { type Problem, SourceError } from '../deploy/errors.ts'
import {
  type CodeSource,
  type EnvUpdateStrategy,
  type Plan,
  type RollbackPolicy,
  RUNTIMES,
  RUST_TARGETS,
  type Runtime,
  type SettingsChange,
  TIERS
} from '../deploy/plan.ts'
import type { Inspect } from '../deploy/ports.ts'
import { enumerate } from '../deploy/words.ts'
import type { InputReader } from './input-reader.ts'
import { parseKeyValues } from './key-values.ts'
import { parseApp, parseChoice, parseHealthPath, parsePorts } from './parse.ts'
import { readTests } from './read-tests.ts'

/** The inputs as a plan. Undefined where something is wrong; the reader then holds all of it. */
export async function readPlan(inputs: InputReader, workspace: string, inspect: Inspect): Promise<Plan | undefined> {
  inputs.rejectUnknown()
  const target = inputs.read('app', parseApp)
  if (inputs.given(['app']).length === 0) {
    inputs.reject(['app'], '`app` is missing.', 'Write the app’s name, for example app: greeter.')
  }
  inputs.read('mode', (text) => parseChoice(text, ['deploy']))
  const source = await readSource(inputs, workspace, inspect)
  const { settings, envUpdateStrategy } = readSettings(inputs)
  const createApp = inputs.boolean('create-app') ?? true
  const tests = readTests(inputs, baseOf(inputs, workspace))
  const rollback = readRollback(inputs)
  if (!target || !source || inputs.problems.length > 0) return undefined
  return { target, createApp, source, settings, envUpdateStrategy, tests, rollback }
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

async function readSource(inputs: InputReader, workspace: string, inspect: Inspect): Promise<CodeSource | undefined> {
  const runtime = inputs.read('runtime', (text) => parseChoice(text, RUNTIMES))
  const sources = ['code', 'git-url', 'image-ref']
  if (inputs.rejectTogether(sources, 'Keep one of them: an app has one source.')) return undefined
  const shownPath = inputs.text('code')
  if (shownPath === undefined) {
    if (inputs.given(sources).length === 0) {
      inputs.reject(
        ['code'],
        'No source is given.',
        'Set `code` to the directory that holds the app, for example code: .'
      )
    }
    return undefined
  }
  const code = { path: path.resolve(baseOf(inputs, workspace), shownPath), shownPath, runtime }
  const inspected = await inspect(code).catch(problemInFiles)
  if ('problems' in inspected) {
    inputs.problems.push(...inspected.problems)
    return undefined
  }
  const { runtime: found, runtimeFrom } = inspected
  return { kind: 'code', path: code.path, shownPath, runtime: found, runtimeFrom, ...readRust(inputs, found) }
}

function readRust(inputs: InputReader, runtime: Runtime): Pick<CodeSource, 'rustTarget' | 'toolchain'> {
  const rustTarget = inputs.read('rust-target', (text) => parseChoice(text, RUST_TARGETS))
  const toolchain = inputs.text('toolchain')
  const given = inputs.given(['rust-target', 'toolchain'])
  if (runtime !== 'rust' && given.length > 0) {
    const names = enumerate(given.map((name) => `\`${name}\``))
    inputs.reject(
      given,
      `${names} ${given.length > 1 ? 'are' : 'is'} for Rust, and this app is ${runtime}.`,
      'Remove it.'
    )
  }
  return { rustTarget, toolchain }
}

/** What cannot be packed is reported together with what else is wrong. */
function problemInFiles(error: unknown): { readonly problems: readonly Problem[] } {
  if (!(error instanceof SourceError)) throw error
  return { problems: [{ inputs: ['code'], message: error.message, fix: error.hint ?? '', inFiles: true }] }
}

function readSettings(inputs: InputReader): { settings: SettingsChange; envUpdateStrategy: EnvUpdateStrategy } {
  const clearsEnv = inputs.text('env') === '{}'
  const env = clearsEnv ? {} : inputs.read('env', parseKeyValues, inputs.raw('env'))
  const strategy = inputs.read('env-update-strategy', (text) => parseChoice(text, ['merge', 'overwrite'] as const))
  const tier = inputs.read('tier', (text) => parseChoice(text, TIERS))
  const allowUnauthenticated = inputs.boolean('allow-unauthenticated')
  const healthPath = inputs.read('health-path', parseHealthPath)
  const ports = inputs.read('ports', parsePorts)
  return {
    settings: {
      ...(env && { env }),
      ...(tier && { tier }),
      ...(allowUnauthenticated !== undefined && { allowUnauthenticated }),
      ...(healthPath && { healthPath }),
      ...(ports && { ports })
    },
    envUpdateStrategy: clearsEnv ? 'overwrite' : (strategy ?? 'merge')
  }
}
