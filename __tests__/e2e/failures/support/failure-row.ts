import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { EmulatorOptions } from '../../../../emulator/start.ts'
import type { StepRun } from '../../../../runner/runner.ts'
import type { StageResult } from '../../../../runner/stage.ts'
import { TOKEN } from '../../../faults/support/compiling.ts'
import {
  type ActionOptions,
  type Inputs,
  inputsFor,
  inputsWithToken,
  runMain,
  startAction,
  Workspace
} from '../../../support/deploying.ts'
import { scriptedPlatform } from '../../../support/scripted-platform.ts'
import type { Platform } from './shared-platform.ts'

/** A run that fails as people fail. */
export type FailureRow = {
  /** What is wrong: who judges the golden text must come to know it from the text alone. */
  readonly what: string
  readonly inputs?: Inputs | ((place: Place) => Inputs | Promise<Inputs>)
  /** Beside the greeter, or over its files. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>
  readonly prepare?: (workspace: Workspace) => void
  /** Of a platform of its own, where the one that the rows share would not fail. */
  readonly platform?: EmulatorOptions
  /** A Rust or Go compile that fails, as the platform tells it. */
  readonly compile?: { readonly log: string; readonly error: string }
  /** Deployed before, with these inputs. */
  readonly live?: Inputs
  readonly options?: Omit<ActionOptions, 'inputs'>
  /** What else happens to the step, and what of it is looked at; left out, main is. */
  readonly stage?: (step: StepRun) => Promise<StageResult>
}

export type Place = {
  readonly platform: Platform
  readonly workspace: Workspace
  /** Ends with the run. */
  readonly stack: AsyncDisposableStack
}

/** The stage that fails. `name` is an app that no other row has on the same platform. */
export async function failedStage(row: FailureRow, platform: Platform, name: string): Promise<StageResult> {
  await using stack = new AsyncDisposableStack()
  const workspace = stack.use(new Workspace())
  for (const [file, text] of Object.entries(row.files ?? {})) {
    mkdirSync(path.dirname(path.join(workspace.path, file)), { recursive: true })
    workspace.write(file, text)
  }
  row.prepare?.(workspace)
  if (row.live) await runMain(workspace, { inputs: inputsFor(platform, { app: name, ...row.live }) })
  const given = typeof row.inputs === 'function' ? await row.inputs({ platform, workspace, stack }) : row.inputs
  const inputs = row.compile
    ? inputsWithToken(await compiling(row.compile, stack), TOKEN, { app: `acme:${name}`, 'auth-url': '', ...given })
    : inputsFor(platform, { app: name, ...given })
  const step = stack.use(startAction(workspace, { ...row.options, inputs }))
  return await (row.stage?.(step) ?? step.main)
}

async function compiling({ log, error }: NonNullable<FailureRow['compile']>, stack: AsyncDisposableStack) {
  let isOver = false
  async function* told(): AsyncGenerator<Buffer> {
    yield Buffer.from(log)
    isOver = true
  }
  const server = stack.use(await scriptedPlatform(() => ({ log: told, isOver: () => isOver, error })))
  return { grpc: server.endpoint.authority, tokenUrl: '' }
}
