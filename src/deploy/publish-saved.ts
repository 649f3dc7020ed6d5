import type { Outcome } from '../model/outcome.ts'
import type { PublishPlan } from '../model/plan.ts'
import type { Tools } from '../model/ports/ports.ts'
import { expectedDraft } from './draft/expected-draft.ts'
import { testDraft } from './draft/test-draft.ts'
import { checkActive, outcomeOf } from './publish/active.ts'
import { alreadyLive } from './publish/already-live.ts'
import { publishDraft } from './publish/publish-draft.ts'
import { verifyPublished } from './publish/verify-published.ts'
import { SettingsUpdate } from './settings/change-settings.ts'
import { connect } from './start/connect-run.ts'
import { existingApp } from './start/find-app.ts'
import { tellUnset } from './start/listed-variables.ts'
import { requireChanges } from './start/require-changes.ts'

/** The draft that an earlier run saved, published as `deploy` does it. */
export async function publishSaved(plan: PublishPlan, tools: Tools): Promise<Outcome> {
  const run = await connect(plan, tools)
  const app = await existingApp(run)
  requireChanges(run, app.state.settings)
  tellUnset(run, app.state.settings)
  const ready = await expectedDraft(run, app)

  await using settings = new SettingsUpdate(run, app.state)
  if (!ready) return await alreadyLive(run, settings)
  await testDraft(run, ready, settings)
  await settings.apply()
  const published = await publishDraft(run, { app, ready, settings })
  const state = await checkActive(run, { published, draft: ready.draft })
  await verifyPublished(run, { published, state, isImage: ready.isImage })
  return outcomeOf(run, published, state)
}
