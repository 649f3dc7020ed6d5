import type { Emulator } from '../../../emulator/start.ts'
import type { StageResult } from '../../../runner/stage.ts'
import { theFailure } from '../../support/deploying.ts'

/** How main ended: its exit code and the output `reason_code`. */
export function ending(main: StageResult): { readonly exit: number; readonly reason: string } {
  return { exit: main.exitCode ?? -1, reason: main.outputs['reason_code'] ?? '' }
}

/** `yes` where the one error of a run holds these words, and the error itself where it does not. */
export function errorSays(main: StageResult, words: string): string {
  const { title, message } = theFailure(main)
  const error = `${title}: ${message}`
  return error.includes(words) ? 'yes' : error
}

/** How many lines the one error of a run has. */
export function errorLines(main: StageResult): number {
  return theFailure(main).message.split('\n').length
}

/** How often a method of ComputeService was called, whatever came of it. */
export function callsOf({ journal }: Pick<Emulator, 'journal'>, method: string): number {
  return journal.filter((entry) => entry.method === `ComputeService/${method}`).length
}
