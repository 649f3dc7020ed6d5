import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DEFAULT_ACCOUNT, type Emulator } from '../../emulator/start.ts'
import { type RunOptions, runAction, type StepRun, smuggled } from '../../runner/runner.ts'
import type { StageResult } from '../../runner/stage.ts'
import { OUTPUTS } from '../../src/action/outputs.ts'
import type { AppState, Version } from '../../src/model/platform-state.ts'
import { parseEndpoint } from '../../src/model/values/endpoint.ts'
import { staticToken } from '../../src/platform/token/token.ts'
import { connected } from '../platform/support/connecting.ts'
import { COMPILE_CACHE } from './compile-cache.ts'
import { readResult, textOf } from './result.ts'

export const ROOT = path.resolve(import.meta.dirname, '../..')

/** The commands that the action itself may write. */
export const OWN_COMMANDS = ['add-mask', 'debug', 'notice', 'warning', 'error', 'group', 'endgroup']

/** A checkout with a copy of examples/greeter in it. */
export class Workspace implements Disposable {
  readonly path = mkdtempSync(path.join(tmpdir(), 'ignite-e2e-'))

  constructor() {
    cpSync(path.join(ROOT, 'examples/greeter'), path.join(this.path, 'greeter'), { recursive: true })
  }

  /** Changes one file of the greeter. */
  edit(file: string, change: (text: string) => string): void {
    const where = path.join(this.path, 'greeter', file)
    writeFileSync(where, change(readFileSync(where, 'utf8')))
  }

  write(file: string, text: string | Uint8Array): void {
    writeFileSync(path.join(this.path, file), text)
  }

  remove(file: string): void {
    rmSync(path.join(this.path, file))
  }

  /** Copies a file of this repository into it. */
  copy(from: string, to: string): void {
    cpSync(path.join(ROOT, from), path.join(this.path, to))
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true })
  }
}

export type Inputs = Readonly<Record<string, string>>

/** What every deployment to the emulator names. An input that is given replaces it; an empty one leaves it out. */
export function inputsFor(emulator: Pick<Emulator, 'grpc' | 'tokenUrl'>, inputs: Inputs = {}): Inputs {
  return {
    app: 'greeter',
    code: 'greeter',
    'api-endpoint': emulator.grpc,
    'auth-url': emulator.tokenUrl,
    'service-account-id': DEFAULT_ACCOUNT.id,
    'service-account-secret': DEFAULT_ACCOUNT.secret,
    ...inputs
  }
}

/** The same, with a bearer token in place of the service account. */
export function inputsWithToken(
  emulator: Pick<Emulator, 'grpc' | 'tokenUrl'>,
  token: string,
  inputs: Inputs = {}
): Inputs {
  return inputsFor(emulator, { 'service-account-id': '', 'service-account-secret': '', token, ...inputs })
}

export type Deployed = {
  readonly main: StageResult
  readonly post: StageResult
  /** What other jobs would get: without empty values, and without those that hold a masked text. */
  readonly jobOutputs: Readonly<Record<string, string>>
}

/** The action is the built one of this tree, where no other directory is named. */
export type ActionOptions = Omit<RunOptions, 'directory' | 'workspace'> & { readonly directory?: string }

/** Starts the built action; hold it with `await using`. */
export function startAction(workspace: Workspace, options: ActionOptions): StepRun {
  return runAction({ directory: ROOT, workspace: workspace.path, host: COMPILE_CACHE, ...options })
}

/**
 * Main and post, from start to end, with the checks that hold for every run. `look` is told of main while its temporary
 * files are there.
 */
export async function run(
  workspace: Workspace,
  options: ActionOptions,
  look: Look = () => undefined
): Promise<Deployed> {
  await using step = startAction(workspace, options)
  const main = await mainOf(step, look)
  const post = await step.post()
  expectOwnCommands(post)
  return { main, post, jobOutputs: step.jobOutputs() }
}

