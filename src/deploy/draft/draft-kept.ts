import type { Draft } from '../../model/platform-state.ts'
import type { Run } from '../../model/ports/run.ts'
import { checkUnchanged, fingerprint } from './draft.ts'
import type { ReadyDraft } from './finish-draft.ts'

/** Reads the slot once more: what a later run is told to publish must be what lies there. Throws `draft_conflict`. */
export function checkKept(run: Run, { draft }: ReadyDraft): Promise<Draft> {
  const check = async (): Promise<Draft> => {
    const now = await run.platform.readDraft(run.app)
    checkUnchanged(run.app, fingerprint(draft), now)
    if (draft.codeHash === '' && draft.imageRef === '') {
      run.tools.log.warning(
        'The platform gives this draft no hash, so no later run can be told to publish it: deploy it in one run, without `mode: draft`.'
      )
    }
    return draft
  }
  return run.step('Check draft', check, keptLine)
}

function keptLine({ codeHash, imageRef }: Draft): string {
  return `The draft slot holds ${codeHash || imageRef || 'this run’s draft'}`
}
