import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DEFAULT_ACCOUNT, type Emulator } from '../../emulator/start.ts'
import { type RunOptions, runAction, type StepRun, smuggled } from '../runner/runner.ts'
import type { StageResult } from '../runner/stage.ts'

export const ROOT = path.resolve(import.meta.dirname, '../..')

/** The commands that the action itself may write. */
const OWN_COMMANDS = ['add-mask', 'debug', 'notice', 'warning', 'error', 'group', 'endgroup']

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

export type Deployed = { readonly main: StageResult; readonly post: StageResult }

/** Starts the built action; hold it with `await using`. */
export function startAction(workspace: Workspace, options: Omit<RunOptions, 'directory' | 'workspace'>): StepRun {
  return runAction({ directory: ROOT, workspace: workspace.path, ...options })
}

/** Main and post, from start to end, with the checks that hold for every run. */
export async function run(workspace: Workspace, options: Omit<RunOptions, 'directory' | 'workspace'>): Promise<Deployed> {
  await using step = startAction(workspace, options)
  const main = await step.main
  const post = await step.post()
  for (const stage of [main, post]) {
    const foreign = smuggled(stage, { names: OWN_COMMANDS })
    if (foreign.length > 0) throw new Error(`Commands in the log that are not ours: ${JSON.stringify(foreign)}`)
  }
  return { main, post }
}

export async function callUrl(url: string | undefined, payload: unknown = { name: 'Ada' }): Promise<unknown> {
  const answer = await fetch(url ?? '', { method: 'POST', body: JSON.stringify(payload) })
  return await answer.json()
}
