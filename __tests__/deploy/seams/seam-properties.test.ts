import { describe, expect, test } from '@jest/globals'
import { brokenProperties, SEAM_PROPERTIES } from './support/seam-properties.ts'
import { ToldRun } from './support/told-run.ts'

/** A run that has looked, and saved its draft. */
function saved(plan: ConstructorParameters<typeof ToldRun>[0] = {}): ToldRun {
  return new ToldRun(plan)
    .call('readApp')
    .reports({ previousVersion: 1, activeVersion: 1 })
    .call('saveDraft', { does: {} })
}

function publishing(plan: ConstructorParameters<typeof ToldRun>[0] = {}): ToldRun {
  return saved(plan).writes('publishing').reports({ changed: 'unknown' })
}

function published(plan: ConstructorParameters<typeof ToldRun>[0] = {}): ToldRun {
  return publishing(plan)
    .call('publishDraft', { does: { active: '2' }, version: 2, answer: 2 })
    .reports({ publishedVersion: 2, changed: true })
    .call('readApp')
    .reports({ activeVersion: 2 })
    .says('Version 2 is active')
}

/** A run that changed a setting, and failed. */
function changed(): ToldRun {
  return saved()
    .writes('publishing')
    .call('updateSettings', { argument: { tier: 'medium' }, does: { tier: '"medium"' } })
    .call('readApp')
}

const ASKED = { rollback: 'on-failure' } as const
const FAILING = { end: 'refused' } as const
const LOST = { end: 'ambiguous' } as const
const WHOLE_TIME_MS = 61_000

/** A job that failed after its deployment, and asked for a rollback. */
function jobFailed(): ToldRun {
  return published(ASKED).returns().post().call('readApp')
}

function rolledBack(): ToldRun {
  return jobFailed().call('rollback', { argument: 1, does: { active: '1' } })
}

/** Main went back by itself. */
function goneBack(): ToldRun {
  return published(ASKED)
    .call('rollback', { argument: 1, does: { active: '1' } })
    .call('readApp')
    .reports({ activeVersion: 1, changed: false })
    .writes('closed')
    .fails('verify_failed', { message: 'Rolled back: version 1 of acme/greeter is active again.' })
}

const { schedule } = published(ASKED).evidence()
/** What is published does not come up. */
const DEAD = { ...schedule, world: { ...schedule.world, isDead: true } }

const REFUSED = 'Version 1 of acme/greeter was not made active again: no answer.'

