import type { Outcome } from '../model/outcome.ts'
import type { DraftPlan } from '../model/plan.ts'
import type { Tools } from '../model/ports/ports.ts'
import { checkRegistrySecret } from './code/prebuilt-image.ts'
import { startPacking } from './code/prepare-code.ts'
import { checkKept } from './draft/draft-kept.ts'
import { finishDraft } from './draft/finish-draft.ts'
import { saveDraft } from './draft/save-draft.ts'
import { testDraft } from './draft/test-draft.ts'
import { SettingsUpdate } from './settings/change-settings.ts'
import { prepareApp } from './start/app.ts'
import { connect } from './start/connect-run.ts'

/** The draft alone, for a later run to publish. What is live stays as it is, settings too. */
export async function draftOnly(plan: DraftPlan, tools: Tools): Promise<Outcome> {
  const packing = startPacking(plan, tools)
  const run = await connect(plan, tools)
  const { makeCode } = await packing(run)
  await checkRegistrySecret(run)

  const app = await prepareApp(run)
  const code = await makeCode(app.state.activeVersion)
  const saved = await saveDraft(run, code)
  const ready = await finishDraft(run, saved, code)

  await using settings = new SettingsUpdate(run, app.state)
  await testDraft(run, ready, settings)
  await checkKept(run, ready)
  return { status: 'drafted', reason: 'ok' }
}
