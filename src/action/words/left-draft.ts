import { PlatformError, rootCause } from '../../model/errors.ts'
import type { Facts, ReasonCode } from '../../model/outcome.ts'

/** Goes on after what is live. */
export const SLOT = 'draft slot holds this run’s code.'

/**
 * Whether a failed run left a draft: the next `publish` by anyone would make it live. Where it is not known what is live, a
 * publish may have emptied the slot, and another run filled it.
 */
export function isDraftLeft(facts: Facts, reason: ReasonCode, error: unknown): boolean {
  const { isDraftSaved, publishedVersion, activeVersion } = facts
  if (isDraftSaved !== true || publishedVersion !== undefined || activeVersion === 'unknown') return false
  return reason !== 'draft_conflict' && !saysGone(error)
}

/** The platform has the app, or its draft, no more: what the slot holds would contradict it. */
function saysGone(error: unknown): boolean {
  const cause = rootCause(error)
  return cause instanceof PlatformError && (cause.code === 'NOT_FOUND' || /\bno draft\b/i.test(cause.words))
}

/** What the run left live, as far as it was read. */
export function liveWords({ changed, activeVersion = 'none' }: Facts): string {
  if (changed !== false) return 'The'
  return activeVersion === 'none' ? 'No version is live yet; the' : 'The live version is unchanged; the'
}
