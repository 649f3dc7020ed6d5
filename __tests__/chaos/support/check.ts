import { endIsWellSaid, endsInTime, noBuildRunsOn, nothingOutlivesTheEnd, postIsRarelyRed } from './ending-promises.ts'
import type { Evidence } from './evidence.ts'
import { replay } from './history.ts'
import { outcomeIsTrue } from './outcome-promises.ts'
import {
  greenIsActive,
  madeVersionsAreNamed,
  nothingAfterTheSignal,
  type Promised,
  publishedOnce,
  publishedWhatWasSaved
} from './publish-promises.ts'
import { askedRollbackIsMade, rollbackIsSafe, saidRollbackHappened } from './rollback-promises.ts'
import { onlyOwnSettings, settingsAreOldOrSaid } from './settings-promises.ts'
import { noSecretShown, nothingSmuggled, onlyHarmlessRetries } from './trace-promises.ts'

/** What is checked of every run. Names that begin with a number are promises of docs/promises.md. */
export const PROMISES: Readonly<Record<string, Promised>> = {
  '1 published once': publishedOnce,
  '2 published what was tested': publishedWhatWasSaved,
  '3 never after cancel': nothingAfterTheSignal,
  '4 rollback is safe': rollbackIsSafe,
  '4 a rollback that was asked for is made': askedRollbackIsMade,
  '4 a rollback is as it is said': saidRollbackHappened,
  '4 settings are old, or it is said': settingsAreOldOrSaid,
  '4 only own settings are changed': onlyOwnSettings,
  '5 green means active': greenIsActive,
  '6 remote text is only text': nothingSmuggled,
  '7 secrets stay out': noSecretShown,
  '10 only harmless calls are retried': onlyHarmlessRetries,
  'versions are named': madeVersionsAreNamed,
  'the end is well said': endIsWellSaid,
  'post is rarely red': postIsRarelyRed,
  'runs end in time': endsInTime,
  'nothing outlives the end': nothingOutlivesTheEnd,
  'the outcome is true': outcomeIsTrue,
  'no build runs on': noBuildRunsOn,
  'the check itself agrees with the platform': replayAgrees
}

export type Violation = { readonly promise: string; readonly evidence: string }

/** The promises that a run has broken. */
export function violations(evidence: Evidence): readonly Violation[] {
  return Object.entries(PROMISES).flatMap(([promise, check]) =>
    check(evidence).map((found) => ({ promise, evidence: found }))
  )
}

/** What the calls did, replayed, is what the platform holds: else nothing that is concluded from them can be trusted. */
function replayAgrees({ calls, after }: Evidence): readonly string[] {
  const { active, versions } = replay(calls)
  const replayed = versions.map(({ number }) => number).toSorted()
  const held = after.versions.map(({ number }) => number).toSorted()
  if (active === after.activeVersion && String(replayed) === String(held)) return []
  return [`Replayed: ${active} of ${replayed}. The platform: ${after.activeVersion} of ${held}.`]
}
