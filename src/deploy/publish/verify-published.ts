import type { PublishingPlan } from '../../model/plan.ts'
import type { AppCondition, AppState } from '../../model/platform-state.ts'
import type { Run } from '../../model/ports/run.ts'
import { verifyApp } from '../verify/verify-app.ts'
import type { Publication } from './attempt.ts'
import { unasked } from './early-reads.ts'

type LiveVersion = {
  readonly published: Publication
  /** The app as it was read when the version was active. */
  readonly state: AppState
  readonly isImage: boolean
}

/** Calls the version that this run published, as `verifyApp` does and throws. */
export async function verifyPublished(
  run: Run<PublishingPlan>,
  { published, state, isImage }: LiveVersion
): Promise<void> {
  const test = run.plan.tests.cases[0]
  await verifyApp(run, { version: published.version, state, test, isImage, early: conditionBeside(published) })
}

/** How the platform said that the app is, beside a look that shows this version active: nothing is known from before. */
function conditionBeside({ version, early }: Publication): Promise<AppCondition | undefined> | undefined {
  return early && unasked(early.state.then((app) => (app?.activeVersion === version ? early.condition : undefined)))
}
