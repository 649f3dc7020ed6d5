import {
  beforeReading,
  cancelledDuring,
  DEAD,
  DENIED,
  FAILED,
  FAILING,
  HANG,
  LOST,
  LOST_AFTER,
  NOT_PASSED,
  PASSED,
  READ,
  REFUSED,
  TESTED,
  UNREAD
} from './mishaps.ts'
import { type OutputRow, rowOf } from './output-row.ts'

const READ_TWO = { ...READ, previous_version: '2', active_version: '2' } as const
const FAILED_TWO = { ...FAILED, ...READ_TWO } as const

const ROLLBACK = { mode: 'rollback', begins: 'two', inputs: { code: '', version: 'previous' } } as const
const rollback = rowOf(ROLLBACK)

const ROLLED_BACK = {
  ...READ_TWO,
  status: 'rolled_back',
  reason_code: 'rolled_back',
  changed: 'true',
  active_version: '1',
  code_hash: 'of version 1'
} as const

export const ROLLBACK_ROWS: readonly OutputRow[] = [
  rollback({ ending: 'version 1 is active again', ends: ROLLED_BACK }),
  rollback({
    ending: 'version 1 passes its test, and is active again',
    inputs: TESTED,
    ends: { ...ROLLED_BACK, ...PASSED }
  }),
  rollback({
    ending: 'the answer is lost, and version 1 is seen to be active',
    fails: [{ method: 'RollbackApp', fault: LOST_AFTER }],
    ends: ROLLED_BACK
  }),
  rollback({
    ending: 'the version is active already',
    inputs: { version: '2' },
    ends: { ...READ_TWO, status: 'unchanged', reason_code: 'unchanged', changed: 'false', code_hash: 'of version 2' }
  }),
  rollback({
    ending: 'version 1 is active again, and does not answer',
    inputs: DEAD,
    ends: { ...ROLLED_BACK, status: 'failed', reason_code: 'verify_failed' }
  }),
  rollback({
    ending: 'another code is active than is expected',
    inputs: { 'expected-code-hash': 'cafe0001' },
    ends: { ...FAILED_TWO, reason_code: 'rollback_refused' }
  }),
  rollback({
    ending: 'there is no such version',
    inputs: { version: '9' },
    ends: { ...FAILED_TWO, reason_code: 'rollback_refused' }
  }),
  rollback({
    ending: 'another run publishes while version 1 is tested',
    inputs: TESTED,
    fails: [{ method: 'TestAppVersion', fault: { action: 'delay', ms: 3000 } }],
    meanwhile: async ({ step, platform }) => {
      await step.line(/^Version 1 is to be active/)
      await platform.saveDraft('theirs')
      await platform.publish()
    },
    ends: { ...FAILED_TWO, ...PASSED, reason_code: 'rollback_refused', active_version: '3', code_hash: 'of version 1' }
  }),
  rollback({
    ending: 'version 1 does not pass its test',
    inputs: FAILING,
    ends: { ...FAILED_TWO, ...NOT_PASSED, reason_code: 'test_failed', code_hash: 'of version 1' }
  }),
  rollback({
    ending: 'the platform refuses it',
    fails: [{ method: 'RollbackApp', fault: REFUSED }],
    ends: { ...FAILED_TWO, reason_code: 'rollback_refused', code_hash: 'of version 1' }
  }),
  rollback({
    ending: 'the credentials may not roll back',
    fails: [{ method: 'RollbackApp', fault: DENIED }],
    ends: { ...FAILED_TWO, reason_code: 'permission_denied', code_hash: 'of version 1' }
  }),
  rollback({
    ending: 'it is lost twice, and was not seen to take effect',
    isSlow: true,
    fails: [1, 2].map((call) => ({ method: 'RollbackApp', call, fault: LOST })),
    ends: { ...FAILED_TWO, reason_code: 'rollback_refused', changed: '', code_hash: 'of version 1' }
  }),
  rollback({
    ending: 'the job is cancelled while it is made',
    fails: [{ method: 'RollbackApp', fault: HANG }],
    meanwhile: cancelledDuring('RollbackApp'),
    ends: { ...FAILED_TWO, reason_code: 'cancelled', changed: '', active_version: '', code_hash: 'of version 1' }
  }),
  rollback({
    ending: 'there is no such app',
    begins: 'nothing',
    ends: { ...UNREAD, reason_code: 'app_missing' }
  }),
  ...beforeReading(ROLLBACK)
]

