import { saveState } from '@actions/core'
import type { Ledger, OpenRun } from '../deploy/ports.ts'

/** The one key under which main leaves what post must know. */
export const STATE_KEY = 'ignite_deploy'

/** `closed` is written too: the last append wins, and post then ends at once. */
export type SavedState =
  | { readonly run: string; readonly closed: true }
  | { readonly run: string; readonly closed: false; readonly open: OpenRun }

/** Writes state the moment something exists that post may have to settle: each write is one append to a file. */
export function runnerLedger(run: string): Ledger {
  const save = (state: SavedState): void => saveState(STATE_KEY, JSON.stringify(state))
  return {
    write: (open) => save({ run, closed: false, open }),
    close: () => save({ run, closed: true })
  }
}
