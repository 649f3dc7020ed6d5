import type { EmulatorOptions } from '../../../../emulator/start.ts'
import type { Fault } from '../../../../emulator/wire/faults/faults.ts'
import type { StepRun } from '../../../../runner/runner.ts'
import type { OUTPUTS } from '../../../../src/action/outputs.ts'
import type { Outcome } from '../../../../src/model/outcome.ts'
import type { Mode } from '../../../../src/model/plan.ts'
import type { ActionOptions, Inputs, Workspace } from '../../../support/deploying.ts'
import type { Begin, ByHand } from '../../support/by-hand.ts'

export type OutputName = (typeof OUTPUTS)[number]

/** There, and not the same in every run: what it must be is read from the platform. */
export const SET = 'set'

export type OutputRow = {
  readonly mode: Mode
  /** How the run ended, for a reader of the page. */
  readonly ending: string
  readonly begins: Begin
  readonly platform?: EmulatorOptions
  /** The run's nth call of a method goes wrong. */
  readonly fails?: readonly { readonly method: string; readonly call?: number; readonly fault: Fault }[]
  readonly inputs?: Inputs
  readonly files?: Readonly<Record<string, string>>
  readonly options?: Pick<ActionOptions, 'event' | 'github'>
  /** What happens while main runs. */
  readonly meanwhile?: (scene: Scene) => Promise<void>
  readonly ends: ExpectedEnd
  /** The same run was made before. */
  readonly isRepeated?: true
  /** Takes a minute and more. */
  readonly isSlow?: true
}

/** What the rows of a group have in common. */
export type CommonRow = Pick<OutputRow, 'mode' | 'begins' | 'inputs'>

/** Makes the rows of a group: a row may begin otherwise, and its inputs are added. */
export function rowOf(common: CommonRow): (row: Omit<OutputRow, 'mode' | 'begins'> & Partial<OutputRow>) => OutputRow {
  return (row) => ({ ...common, ...row, inputs: { ...common.inputs, ...row.inputs } })
}

export type Scene = {
  readonly step: StepRun
  readonly platform: ByHand
  readonly workspace: Workspace
  /** Resolves when the run's first call of the method is with the platform. */
  readonly arrived: (method: string) => Promise<void>
}

/** Outputs that are not named are empty, but for `duration_ms` and `result`, which always are set. */
export type ExpectedEnd = Partial<Record<Exclude<OutputName, 'status' | 'reason_code' | 'changed'>, string>> & {
  readonly status: Outcome['status']
  readonly reason_code: Outcome['reason']
  readonly changed: 'true' | 'false' | ''
}
