import {
  draftConflictIsTrue,
  effectIsLookedFor,
  endsInTime,
  failureKnowsOfPublish,
  lostPublishEndsUnknown,
  madeAppIsUsed,
  noInternalError,
  nothingAfterTheEnd,
  openPublishIsSaid,
  publishUnknownIsTrue,
  recoveredIsTrue,
  stopIsTrue,
  supersededIsTrue
} from './ending-properties.ts'
import type { RunEvidence } from './evidence-of-run.ts'
import { closedOnlyWhenSettled } from './ledger-properties.ts'
import {
  activeVersionIsTrue,
  lostIsTrue,
  neverAfterStop,
  nothingPublishedIsTrue,
  ownVersionIsNamed,
  publishedOnce,
  publishedVersionIsTrue,
  publishedWhatWasTested,
  saidActiveIsTrue,
  sentAgainOnlyWithoutEffect,
  testedBeforePublish
} from './publish-properties.ts'
import {
  askedRollbackIsMade,
  firstVersionIsTrue,
  greenMeansUp,
  notSettledIsTrue,
  onlyDeadGoesBack,
  othersActiveIsTrue,
  previousVersionIsTrue,
  rollbackGoesToPrevious,
  rollbackIsOfOurs,
  rollbackRefusedIsTrue,
  rollbackSentAgainOnlyWhenLost,
  rolledBackIsTrue
} from './rollback-properties.ts'
import {
  changedIsTrue,
  keptIsTrue,
  nothingLiveBeforeTests,
  othersSettingsAreKept,
  putBackIsSafe,
  putBackIsTrue,
  settingsAreOldOrSaid,
  settingsFailedIsTrue,
  settingsStayWithVersion
} from './settings-properties.ts'
import type { Property } from './truth.ts'

/** What is checked of every run: deeds that must not be done, and claims that must be true. */
export const SEAM_PROPERTIES: Readonly<Record<string, Property>> = {
  'published-once': publishedOnce,
  'sent-again-only-without-effect': sentAgainOnlyWithoutEffect,
  'never-after-stop': neverAfterStop,
  'tested-before-publish': testedBeforePublish,
  'published-what-was-tested': publishedWhatWasTested,
  'published-version-is-true': publishedVersionIsTrue,
  'active-version-is-true': activeVersionIsTrue,
  'said-active-is-true': saidActiveIsTrue,
  'nothing-published-is-true': nothingPublishedIsTrue,
  'lost-is-true': lostIsTrue,
  'own-version-is-named': ownVersionIsNamed,
  'previous-version-is-true': previousVersionIsTrue,
  'rollback-goes-to-previous': rollbackGoesToPrevious,
  'rollback-is-of-ours': rollbackIsOfOurs,
  'rollback-sent-again-only-when-lost': rollbackSentAgainOnlyWhenLost,
  'rollback-refused-is-true': rollbackRefusedIsTrue,
  'rolled-back-is-true': rolledBackIsTrue,
  'others-active-is-true': othersActiveIsTrue,
  'first-version-is-true': firstVersionIsTrue,
  'asked-rollback-is-made': askedRollbackIsMade,
  'not-settled-is-true': notSettledIsTrue,
  'only-dead-goes-back': onlyDeadGoesBack,
  'green-means-up': greenMeansUp,
  'changed-is-true': changedIsTrue,
  'put-back-is-true': putBackIsTrue,
  'kept-is-true': keptIsTrue,
  'put-back-is-safe': putBackIsSafe,
  'others-settings-are-kept': othersSettingsAreKept,
  'settings-stay-with-version': settingsStayWithVersion,
  'nothing-live-before-tests': nothingLiveBeforeTests,
  'settings-failed-is-true': settingsFailedIsTrue,
  'settings-are-old-or-said': settingsAreOldOrSaid,
  'closed-only-when-settled': closedOnlyWhenSettled,
  'no-internal-error': noInternalError,
  'nothing-after-the-end': nothingAfterTheEnd,
  'ends-in-time': endsInTime,
  'stop-is-true': stopIsTrue,
  'recovered-is-true': recoveredIsTrue,
  'superseded-is-true': supersededIsTrue,
  'publish-unknown-is-true': publishUnknownIsTrue,
  'draft-conflict-is-true': draftConflictIsTrue,
  'lost-publish-ends-unknown': lostPublishEndsUnknown,
  'open-publish-is-said': openPublishIsSaid,
  'failure-knows-of-publish': failureKnowsOfPublish,
  'create-app-is-looked-for': effectIsLookedFor('createApp'),
  'update-settings-is-looked-for': effectIsLookedFor('updateSettings'),
  'save-draft-is-looked-for': effectIsLookedFor('saveDraft'),
  'create-build-is-looked-for': effectIsLookedFor('createBuild'),
  'rollback-is-looked-for': effectIsLookedFor('rollback'),
  'cancel-build-is-looked-for': effectIsLookedFor('cancelBuild'),
  'made-app-is-used': madeAppIsUsed
}

export type BrokenProperty = { readonly property: string; readonly found: string }

export function brokenProperties(run: RunEvidence): readonly BrokenProperty[] {
  return Object.entries(SEAM_PROPERTIES).flatMap(([property, check]) =>
    check(run).map((found) => ({ property, found }))
  )
}
