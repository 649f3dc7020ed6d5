import { DeployError } from '../../model/errors.ts'
import { codeFacts } from '../../model/outcome.ts'
import type { PublishPlan } from '../../model/plan.ts'
import { type Draft, isNamed } from '../../model/platform-state.ts'
import { appId, type Run } from '../../model/ports/run.ts'
import type { FoundApp } from '../start/find-app.ts'
import { hasFailed, isCompiling } from './compile.ts'
import { fingerprint, shownDraft } from './draft.ts'
import type { ReadyDraft } from './finish-draft.ts'

/**
 * The draft that the run is told to publish, as an earlier run left it. Undefined where the slot does not hold it and the
 * active version does: a job that is run again has nothing to publish. Throws a DeployError where it is neither.
 */
export function expectedDraft(run: Run<PublishPlan>, found: FoundApp): Promise<ReadyDraft | undefined> {
  const { state, draft } = found
  const check = async (): Promise<ReadyDraft | undefined> => {
    if (draft && isNamed(draft, run.plan.expectedCode)) return readyFrom(run, draft)
    checkPublished(run, found)
    return undefined
  }
  return run.step('Check draft', check, (ready) =>
    ready
      ? `The draft is the expected one (${shownDraft(fingerprint(ready.draft))})`
      : `Version ${state.activeVersion}, which is active, holds the expected code already`
  )
}

function readyFrom({ tools }: Run, draft: Draft): ReadyDraft {
  tools.report({ codeHash: draft.codeHash, imageRef: draft.imageRef, deployId: draft.deployId })
  const isImage = draft.codeKind === '' ? draft.imageRef !== '' : draft.codeKind !== 'SDK'
  checkFinished(draft, isImage)
  return { draft, isImage, isMade: isMade(draft, isImage) }
}

/** Python, which is never compiled, cannot be told from what publishing compiles. */
function isMade({ imageRef, status }: Draft, isImage: boolean): boolean {
  return isImage ? imageRef !== '' : status !== 'DRAFT'
}

function checkFinished(draft: Draft, isImage: boolean): void {
  const { status, error } = draft
  const reason = isImage ? 'build_failed' : 'compile_failed'
  if (hasFailed(draft)) {
    throw new DeployError(reason, `The draft cannot be published: ${error || `its status is ${status}`}.`, {
      hint: 'Run the job with `mode: draft` again, which saves it anew.'
    })
  }
  if (isCompiling(draft)) {
    throw new DeployError(reason, `The draft is still being made: its status is ${status}.`, {
      hint: 'Let the job with `mode: draft` end before this one begins: add `needs:` to the workflow.'
    })
  }
}

/** The active version must hold the code then. */
function checkPublished({ app, plan, tools }: Run<PublishPlan>, { draft, versions, active }: FoundApp): void {
  const { expectedCode } = plan
  if (active && isNamed(active, expectedCode)) {
    tools.report(codeFacts(active))
    return
  }
  const holders = versions.filter((version) => isNamed(version, expectedCode))
  const holder = holders.toSorted((a, b) => b.number - a.number)[0]
  const slot = draft ? `another draft (${shownDraft(fingerprint(draft))})` : 'no draft'
  const before = holder ? ` Version ${holder.number} holds that code.` : ''
  throw new DeployError(
    'draft_conflict',
    `${appId(app)} holds ${slot}, not the expected ${expectedCode}. Not published.${before}`,
    {
      hint: holder
        ? `To make version ${holder.number} active again, use \`mode: rollback\` with \`version: ${holder.number}\`.`
        : 'Run the job with `mode: draft` again, and pass its output `code_hash` on as `expected-code-hash`.'
    }
  )
}
