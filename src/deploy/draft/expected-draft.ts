import { DeployError } from '../../model/errors.ts'
import type { PublishPlan } from '../../model/plan.ts'
import type { Draft } from '../../model/platform-state.ts'
import { appId, type Run } from '../../model/ports/run.ts'
import type { FoundApp } from '../start/find-app.ts'
import { hasFailed, isCompiling } from './compile.ts'
import { fingerprint, shownDraft } from './draft.ts'
import type { ReadyDraft } from './finish-draft.ts'

/**
 * The draft that the run is told to publish, as an earlier run left it. Undefined where the slot does not hold it and the
 * active version does: a job that is run again has nothing to publish. Throws a DeployError where it is neither.
 */
export function expectedDraft(run: Run<PublishPlan>, found: FoundApp): ReadyDraft | undefined {
  const { plan, tools } = run
  const { draft } = found
  if (!draft || !isExpected(draft, plan.expectedCode)) return publishedBefore(run, found)
  tools.report({ codeHash: draft.codeHash, imageRef: draft.imageRef, deployId: draft.deployId })
  tools.log.info(`The draft is the expected one: ${shownDraft(fingerprint(draft))}`)
  const isImage = draft.codeKind === '' ? draft.imageRef !== '' : draft.codeKind !== 'SDK'
  checkFinished(draft, isImage)
  return { draft, isImage, isMade: isMade(draft, isImage) }
}

/** Images have a reference; those that are named or cloned have no hash. */
function isExpected({ codeHash, imageRef }: Draft, expected: string): boolean {
  return expected === codeHash || expected === imageRef
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

function publishedBefore({ app, plan }: Run<PublishPlan>, { state, draft, versions }: FoundApp): undefined {
  const { expectedCode } = plan
  const holder = versions.findLast(({ codeHash }) => codeHash === expectedCode)
  if (holder && holder.number === state.activeVersion) return undefined
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
