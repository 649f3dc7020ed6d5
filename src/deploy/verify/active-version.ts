import type { Speaker } from '../../model/errors.ts'
import type { DeployPlan, TestCase } from '../../model/plan.ts'
import type { AppCondition, AppState } from '../../model/platform-state.ts'
import type { Run } from '../../model/ports/run.ts'

/** What verifying needs of a plan, whatever else it says. */
export type VerifyingRun = Run<Pick<DeployPlan, 'verify' | 'tests'> & Partial<Pick<DeployPlan, 'rollback'>>>

/** The version that has to be well. */
export type ActiveVersion = {
  readonly version: number
  /** The app as it was read when the version was active. */
  readonly state: AppState
  /** What a private app is called with, once; undefined where there is nothing. What is expected of it is asked for. */
  readonly test: TestCase | undefined
  /** How the platform said that the app is, where it was asked beside what shows the version active. */
  readonly early?: Promise<AppCondition | undefined> | undefined
  /** Whether the run made it of an image; undefined where it was not made by this run. */
  readonly isImage?: boolean
}

/** Whether a runtime of the platform's runs it. What the platform says of it counts, else what the run knows. */
export function isManaged({ state, isImage }: ActiveVersion): boolean {
  return (state.isImage ?? isImage) === false
}

/** Who tells why it is not well: of an image it may be the platform, in the words of a container. */
export function speakerOf(active: ActiveVersion): Speaker {
  return isManaged(active) ? 'program' : 'platform'
}
