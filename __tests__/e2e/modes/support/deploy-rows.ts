import {
  beforeReading,
  cancelledDuring,
  DEAD,
  FAILED,
  HANG,
  LOST,
  PASSED,
  PRINTED,
  PUBLISHED,
  READ,
  REFUSED,
  SAVED,
  SLOW,
  TESTED
} from './mishaps.ts'
import { type OutputRow, rowOf } from './output-row.ts'
import { publishingRows, savingRows } from './saving-rows.ts'

const DEPLOY = { mode: 'deploy', begins: 'one' } as const
const deploy = rowOf(DEPLOY)

/** A fork, as the event of its pull request has it. */
const FORK = {
  number: 12,
  head: { sha: '8f3c1d0a5b7e49260c4d8a1f6e2b93d57a0c4e18', repo: { full_name: 'someone/octo-app' } }
}

export const DEPLOY_ROWS: readonly OutputRow[] = [
  deploy({
    ending: 'the first version is published',
    begins: 'nothing',
    inputs: { 'allow-unauthenticated': 'true' },
    ends: { ...PUBLISHED, published_version: '1', previous_version: '', active_version: '1' }
  }),
  deploy({ ending: 'a version is published', ends: PUBLISHED }),
  deploy({
    ending: 'the draft passes its test and is published',
    inputs: TESTED,
    ends: { ...PUBLISHED, ...PASSED, ...PRINTED }
  }),
  deploy({
    ending: 'another run publishes right after',
    fails: [{ method: 'GetApp', call: 3, fault: SLOW }],
    meanwhile: async ({ step, platform }) => {
      await step.line(/^Published version 2/)
      await platform.saveDraft('theirs')
      await platform.publish()
    },
    ends: { ...PUBLISHED, reason_code: 'superseded', active_version: '3' }
  }),
  deploy({
    ending: 'a version is published, and does not answer',
    inputs: DEAD,
    ends: { ...PUBLISHED, status: 'failed', reason_code: 'verify_failed' }
  }),
  deploy({
    ending: 'a version is published, does not answer, and is rolled back',
    inputs: { ...DEAD, 'rollback-on-failure': 'true' },
    ends: { ...PUBLISHED, status: 'failed', reason_code: 'verify_failed', changed: 'false', active_version: '1' }
  }),
  deploy({
    ending: 'a dry run: what would change is told',
    inputs: { 'dry-run': 'true' },
    ends: { ...READ, status: 'planned', reason_code: 'planned', changed: 'true' }
  }),
  deploy({
    ending: 'nothing differs, and `skip-if-unchanged` is set',
    begins: 'nothing',
    isRepeated: true,
    inputs: { 'skip-if-unchanged': 'true', 'allow-unauthenticated': 'true' },
    ends: { ...READ, status: 'unchanged', reason_code: 'unchanged', changed: 'false', code_hash: 'of its draft' }
  }),
  deploy({
    ending: 'a pull request from a fork, without credentials',
    inputs: { 'service-account-id': '', 'service-account-secret': '' },
    options: { event: { pull_request: FORK }, github: { event_name: 'pull_request' } },
    ends: { status: 'skipped', reason_code: 'no_credentials', changed: 'false' }
  }),
  deploy({
    ending: 'settings were changed and put back, since publishing is refused',
    inputs: { tier: 'large' },
    fails: [{ method: 'PublishDraft', fault: REFUSED }],
    ends: { ...SAVED, reason_code: 'publish_failed' }
  }),
  deploy({
    ending: 'the answer is lost, and another draft lies there by then',
    isSlow: true,
    fails: [{ method: 'PublishDraft', fault: LOST }],
    meanwhile: async ({ step, platform }) => {
      await step.line(/It is not known whether the version was published/)
      await platform.saveDraft('theirs')
    },
    ends: { ...SAVED, reason_code: 'publish_unknown', changed: '', active_version: '' }
  }),
  deploy({
    ending: 'it takes longer than `timeout-minutes`',
    isSlow: true,
    inputs: { 'timeout-minutes': '1' },
    fails: [{ method: 'SaveDraft', fault: HANG }],
    ends: { ...FAILED, reason_code: 'timed_out' }
  }),
  deploy({
    ending: 'the job is cancelled while it publishes',
    fails: [{ method: 'PublishDraft', fault: HANG }],
    meanwhile: cancelledDuring('PublishDraft'),
    ends: { ...SAVED, reason_code: 'cancelled', changed: '', active_version: '' }
  }),
  ...savingRows(DEPLOY),
  ...publishingRows(DEPLOY),
  ...beforeReading(DEPLOY)
]