/** The same of main, for tests of what is over when post begins. */
export async function runMain(
  workspace: Workspace,
  options: ActionOptions,
  look: Look = () => undefined
): Promise<StageResult> {
  await using step = startAction(workspace, options)
  return await mainOf(step, look)
}

type Look = (main: StageResult) => void

async function mainOf(step: StepRun, look: Look): Promise<StageResult> {
  const main = await step.main
  look(main)
  expectOwnCommands(main)
  return main
}

/** Throws where a stage has printed a command that is not ours. */
export function expectOwnCommands(stage: StageResult): void {
  const foreign = smuggled(stage, { names: OWN_COMMANDS })
  if (foreign.length > 0) throw new Error(`Commands in the log that are not ours: ${JSON.stringify(foreign)}`)
}

export async function callUrl(url: string | undefined, payload: unknown = { name: 'Ada' }): Promise<unknown> {
  const answer = await fetch(url ?? '', { method: 'POST', body: JSON.stringify(payload) })
  return await answer.json()
}

const READS = [
  ...['GetApp', 'GetDraftInfo', 'ListAppVersions', 'GetExecution', 'GetAppCode'],
  ...['GetAppLogs', 'StreamAppLogs', 'GetAppState', 'GetAppEvents', 'ListAppReplicas']
].map((name) => `ComputeService/${name}`)

/** The calls that change something, in their order. */
export function writesTo({ journal }: Pick<Emulator, 'journal'>): readonly string[] {
  return journal.map(({ method }) => method).filter((method) => !READS.includes(method))
}

/** What the platform holds of an app, read beside the action. */
export async function remote(
  { grpc, mint }: Pick<Emulator, 'grpc' | 'mint'>,
  app = { organization: 'acme', name: 'greeter' }
): Promise<{ readonly state: AppState | undefined; readonly versions: readonly Version[] }> {
  const endpoint = parseEndpoint(grpc)
  if ('problem' in endpoint) throw new Error(endpoint.problem)
  const token = staticToken(mint({ org: app.organization, ttlSeconds: 60 }))
  using platform = await connected({ endpoint }, { token })
  return { state: await platform.readApp(app), versions: await platform.readVersions(app) }
}

export function messagesOf(
  { annotations }: StageResult,
  level: StageResult['annotations'][number]['level']
): readonly string[] {
  return annotations.filter((each) => each.level === level).map(({ message }) => message)
}

/** All outputs but `result`, which is checked to hold each of them with its type, as docs/result.schema.json says. */
export function outputsOf({ outputs }: StageResult): Readonly<Record<string, string>> {
  const { result = '', ...others } = outputs
  if (Object.keys(outputs).toSorted().join() !== [...OUTPUTS].toSorted().join()) {
    throw new Error(`These outputs are set: ${Object.keys(outputs).join(', ')}`)
  }
  const { version: _, ...values } = readResult(result)
  for (const [name, value] of Object.entries(others)) {
    if (textOf(values[name]) !== value) {
      throw new Error(`The output ${name} is ${JSON.stringify(value)}, but ${JSON.stringify(values[name])} in result`)
    }
  }
  if (Object.keys(values).length !== Object.keys(others).length) throw new Error(`result has other keys: ${result}`)
  return others
}

/** Every run that fails: exit 1, one red line beside those pinned to files, every output set. Gives that line. */
export function theFailure(main: StageResult): {
  readonly reason: string | undefined
  readonly message: string
  readonly title: string
} {
  const errors = main.annotations.filter(({ level, properties }) => level === 'error' && !('file' in properties))
  if (main.exitCode !== 1 || errors.length !== 1 || outputsOf(main)['status'] !== 'failed') {
    throw new Error(`Not a failure with one error: exit ${main.exitCode}\n${main.log}`)
  }
  const [{ message, properties } = { message: '', properties: {} as Record<string, string> }] = errors
  return { reason: main.outputs['reason_code'], message, title: properties['title'] ?? '' }
}
