import { DeployError, ExpectedError } from '../../model/errors.ts'
import type { SavingPlan } from '../../model/plan.ts'
import type { Draft } from '../../model/platform-state.ts'
import type { Run } from '../../model/ports/run.ts'
import type { DraftCode } from '../../model/requests.ts'
import { isLost, lookAfter } from '../deed.ts'
import { fingerprint, shownDraft } from './draft.ts'

/** Fills the app's one draft slot. */
export function saveDraft(run: Run<SavingPlan>, code: DraftCode): Promise<Draft> {
  const { app, plan, platform, tools, step } = run
  const save = async (): Promise<Draft> => {
    const saved = await platform.saveDraft(app, code, plan.description).catch((error: unknown) => failed(run, error))
    tools.log.debug(`The draft is ${shownDraft(fingerprint(saved))}.`)
    tools.report({ isDraftSaved: true, codeHash: saved.codeHash, imageRef: saved.imageRef, deployId: saved.deployId })
    return saved
  }
  return step('Save draft', save, savedLine)
}

function savedLine({ codeHash, imageRef }: Draft): string {
  return ['Saved draft', codeHash || imageRef].join(' ').trimEnd()
}

/** Only the platform knows the hash of what was sent, so a draft that is found cannot be told for ours. */
async function failed({ app, platform }: Run, error: unknown): Promise<never> {
  if (!(error instanceof ExpectedError && (isLost(error) || lookAfter(error) > 0))) throw error
  const found = await platform.readDraft(app).then(
    (draft) => (draft ? `holds a draft (${shownDraft(fingerprint(draft))})` : 'is empty'),
    () => 'cannot be read'
  )
  if (found === 'is empty' && !mayCome(error)) throw error
  throw new DeployError(
    error.reason,
    `${error.message}. It may have been saved all the same: the draft slot ${found}.`,
    {
      cause: error,
      hint: `Nothing was published. ${error.hint ?? 'Run the job again, which saves the draft anew.'}`
    }
  )
}

/** Whether a draft may show later: not where the platform answered, or did not take what it was sent. */
function mayCome(error: ExpectedError): boolean {
  return isLost(error) && !error.isUnreadable
}
