import type { Draft } from '../../model/platform-state.ts'
import type { Run } from '../../model/ports/run.ts'
import { type DraftCode, isImage, isMadeByDraft } from '../../model/requests.ts'
import { compileDraft, hasFailed, isCompiling } from './compile.ts'

/** A draft that is ready to be published. */
export type ReadyDraft = {
  readonly draft: Draft
  /** False where it is compiled or built only when it is published. */
  readonly isMade: boolean
  readonly isImage: boolean
}

/** Compiles the draft's code or builds its image, where the draft does that, or the platform does it by itself. */
export async function finishDraft(run: Run, saved: Draft, code: DraftCode): Promise<ReadyDraft> {
  const isSettled = !isCompiling(saved) && !hasFailed(saved)
  if (isSettled && !isMadeByDraft(code)) return { draft: saved, isMade: true, isImage: isImage(code) }
  const name = isImage(code) ? 'Build draft' : 'Compile draft'
  return await run.step(name, () => compileDraft(run, saved, code), finishedLine)
}

function finishedLine({ draft: { imageRef }, isMade, isImage }: ReadyDraft): string {
  if (!isMade) return `Nothing to ${isImage ? 'build' : 'compile'} yet`
  return isImage ? `Built ${imageRef || 'the image'}` : 'Compiled'
}
