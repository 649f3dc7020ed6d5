import { DeployError } from '../../model/errors.ts'
import type { App } from '../../model/plan.ts'
import type { Draft, Fingerprint } from '../../model/platform-state.ts'
import { shownTime, withShortDigests } from '../../model/values/words.ts'

/** What tells this draft from any other. The hash is the server's and may be empty. */
export function fingerprint({ codeHash, imageRef, codeKind, createdAtMs }: Draft): Fingerprint {
  return { codeHash, imageRef, codeKind, createdAtMs }
}

export function sameFingerprint(a: Fingerprint, b: Fingerprint): boolean {
  return (
    a.codeHash === b.codeHash &&
    a.imageRef === b.imageRef &&
    a.codeKind === b.codeKind &&
    a.createdAtMs === b.createdAtMs
  )
}

/** `9f1c2a7e, saved at 2026-11-21T10:00:00Z`. */
export function shownDraft({ codeHash, imageRef, createdAtMs }: Fingerprint): string {
  const what = withShortDigests(codeHash || imageRef) || 'without a hash'
  return createdAtMs > 0 ? `${what}, saved at ${shownTime(createdAtMs)}` : what
}

/** Throws when the slot holds another draft than the one this run saved and tested. */
export function checkUnchanged(app: App, saved: Fingerprint, now: Draft | undefined): void {
  if (!now || !sameFingerprint(saved, fingerprint(now))) throw conflict(app, saved, now)
}

/** The slot holds another draft than the one this run saved. */
export function conflict(app: App, saved: Fingerprint, now: Draft | undefined): DeployError {
  const other = now ? `another draft (${shownDraft(fingerprint(now))})` : 'no draft'
  return new DeployError(
    'draft_conflict',
    `The app now holds ${other}; this run saved ${shownDraft(saved)}. Not published.`,
    {
      hint: `Another run deploys the same app. ${WAIT_FOR_EACH_OTHER}`,
      snippet: concurrency(app)
    }
  )
}

/** An app has one draft slot, and the platform has no lock on it. */
export const WAIT_FOR_EACH_OTHER = 'Let the runs of one app wait for each other: add `concurrency:` to the workflow.'

/** The lines to add. The organization is left out: a group is of one repository, and its name is to be read at a glance. */
export function concurrency({ name }: App): readonly string[] {
  return ['concurrency:', `  group: deploy-${name}`, '  cancel-in-progress: false']
}