/** For each property a run that breaks it. */
const DOCTORED: Readonly<Record<string, () => ToldRun>> = {
  'published-once': () => published().call('publishDraft', { does: { active: '3' }, version: 3, answer: 3 }),
  'sent-again-only-without-effect': () =>
    publishing()
      .call('publishDraft', { ...LOST, does: { active: '2' }, version: 2 })
      .call('publishDraft', FAILING),
  'never-after-stop': () => publishing().stops('cancelled').call('publishDraft', { end: 'stopped' }).fails('cancelled'),
  'tested-before-publish': () => published({ tests: 'pass' }).testsPass(),
  'published-what-was-tested': () => publishing().other('publish', { active: '2' }, 2).reports({ publishedVersion: 2 }),
  'published-version-is-true': () => published().reports({ publishedVersion: 7 }),
  'active-version-is-true': () => published().reports({ activeVersion: 1 }),
  'said-active-is-true': () => published().says('Version 1 stays active.'),
  'nothing-published-is-true': () => published().says('Nothing was published.'),
  'lost-is-true': () => published().says('Published version 2, found after its answer was lost'),
  'own-version-is-named': () =>
    publishing()
      .call('publishDraft', { does: { active: '2' }, version: 2 })
      .fails('publish_unknown'),
  'previous-version-is-true': () => published().reports({ previousVersion: 7 }),
  'rollback-goes-to-previous': () => jobFailed().call('rollback', { argument: 7, ...FAILING }),
  'rollback-is-of-ours': () =>
    published(ASKED)
      .other('publish', { active: '3' }, 3)
      .returns('superseded')
      .post()
      .call('readApp')
      .call('rollback', {
        argument: 1
      }),
  'rollback-sent-again-only-when-lost': () => rolledBack().call('rollback', { argument: 1 }),
  'rollback-refused-is-true': () => rolledBack().postFails('rollback_refused', { message: REFUSED }),
  'rolled-back-is-true': () => jobFailed().postReturns('Rolled back: version 1 of acme/greeter is active again.'),
  'others-active-is-true': () =>
    jobFailed().postReturns('Version 2, which another run made active, is left alone: no rollback to version 1.'),
  'first-version-is-true': () =>
    jobFailed().postReturns('Version 2 of acme/greeter stays live: it is the first, so there is none to roll back to.'),
  'asked-rollback-is-made': () => published(ASKED).fails('verify_failed').post().postReturns('Nothing to do.'),
  'not-settled-is-true': () =>
    saved().fails('cancelled').post().call('cancelBuild', { argument: 'build-1', does: {} }).postFails('build_failed'),
  'only-dead-goes-back': () => goneBack(),
  'green-means-up': () => published().call('readCondition').returns().given({ schedule: DEAD }),
  'changed-is-true': () => changed().reports({ changed: false }).fails('publish_failed'),
  'put-back-is-true': () => changed().says('The settings that this run changed were put back: tier.', 'notice'),
  'kept-is-true': () =>
    saved().says('The settings that this run changed were not put back (tier): no answer.', 'warning'),
  'put-back-is-safe': () => saved().call('updateSettings', { argument: { tier: 'small' }, ...FAILING }),
  'others-settings-are-kept': () =>
    saved()
      .other('env-added', { 'env.THEIRS': 'theirs' })
      .later(WHOLE_TIME_MS)
      .call('updateSettings', { argument: { env: {} }, does: { 'env.THEIRS': undefined } }),
  'settings-stay-with-version': () =>
    changed()
      .call('publishDraft', { does: { active: '2' }, version: 2, answer: 2 })
      .call('updateSettings', { argument: { tier: 'small' }, does: { tier: '"small"' } }),
  'nothing-live-before-tests': () =>
    new ToldRun({ tests: 'pass' }).call('saveDraft', { does: { inputSchema: '"{}"' } }).testsPass(),
  'settings-failed-is-true': () =>
    changed()
      .given({ wanted: { tier: '"medium"' } })
      .fails('settings_failed'),
  'settings-are-old-or-said': () => changed().fails('publish_failed').post().postReturns('Nothing to do.'),
  'closed-only-when-settled': () => changed().writes('closed').fails('publish_failed'),
  'no-internal-error': () => saved().fails('internal_error', { isExpected: false }),
  'nothing-after-the-end': () => published().returns().call('readApp'),
  'ends-in-time': () => saved().hangs(),
  'stop-is-true': () => saved().fails('cancelled'),
  'recovered-is-true': () => published().returns('recovered'),
  'superseded-is-true': () => published().returns('superseded'),
  'publish-unknown-is-true': () => publishing().call('publishDraft', LOST).fails('publish_unknown'),
  'draft-conflict-is-true': () => saved().fails('draft_conflict'),
  'lost-publish-ends-unknown': () =>
    publishing().call('publishDraft', LOST).later(WHOLE_TIME_MS).fails('draft_conflict'),
  'open-publish-is-said': () => publishing().call('publishDraft', LOST).later(WHOLE_TIME_MS).fails('publish_unknown'),
  'failure-knows-of-publish': () =>
    publishing()
      .call('publishDraft', { ...FAILING, does: { active: '2' }, version: 2 })
      .fails('publish_failed'),
  'create-app-is-looked-for': () => failing('createApp'),
  'update-settings-is-looked-for': () => failing('updateSettings'),
  'save-draft-is-looked-for': () => failing('saveDraft'),
  'create-build-is-looked-for': () => failing('createBuild'),
  'rollback-is-looked-for': () => postFailing('rollback'),
  'cancel-build-is-looked-for': () => postFailing('cancelBuild'),
  'made-app-is-used': () => {
    const told = saved().call('createApp', FAILING)
    return told.fails('app_missing', { message: 'createApp: ALREADY_EXISTS', ...told.lastError() })
  }
}

/** A call was done, answered by an error, and nobody looked. */
function failing(method: 'createApp' | 'updateSettings' | 'saveDraft' | 'createBuild'): ToldRun {
  const told = saved().call(method, { ...LOST, argument: {}, does: {} })
  return told.fails('platform_unavailable', told.lastError())
}

function postFailing(method: 'rollback' | 'cancelBuild'): ToldRun {
  const told = jobFailed().call(method, { ...FAILING, argument: 1, does: {} })
  return told.postFails('rollback_refused', told.lastError())
}

describe('the checks of the seams', () => {
  test('a run in which all goes well breaks nothing', () => {
    expect(brokenProperties(published().writes('closed').returns().evidence())).toEqual([])
  })

  test('a rollback that is made breaks nothing', () => {
    const run = rolledBack().call('readApp').postReturns('Rolled back: version 1 of acme/greeter is active again.')
    expect(brokenProperties(run.evidence())).toEqual([])
  })

  test('a version that does not come up, and that main takes back, breaks nothing', () => {
    expect(brokenProperties(goneBack().given({ schedule: DEAD }).evidence())).toEqual([])
  })

  test('a failure that puts all back breaks nothing', () => {
    const run = changed()
      .call('updateSettings', { argument: { tier: 'small' }, does: { tier: '"small"' } })
      .call('readApp')
      .says('The settings that this run changed were put back: tier.')
      .writes('closed')
      .fails('publish_failed')
    expect(brokenProperties(run.evidence())).toEqual([])
  })

  test('each has a run that breaks it', () => {
    expect(Object.keys(DOCTORED)).toEqual(Object.keys(SEAM_PROPERTIES))
  })

  test.each(Object.entries(DOCTORED))('%s', (property, told) => {
    expect(brokenProperties(told().evidence()).map((each) => each.property)).toContain(property)
  })
})
