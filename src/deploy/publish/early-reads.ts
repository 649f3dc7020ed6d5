import type { PublishingPlan } from '../../model/plan.ts'
import type { AppCondition, AppState, Draft, Version } from '../../model/platform-state.ts'
import type { Run } from '../../model/ports/run.ts'
import { isToldByState } from '../verify/way-to-verify.ts'

/**
 * What is asked of the platform at once when a publish was answered, so that who checks it need not wait for one answer
 * after the other.
 */
export type EarlyReads = {
  readonly versions: Promise<readonly Version[]>
  readonly draft: Promise<Draft | undefined>
  readonly state: Promise<AppState | undefined>
  /** Where nothing but the platform will tell how the app is. */
  readonly condition?: Promise<AppCondition | undefined>
}

/** @param before The app right before it was published. */
export function readEarly({ app, plan, platform }: Run<PublishingPlan>, before: AppState): EarlyReads {
  return {
    versions: unasked(platform.readVersions(app)),
    draft: unasked(platform.readDraft(app)),
    state: unasked(platform.readApp(app)),
    ...(isToldByState(plan, before) && { condition: unasked(platform.readCondition(app)) })
  }
}

/** A run that is told to stop ends before anybody asks for it: that it failed is no bug then. */
export function unasked<T>(reading: Promise<T>): Promise<T> {
  reading.catch(() => undefined)
  return reading
}