const DELETION = { mode: 'delete', begins: 'one', inputs: { code: '', confirm: 'greeter' } } as const
const deletion = rowOf(DELETION)

const REMOVED = {
  status: 'removed',
  reason_code: 'ok',
  changed: 'true',
  app_id: 'acme/greeter',
  previous_version: '1',
  public_urls: '[]'
} as const

export const DELETE_ROWS: readonly OutputRow[] = [
  deletion({ ending: 'the app is gone', ends: REMOVED }),
  deletion({
    ending: 'the answer is lost, and the app is seen to be gone',
    fails: [{ method: 'DeleteApp', fault: LOST_AFTER }],
    ends: REMOVED
  }),
  deletion({
    ending: 'there was no such app',
    begins: 'nothing',
    ends: { status: 'unchanged', reason_code: 'unchanged', changed: 'false' }
  }),
  deletion({
    ending: 'another repository made the app',
    options: { github: { repository: 'octo-org/another' } },
    ends: { ...FAILED, reason_code: 'bad_input' }
  }),
  deletion({
    ending: '`confirm` names another app',
    inputs: { confirm: 'other' },
    ends: { ...UNREAD, reason_code: 'bad_input' }
  }),
  deletion({
    ending: 'the platform refuses it',
    fails: [{ method: 'DeleteApp', fault: REFUSED }],
    ends: { ...FAILED, reason_code: 'platform_unavailable' }
  }),
  deletion({
    ending: 'the credentials may not delete it',
    fails: [{ method: 'DeleteApp', fault: DENIED }],
    ends: { ...FAILED, reason_code: 'permission_denied' }
  }),
  deletion({
    ending: 'another run publishes while the app is being deleted',
    fails: [
      { method: 'DeleteApp', fault: REFUSED },
      { method: 'GetApp', call: 2, fault: { action: 'delay', ms: 3000 } }
    ],
    meanwhile: async ({ step, platform }) => {
      await step.line(/made acme\/greeter/)
      await platform.saveDraft('theirs')
      await platform.publish()
    },
    ends: { ...FAILED, reason_code: 'draft_conflict', changed: '', active_version: '2' }
  }),
  deletion({
    ending: 'it is lost twice, and was not seen to take effect',
    isSlow: true,
    fails: [1, 2].map((call) => ({ method: 'DeleteApp', call, fault: LOST })),
    ends: { ...FAILED, reason_code: 'platform_unavailable', changed: '' }
  }),
  deletion({
    ending: 'the job is cancelled while it is made',
    fails: [{ method: 'DeleteApp', fault: HANG }],
    meanwhile: cancelledDuring('DeleteApp'),
    ends: { ...FAILED, reason_code: 'cancelled', changed: '', active_version: '' }
  }),
  ...beforeReading(DELETION).filter(({ ending }) => ending !== 'an input is wrong')
]

const READING = { mode: 'status', begins: 'one', inputs: { code: '' } } as const
const reading = rowOf(READING)

const SEEN = { status: 'unchanged', reason_code: 'ok', changed: 'false', app_id: 'acme/greeter' } as const

export const STATUS_ROWS: readonly OutputRow[] = [
  reading({ ending: 'version 1 is live', ends: { ...READ, ...SEEN, code_hash: 'of version 1' } }),
  reading({
    ending: 'version 1 is live, and a draft lies there',
    begins: 'draft',
    ends: { ...READ, ...SEEN, code_hash: 'of version 1' }
  }),
  reading({ ending: 'there is no such app', begins: 'nothing', ends: { ...UNREAD, reason_code: 'app_missing' } }),
  ...beforeReading(READING)
]
