import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { status } from '@grpc/grpc-js'
import { expect } from '@jest/globals'
import { type Emulator, type EmulatorOptions, startEmulator } from '../../../emulator/start.ts'
import { loadSet } from '../../../emulator/wire/descriptors/descriptors.ts'
import type { Fault } from '../../../emulator/wire/faults/faults.ts'
import { madeOnce } from '../../../emulator/wire/made-once.ts'
import { type Inputs, inputsFor, runMain, Workspace } from '../../support/deploying.ts'
import { byHand, GREETER } from './by-hand.ts'

/** What post says of a rollback from version 2 to version 1. */
export const ROLLED_BACK = 'Rolled back: version 1 of acme/greeter is active again, instead of version 2.'

export type LiveApp = AsyncDisposable & {
  readonly emulator: Emulator
  /** Its greeter is version two. */
  readonly workspace: Workspace
  /** Anyone may call it. */
  readonly url: string
}

/** A platform on which version one of the greeter is live, deployed with these inputs, and a workspace with the next one. */
export async function deployedApp(options: EmulatorOptions, inputs: Inputs): Promise<LiveApp> {
  return await startedApp(options, async (emulator, workspace) => {
    const all = inputsFor(emulator, { 'allow-unauthenticated': 'true', ...inputs })
    const main = await runMain(workspace, { inputs: all })
    expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  })
}

/**
 * The same as another client leaves it, in a tenth of the time: of its calls, the writes are those of a run. Where `two` is
 * live, it is what lies in the workspace.
 */
export async function liveApp(options: EmulatorOptions = {}, live: 'one' | 'two' = 'one'): Promise<LiveApp> {
  return await startedApp(options, async (emulator) => {
    const set = loadSet({ variants: new Set(options.variants), permuteSeed: options.permuteSeed })
    using hand = byHand(emulator, GREETER, { set, codeOf: greeterCode })
    await hand.begin(live)
  })
}

async function startedApp(
  options: EmulatorOptions,
  begin: (emulator: Emulator, workspace: Workspace) => Promise<void>
): Promise<LiveApp> {
  await using starting = new AsyncDisposableStack()
  const emulator = starting.use(await startEmulator(options))
  const workspace = starting.use(new Workspace())
  await begin(emulator, workspace)
  makeVersion(workspace, 'two')
  const live = starting.move()
  const url = `${emulator.public}/acme/greeter`
  return { emulator, workspace, url, [Symbol.asyncDispose]: () => live.disposeAsync() }
}

const greeterCode = madeOnce(new Map<string, Buffer>(), (version) => {
  using workspace = new Workspace()
  makeVersion(workspace, version)
  return execFileSync('tar', ['--create', '--gzip', '--directory', path.join(workspace.path, 'greeter'), '.'])
})

export function makeVersion(workspace: Workspace, version: string): void {
  workspace.edit('handler.py', (text) => text.replace(/VERSION = ".*"/, `VERSION = "${version}"`))
}

/** A platform that fails at these calls of a method, counted from the start of the emulator. */
export function failingAt(method: string, calls: readonly number[], fault: Fault): EmulatorOptions {
  return { faults: [{ method: `ComputeService/${method}`, calls, fault }] }
}

export function refusal(code: status = status.FAILED_PRECONDITION): Fault {
  return { action: 'status', code, details: 'not on a Friday', afterEffect: false }
}

/** How the answer to a call is lost that may be sent again, and how often it is sent: before that, it is looked for for a minute. */
export const LOST_ANSWERS = [
  { how: 'after it took effect', action: 'drop-after', times: 1 },
  { how: 'before it took effect', action: 'drop-before', times: 2 }
] as const

/** Until the platform has that many calls of a method, which may all be under way. */
export async function arrived({ arrivals }: Pick<Emulator, 'arrivals'>, method: string, times = 1): Promise<void> {
  const full = method.includes('/') ? method : `ComputeService/${method}`
  while (arrivals.filter((each) => each === full).length < times) await sleep(10)
}

/** The calls of a method that have ended. */
export function callsOf({ journal }: Pick<Emulator, 'journal'>, method: string): number {
  return journal.filter((entry) => entry.method === `ComputeService/${method}`).length
}
