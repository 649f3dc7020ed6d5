import path from 'node:path'
import { type CodeSource, type EnvUpdateStrategy, type Plan, RUNTIMES, type SettingsChange, TIERS } from '../deploy/plan.ts'
import { type Problem, SourceError } from '../deploy/errors.ts'
import type { Inspect } from '../deploy/ports.ts'
import type { InputReader } from './input-reader.ts'
import { parseKeyValues } from './key-values.ts'
import { parseApp, parseChoice, parseHealthPath, parsePorts } from './parse.ts'

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
  if (!target || !source || inputs.problems.length > 0) return undefined
  return { target, createApp, source, settings, envUpdateStrategy }
}

async function readSource(inputs: InputReader, workspace: string, inspect: Inspect): Promise<CodeSource | undefined> {
  const runtime = inputs.read('runtime', (text) => parseChoice(text, RUNTIMES))
  const sources = ['code', 'git-url', 'image-ref']
  if (inputs.rejectTogether(sources, 'Keep one of them: an app has one source.')) return undefined
  const shownPath = inputs.text('code')
  if (shownPath === undefined) {
    if (inputs.given(sources).length === 0) {
      inputs.reject(['code'], 'No source is given.', 'Set `code` to the directory that holds the app, for example code: .')
    }
    return undefined
  }
  const base = path.resolve(workspace, inputs.text('working-directory') ?? '.')
  const code = { path: path.resolve(base, shownPath), shownPath, runtime }
  const inspected = await inspect(code).catch(problemInFiles)
  if ('problems' in inspected) {
    inputs.problems.push(...inspected.problems)
    return undefined
  }
  return { kind: 'code', path: code.path, shownPath, runtime: inspected.runtime, runtimeFrom: inspected.runtimeFrom }
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
