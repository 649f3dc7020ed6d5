import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { StageResult } from '../../../runner/stage.ts'
import type { Call, Handler } from '../../platform/support/fake-server.ts'
import { type Deployed, type Inputs, inputsWithToken, run, Workspace } from '../../support/deploying.ts'
import { type Compile, scriptedPlatform } from '../../support/scripted-platform.ts'
import type { Facts } from './fault-case.ts'

export const TOKEN = 'an-opaque-token-of-acme'

export type CompiledOptions = {
  readonly handlers?: Readonly<Record<string, Handler>>
  readonly inputs?: Inputs
  readonly env?: Readonly<Record<string, string>>
  readonly debug?: boolean
  /** Files of the crate beside Cargo.toml. */
  readonly files?: readonly string[]
  /** Told of main while its temporary files are there. */
  readonly look?: (main: StageResult) => void
}

export type Compiled = Deployed & {
  /** The lines of the compiler as the job log shows them while it compiles, without the gutter. */
  readonly shown: readonly string[]
  readonly calls: readonly Call[]
}

/** Deploys a Rust crate to a platform whose compile is scripted. `run` throws where a command was smuggled. */
export async function compiled(
  compile: Compile,
  { handlers, inputs = {}, files = [], look, ...options }: CompiledOptions = {}
): Promise<Compiled> {
  await using server = await scriptedPlatform(() => compile, handlers)
  using workspace = new Workspace()
  for (const file of ['Cargo.toml', ...files]) {
    mkdirSync(path.dirname(path.join(workspace.path, 'crate', file)), { recursive: true })
    workspace.write(path.join('crate', file), '')
  }
  const target = { grpc: server.endpoint.authority, tokenUrl: '' }
  const named = inputsWithToken(target, TOKEN, { app: 'acme:crate', code: 'crate', 'auth-url': '', ...inputs })
  const deployed = await run(workspace, { inputs: named, ...options }, look)
  return { ...deployed, shown: compilerLines(deployed.main), calls: server.calls }
}

/** What the log of a compile or build says: in its group, or in the open where it is short and the step failed. */
export function compilerLines({ log }: StageResult): readonly string[] {
  // What comes slowly is in the open too, before the group that more of it opens.
  const [open = '', grouped = ''] = log.split(/^##\[group\](?:Compile draft|Build image)\n/m)
  const [inside = ''] = grouped.split('##[endgroup]\n')
  return `${open}${inside}`.split('\n').flatMap((line) => (line.startsWith('| ') ? [line.slice(2)] : []))
}

const GAP = /^The log was interrupted here: lines may be missing, or shown twice\.$/gm

/** What became of a run, and of the lines that its compiler said, all of which are different. */
export function streamFacts({ main, shown }: Pick<Compiled, 'main' | 'shown'>, said: readonly string[]): Facts {
  return {
    exit: main.exitCode ?? -1,
    reason: main.outputs['reason_code'] ?? '',
    'lines lost': said.filter((line) => !shown.includes(line)).length,
    'lines twice': said.filter((line) => shown.indexOf(line) !== shown.lastIndexOf(line)).length,
    'gaps told': main.log.match(GAP)?.length ?? 0
  }
}
