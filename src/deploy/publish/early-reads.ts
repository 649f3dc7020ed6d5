import type { AppState, Draft, Version } from '../../model/platform-state.ts'
import type { Run } from '../../model/ports/run.ts'

/**
 * What is asked of the platform at once when a publish was answered, so that who checks it need not wait for one answer
 * after the other.
 */
export type EarlyReads = {
  readonly versions: Promise<readonly Version[]>
  readonly draft: Promise<Draft | undefined>
  readonly state: Promise<AppState | undefined>
}

export function readEarly({ app, platform }: Pick<Run, 'app' | 'platform'>): EarlyReads {
  return {
    versions: unasked(platform.readVersions(app)),
    draft: unasked(platform.readDraft(app)),
    state: unasked(platform.readApp(app))
  }
}

/** A run that is told to stop ends before anybody asks for it: that it failed is no bug then. */
function unasked<T>(reading: Promise<T>): Promise<T> {
  reading.catch(() => undefined)
  return reading
}
