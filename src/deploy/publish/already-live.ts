import type { Outcome } from '../../model/outcome.ts'
import type { Run } from '../../model/ports/run.ts'
import type { SettingsUpdate } from '../settings/change-settings.ts'
import { readLive } from './read-live.ts'

/** The active version holds the expected code: only settings may be left to change. */
export async function alreadyLive(run: Run, settings: SettingsUpdate): Promise<Outcome> {
  const { tools } = run
  await settings.apply()
  await readLive(run)
  if (tools.ledger.open) tools.ledger.close()
  return { status: 'unchanged', reason: 'unchanged' }
}
