import type { App } from './plan.ts'

/** An app that a pull request of this repository made, and what became of it. */
export type SweptPreview = {
  readonly app: App
  readonly pullRequest: number
  /** `orphan` where it would be removed, `unknown` where GitHub did not tell, `failed` where it could not be removed. */
  readonly fate: 'open' | 'orphan' | 'removed' | 'unknown' | 'failed'
  /** Why, where that is not told by the fate. */
  readonly why: string
}
