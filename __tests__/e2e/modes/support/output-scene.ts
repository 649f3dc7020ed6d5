import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { type Emulator, startEmulator } from '../../../../emulator/start.ts'
import type { StageResult } from '../../../../runner/stage.ts'
import { type Inputs, inputsFor, runMain, startAction, Workspace } from '../../../support/deploying.ts'
import { byHand, CALLS, GREETER, type Held, PREVIEW } from '../../support/by-hand.ts'
import { arrived } from '../../support/live-app.ts'
import type { OutputRow } from './output-row.ts'

export type Ended = {
  readonly main: StageResult
  readonly before: Held
  readonly after: Held
  /** The hash of the draft that the run saved, or found; empty where there is none. */
  readonly ownHash: string
  /** Whether the platform has run an execution of this id. */
  readonly hasExecution: (id: string) => Promise<boolean>
}

/** Runs a row, and hands over what it ended with. The platform is still there then. */
export async function playRow(row: OutputRow, look: (ended: Ended) => Promise<void>): Promise<void> {
  const callsBefore = (method: string) => CALLS[row.begins][method] ?? 0
  const faults = (row.fails ?? []).map(({ method, call = 1, fault }) => ({
    method: `ComputeService/${method}`,
    calls: [callsBefore(method) + call],
    fault
  }))
  const emulator = await startEmulator({ ...row.platform, faults })
  const platform = byHand(emulator, row.mode === 'preview' ? PREVIEW : GREETER)
  using workspace = new Workspace()
  try {
    await platform.begin(row.begins)
    for (const [file, text] of Object.entries(row.files ?? {})) {
      mkdirSync(path.dirname(path.join(workspace.path, file)), { recursive: true })
      workspace.write(file, text)
    }
    if (row.isRepeated) await runMain(workspace, { inputs: inputsFor(emulator, row.inputs) })
    const before = await platform.read()
    const inputs = inputsFor(emulator, filled({ mode: row.mode, ...row.inputs }, before))
    const calls = emulator.journal.length
    await using step = startAction(workspace, { inputs, ...row.options })
    const own = (method: string) => arrived(emulator, method, callsBefore(method) + 1)
    const [main] = await Promise.all([step.main, row.meanwhile?.({ step, platform, workspace, arrived: own })])
    const after = await platform.read()
    const ownHash = savedBy(emulator, calls) ?? before.draftHash
    await look({ main, before, after, ownHash, hasExecution: platform.hasExecution })
  } finally {
    platform[Symbol.dispose]()
    await emulator.close()
  }
}

/** A row does not know what the platform will call its draft. */
function filled(inputs: Inputs, { draftHash, meta, versions }: Held): Inputs {
  const active = versions.get(meta?.active_version ?? 0) ?? ''
  const words: Readonly<Record<string, string>> = { DRAFT: draftHash, ACTIVE: active }
  const fill = (text: string) => text.replace(/DRAFT|ACTIVE/, (word) => words[word] ?? word)
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, fill(value)]))
}

/** By the platform's own answer to the run's first SaveDraft. */
function savedBy({ journal }: Emulator, from: number): string | undefined {
  const saved = journal
    .slice(from)
    .find(({ method, agent }) => method.endsWith('/SaveDraft') && agent.includes('ignite-deploy'))
  const answer = saved?.answer as { readonly draft?: { readonly code_hash: string } } | undefined
  return answer?.draft?.code_hash
}
