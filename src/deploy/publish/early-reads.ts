import type { ExpectedError } from '../../model/errors.ts'
import type { AppState, Draft, Version } from '../../model/platform-state.ts'
import type { Run } from '../../model/ports/run.ts'
import { readable } from './find-version.ts'

/**
 * What is asked of the platform at once when a publish was answered, so that who checks it need not wait for one answer
 * after the other. What could not be read is the error: who needs it asks again.
 */
export type EarlyReads = {
  readonly versions: Promise<readonly Version[] | ExpectedError>
  readonly draft: Promise<Draft | undefined | ExpectedError>
  readonly state: Promise<AppState | undefined | ExpectedError>
}

export function readEarly({ app, platform }: Pick<Run, 'app' | 'platform'>): EarlyReads {
  return {
    versions: heldBack(platform.readVersions(app)),
    draft: heldBack(platform.readDraft(app)),
    state: heldBack(platform.readApp(app))
  }
}

/** Nobody may come to ask for it: a run that is told to stop ends before. */
function heldBack<T>(reading: Promise<T>): Promise<T | ExpectedError> {
  const read = readable(reading)
  read.catch(() => undefined)
  return read
}
