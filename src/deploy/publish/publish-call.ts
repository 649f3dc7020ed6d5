import { AuthError, type ExpectedError, isBearable, PlatformError } from '../../model/errors.ts'
import type { PublishingRun } from '../../model/open-run.ts'
import type { Run } from '../../model/ports/run.ts'
import { isLost, lookAfter } from '../deed.ts'

/**
 * How one call ended. `taken`: it was answered, and the answer names no version. `lost`: no answer came. `token-refused`:
 * it was not looked at, and reading renews the token. `refused`: the platform said no.
 */
export type PublishEnd =
  | { readonly kind: 'published'; readonly version: number }
  | { readonly kind: 'taken' }
  | { readonly kind: 'lost' }
  | { readonly kind: 'token-refused'; readonly error: ExpectedError }
  | { readonly kind: 'refused'; readonly error: ExpectedError }

/** One call. What is written before it tells post that a version may be live. */
export async function sendPublish({ platform, tools }: Run, open: PublishingRun): Promise<PublishEnd> {
  tools.stop.throwIfAborted()
  tools.ledger.write(open)
  tools.report({ changed: 'unknown', activeVersion: 'unknown' })
  try {
    const version = await platform.publishDraft(open.app, open.fingerprint, tools.tag)
    return version === undefined ? { kind: 'taken' } : { kind: 'published', version }
  } catch (error) {
    if (!isBearable(error)) throw error
    if (isTokenRefused(error)) return { kind: 'token-refused', error }
    if (!isLost(error)) return { kind: 'refused', error }
    tools.log.warning(`${error.message}. It is not known whether the version was published: reading the versions.`)
    return { kind: 'lost' }
  }
}

function isTokenRefused(error: ExpectedError): boolean {
  return error instanceof AuthError || (error instanceof PlatformError && error.code === 'UNAUTHENTICATED')
}

/**
 * A server that answers with one of these says that it broke down, not that it refuses: what it had begun may come to its
 * end without it. A quota that is used up and a conflict are refusals, and are told as soon as nothing shows.
 */
const BREAKDOWNS: readonly string[] = ['UNKNOWN', 'INTERNAL', 'DATA_LOSS']

export function hasBrokenDown(end: PublishEnd): boolean {
  return end.kind === 'refused' && end.error instanceof PlatformError && BREAKDOWNS.includes(end.error.code)
}

/** How long the version of a call that ended so is looked for at first, in milliseconds: 0 is one look. */
export function firstLookMs(end: PublishEnd, settleMs: number): number {
  if (end.kind === 'token-refused') return 0
  return end.kind === 'refused' ? lookAfter(end.error) : settleMs
}
