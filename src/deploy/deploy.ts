import type { Outcome } from '../model/outcome.ts'
import type { DeployPlan } from '../model/plan.ts'
import type { Tools } from '../model/ports/ports.ts'
import { checkRegistrySecret } from './code/prebuilt-image.ts'
import { startPacking } from './code/prepare-code.ts'
import { compareBeside } from './compare/compare-beside.ts'
import { unchanged } from './compare/unchanged.ts'
import { finishDraft } from './draft/finish-draft.ts'
import { saveDraft } from './draft/save-draft.ts'
import { testDraft } from './draft/test-draft.ts'
import { checkActive, outcomeOf } from './publish/active.ts'
import { publishDraft } from './publish/publish-draft.ts'
import { verifyPublished } from './publish/verify-published.ts'
import { SettingsUpdate } from './settings/change-settings.ts'
import { prepareApp } from './start/app.ts'
import { connect } from './start/connect-run.ts'

/** The deployment, top to bottom. Nothing that is live changes before the tests have passed. */
export async function deploy(plan: DeployPlan, tools: Tools): Promise<Outcome> {
  const packing = startPacking(plan, tools)
  const run = await connect(plan, tools)
  const { contents, makeCode } = await packing(run)
  await checkRegistrySecret(run)

  const app = await prepareApp(run)
  await using _ = compareBeside(run, app, contents)
  const code = await makeCode(app.state.activeVersion)
  const saved = await saveDraft(run, code)
  const savedAsLive = await unchanged(run, { draft: saved, code })
  if (savedAsLive) return savedAsLive
  const ready = await finishDraft(run, saved, code)
  const madeAsLive = await unchanged(run, { draft: ready.draft, code, before: saved })
  if (madeAsLive) return madeAsLive

  await using settings = new SettingsUpdate(run, app.state)
  await testDraft(run, ready, settings)
  await settings.apply()
  const published = await publishDraft(run, { app, ready, settings })
  const state = await checkActive(run, { published, draft: ready.draft })
  await verifyPublished(run, { published, state, isImage: ready.isImage })
  return outcomeOf(run, published, state)
}
