import type { Draft } from '../../model/platform-state.ts'
import type { DraftCode } from '../../model/requests.ts'
import type { Run } from '../../model/run.ts'
import { fingerprint, shownDraft } from './draft.ts'

/** Fills the app's one draft slot. */
export function saveDraft(run: Run, code: DraftCode): Promise<Draft> {
  const { app, plan, platform, tools, step } = run
  const save = async (): Promise<Draft> => {
    const saved = await platform.saveDraft(app, code, plan.description)
    tools.report({ isDraftSaved: true, codeHash: saved.codeHash, imageRef: saved.imageRef, deployId: saved.deployId })
    return saved
  }
  return step('Save draft', save, (saved) => `Saved draft ${shownDraft(fingerprint(saved))}`)
}
