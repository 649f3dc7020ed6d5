import {
  beforeReading,
  cancelledDuring,
  DEAD,
  FAILED,
  FAILING,
  HANG,
  LOST,
  NOT_PASSED,
  PASSED,
  PRINTED,
  PUBLISHED,
  READ,
  SAVED,
  SLOW,
  TESTED,
  UNREAD
} from './mishaps.ts'
import { type OutputRow, rowOf } from './output-row.ts'
import { publishingRows, savingRows } from './saving-rows.ts'

const DRAFT = { mode: 'draft', begins: 'one' } as const
const draft = rowOf(DRAFT)

const DRAFTED = { ...READ, status: 'drafted', reason_code: 'ok', changed: 'false', code_hash: 'of its draft' } as const

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
  ...savingRows(DRAFT),
  ...beforeReading(DRAFT)
]

const PUBLISH = { mode: 'publish', begins: 'draft', inputs: { code: '', 'expected-code-hash': 'DRAFT' } } as const
const publish = rowOf(PUBLISH)

export const PUBLISH_ROWS: readonly OutputRow[] = [
  publish({ ending: 'the draft is published', ends: PUBLISHED }),
  publish({ ending: 'the draft passes its test and is published', inputs: TESTED, ends: { ...PUBLISHED, ...PASSED } }),
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
    ending: 'the answer is lost, and no version is found within `timeout-minutes`',
    isSlow: true,
    inputs: { 'timeout-minutes': '1' },
    fails: [{ method: 'PublishDraft', fault: LOST }],
    ends: { ...SAVED, reason_code: 'timed_out', changed: '', active_version: '' }
  }),
  publish({
    ending: 'the job is cancelled while it is published',
    fails: [{ method: 'PublishDraft', fault: HANG }],
    meanwhile: cancelledDuring('PublishDraft'),
    ends: { ...SAVED, reason_code: 'cancelled', changed: '', active_version: '' }
  }),
  publish({
    ending: 'there is no such app',
    begins: 'nothing',
    inputs: { 'expected-code-hash': 'cafe0001' },
    ends: { ...UNREAD, reason_code: 'app_missing' }
  }),
  ...publishingRows(PUBLISH),
  ...beforeReading(PUBLISH)
]
