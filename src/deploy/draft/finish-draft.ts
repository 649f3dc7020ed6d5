import type { Draft } from '../../model/platform-state.ts'
import type { Run } from '../../model/ports/run.ts'
import { type DraftCode, isImage, isMadeByDraft } from '../../model/requests.ts'
import { compileDraft } from './compile.ts'

/** A draft that is ready to be published. */
export type ReadyDraft = {
  readonly draft: Draft
  /** False where it is compiled or built only when it is published. */
  readonly isMade: boolean
}

/** Compiles the draft's code or builds its image, where the draft does that. */
export async function finishDraft(run: Run, saved: Draft, code: DraftCode): Promise<ReadyDraft> {
  if (!isMadeByDraft(code)) return { draft: saved, isMade: true }
  const name = isImage(code) ? 'Build draft' : 'Compile draft'
  return await run.step(
    name,
    () => compileDraft(run, saved, code),
    (made) => finishedLine(made, code)
  )
}

function finishedLine({ draft: { imageRef }, isMade }: ReadyDraft, code: DraftCode): string {
  if (!isMade) return `Nothing to ${isImage(code) ? 'build' : 'compile'} yet`
  return isImage(code) ? `Built ${imageRef || 'the image'}` : 'Compiled'
}
