import type { status } from '@grpc/grpc-js'
import { type Emulator, type EmulatorOptions, startEmulator } from '../../../emulator/start.ts'
import type { Fault } from '../../../emulator/wire/faults/faults.ts'
import type { StepRun } from '../../../runner/runner.ts'
import type { StageResult } from '../../../runner/stage.ts'
import { type Inputs, inputsFor, remote, run, Workspace } from '../../support/deploying.ts'
import type { Facts } from './fault-case.ts'

const PUBLISH = 'ComputeService/PublishDraft'

/** A platform whose first publish goes wrong. */
export function publishing(fault: Fault, options: EmulatorOptions = {}): Promise<Emulator> {
  return startEmulator({ ...options, faults: [{ method: PUBLISH, calls: [1], fault }] })
}

export function answered(code: status, afterEffect = false): Fault {
  return { action: 'status', code, details: 'not on a Friday', afterEffect }
}

/** How each publish ended, in their order. */
export function publishesOf({ journal }: Emulator): readonly string[] {
  return journal.filter(({ method }) => method === PUBLISH).map(({ outcome }) => outcome)
}

export async function numbersOn(emulator: Emulator): Promise<readonly number[]> {
  return (await remote(emulator)).versions.map(({ number }) => number)
}

/** Deploys once and says how it ended, and what is left on the platform. */
export async function deployedTo(emulator: Emulator, inputs: Inputs = {}) {
  using workspace = new Workspace()
  const { main, post } = await run(workspace, { inputs: inputsFor(emulator, inputs) })
  return { main, post, facts: await factsOf(emulator, main) }
}

/** The same of a run that has been started. */
export async function ended(emulator: Emulator, step: StepRun): Promise<Facts> {
  return await factsOf(emulator, await step.main)
}

async function factsOf(emulator: Emulator, { exitCode, outputs }: StageResult): Promise<Facts> {
  return {
    exit: exitCode ?? -1,
    reason: outputs['reason_code'] ?? '',
    changed: outputs['changed'] ?? '',
    'says it published': outputs['published_version'] ?? '',
    publishes: publishesOf(emulator),
    versions: await numbersOn(emulator)
  }
}
