import { DEFAULT_ACCOUNT } from '../../../../emulator/start.ts'
import {
  beforeReading,
  cancelledAfter,
  DEAD,
  DENIED,
  FAILED,
  FAILING,
  HANG,
  LOST,
  LOST_AFTER,
  NOT_PASSED,
  PASSED,
  PRINTED,
  READ,
  REFUSED,
  SLOW,
  TESTED,
  UNREAD
} from './mishaps.ts'
import type { OutputRow } from './output-row.ts'

function draft(row: Omit<OutputRow, 'mode' | 'begins'> & Partial<Pick<OutputRow, 'begins'>>): OutputRow {
  return { mode: 'draft', begins: 'one', ...row }
}

const DRAFTED = { ...READ, status: 'drafted', reason_code: 'ok', changed: 'false', code_hash: 'of its draft' } as const
const SAVED = { ...FAILED, code_hash: 'of its draft' } as const

export const DRAFT_ROWS: readonly OutputRow[] = [
  draft({ ending: 'the draft is saved', ends: DRAFTED }),
  draft({
    ending: 'the draft is saved and passes its test',
    inputs: TESTED,
    ends: { ...DRAFTED, ...PASSED, ...PRINTED }
  }),
  draft({
    ending: 'the app is made, and the draft is saved',
    begins: 'nothing',
    ends: { status: 'drafted', reason_code: 'ok', changed: 'false', app_id: 'acme/greeter', code_hash: 'of its draft' }
  }),
  draft({
    ending: 'the draft does not pass its test',
    inputs: FAILING,
    ends: { ...SAVED, ...NOT_PASSED, ...PRINTED, reason_code: 'test_failed' }
  }),
  draft({
    ending: 'another run replaces the draft while it is tested',
    inputs: TESTED,
    fails: [{ method: 'TestDraft', fault: SLOW }],
    meanwhile: async ({ step, platform }) => {
      await step.line(/^Saved draft/)
      await platform.saveDraft('theirs')
    },
    ends: { ...SAVED, ...PASSED, reason_code: 'draft_conflict' }
  }),
  draft({
    ending: 'the code is not there',
    inputs: { code: 'nowhere' },
    ends: { ...UNREAD, reason_code: 'bad_input' }
  }),
  draft({
    ending: 'a file of the code holds a credential of this run',
    files: { 'greeter/notes.txt': `key: ${DEFAULT_ACCOUNT.secret}\n` },
    ends: { ...UNREAD, reason_code: 'source_error' }
  }),
  draft({
    ending: 'there is no such app, and `create-app` is false',
    begins: 'nothing',
    inputs: { 'create-app': 'false' },
    ends: { ...UNREAD, reason_code: 'app_missing' }
  }),
  draft({
    ending: 'the credentials may not save it',
    fails: [{ method: 'SaveDraft', fault: DENIED }],
    ends: { ...FAILED, reason_code: 'permission_denied' }
  }),
  draft({
    ending: 'the image cannot be built',
    inputs: { 'dockerfile-path': 'Dockerfile' },
    files: { 'greeter/Dockerfile': 'FROM scratch\nCOPY nowhere /\n' },
    ends: { ...FAILED, reason_code: 'build_failed', code_hash: 'of its draft', deploy_id: 'set', log_path: 'set' }
  }),
  draft({
    ending: 'the job is cancelled while it is saved',
    fails: [{ method: 'SaveDraft', fault: HANG }],
    meanwhile: cancelledAfter(/^Version 1 of acme\/greeter is active/),
    ends: { ...FAILED, reason_code: 'cancelled' }
  }),
  ...beforeReading({ mode: 'draft', begins: 'one' })
]

function publish(row: Omit<OutputRow, 'mode' | 'begins'> & Partial<Pick<OutputRow, 'begins'>>): OutputRow {
  return {
    mode: 'publish',
    begins: 'draft',
    ...row,
    inputs: { code: '', 'expected-code-hash': 'DRAFT', ...row.inputs }
  }
}

const PUBLISHED = {
  ...READ,
  status: 'published',
  reason_code: 'ok',
  changed: 'true',
  published_version: '2',
  active_version: '2',
  code_hash: 'of its draft'
} as const

export const PUBLISH_ROWS: readonly OutputRow[] = [
  publish({ ending: 'the draft is published', ends: PUBLISHED }),
  publish({ ending: 'the draft passes its test and is published', inputs: TESTED, ends: { ...PUBLISHED, ...PASSED } }),
  publish({
    ending: 'the answer is lost, and the version is found',
    fails: [{ method: 'PublishDraft', fault: LOST_AFTER }],
    ends: { ...PUBLISHED, reason_code: 'recovered' }
  }),
  publish({
    ending: 'another run replaces the draft after version 2, which holds it, became active',
    begins: 'two',
    inputs: { 'expected-code-hash': 'ACTIVE' },
    meanwhile: ({ platform }) => platform.saveDraft('theirs'),
    fails: [{ method: 'GetApp', fault: SLOW }],
    ends: {
      ...READ,
      status: 'unchanged',
      reason_code: 'unchanged',
      changed: 'false',
      previous_version: '2',
      active_version: '2',
      code_hash: 'of version 2'
    }
  }),
  publish({
    ending: 'the draft is published, and does not answer',
    inputs: DEAD,
    ends: { ...PUBLISHED, status: 'failed', reason_code: 'verify_failed' }
  }),
  publish({
    ending: 'another draft lies there than is expected',
    inputs: { 'expected-code-hash': 'cafe0001' },
    ends: { ...FAILED, reason_code: 'draft_conflict' }
  }),
  publish({
    ending: 'the draft does not pass its test',
    inputs: FAILING,
    ends: { ...SAVED, ...NOT_PASSED, reason_code: 'test_failed' }
  }),
  publish({
    ending: 'the settings are refused',
    inputs: { tier: 'large' },
    fails: [{ method: 'UpdateAppConfig', fault: REFUSED }],
    ends: { ...SAVED, reason_code: 'settings_failed' }
  }),
  publish({
    ending: 'the platform refuses it',
    fails: [{ method: 'PublishDraft', fault: REFUSED }],
    ends: { ...SAVED, reason_code: 'publish_failed' }
  }),
  publish({
    ending: 'the answer is lost, and no version is found within `timeout-minutes`',
    isSlow: true,
    inputs: { 'timeout-minutes': '1' },
    fails: [{ method: 'PublishDraft', fault: LOST }],
    ends: { ...SAVED, reason_code: 'timed_out', changed: '', active_version: '' }
  }),
  publish({
    ending: 'the job is cancelled while it is published',
    fails: [{ method: 'PublishDraft', fault: HANG }],
    meanwhile: cancelledAfter(/^The draft is the expected one/),
    ends: { ...SAVED, reason_code: 'cancelled', changed: '', active_version: '' }
  }),
  publish({
    ending: 'there is no such app',
    begins: 'nothing',
    inputs: { 'expected-code-hash': 'cafe0001' },
    ends: { ...UNREAD, reason_code: 'app_missing' }
  }),
  ...beforeReading({ mode: 'publish', begins: 'draft', inputs: { code: '', 'expected-code-hash': 'DRAFT' } })
]
