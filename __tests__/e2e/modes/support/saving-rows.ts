import { DEFAULT_ACCOUNT } from '../../../../emulator/start.ts'
import {
  cancelledDuring,
  DENIED,
  FAILED,
  FAILING,
  HANG,
  LOST_AFTER,
  NOT_PASSED,
  PASSED,
  PRINTED,
  PUBLISHED,
  REFUSED,
  SAVED,
  SLOW,
  TESTED,
  UNREAD
} from './mishaps.ts'
import { type CommonRow, type OutputRow, rowOf } from './output-row.ts'

/** How a run ends badly until its draft is saved and tested. */
export function savingRows(common: CommonRow): readonly OutputRow[] {
  const row = rowOf(common)
  return [
    row({
      ending: 'the code is not there',
      inputs: { code: 'nowhere' },
      ends: { ...UNREAD, reason_code: 'bad_input' }
    }),
    row({
      ending: 'a file of the code holds a credential of this run',
      files: { 'greeter/notes.txt': `key: ${DEFAULT_ACCOUNT.secret}\n` },
      ends: { ...UNREAD, reason_code: 'source_error' }
    }),
    row({
      ending: 'there is no such app, and `create-app` is false',
      begins: 'nothing',
      inputs: { 'create-app': 'false' },
      ends: { ...UNREAD, reason_code: 'app_missing' }
    }),
    row({
      ending: 'the credentials may not save the draft',
      fails: [{ method: 'SaveDraft', fault: DENIED }],
      ends: { ...FAILED, reason_code: 'permission_denied' }
    }),
    row({
      ending: 'the code is not compiled',
      inputs: { runtime: 'rust' },
      files: {
        'greeter/Cargo.toml': '[package]\nname = "greeter"\nversion = "0.1.0"\nedition = "2021"\n',
        'greeter/src/lib.rs': ''
      },
      fails: [{ method: 'CompileDraft', fault: REFUSED }],
      ends: { ...SAVED, reason_code: 'compile_failed' }
    }),
    row({
      ending: 'the image cannot be built',
      inputs: { 'dockerfile-path': 'Dockerfile' },
      files: { 'greeter/Dockerfile': 'FROM scratch\nCOPY nowhere /\n' },
      ends: { ...SAVED, reason_code: 'build_failed', deploy_id: 'set', log_path: 'set' }
    }),
    row({
      ending: 'the draft does not pass its test',
      inputs: FAILING,
      ends: { ...SAVED, ...NOT_PASSED, ...PRINTED, reason_code: 'test_failed' }
    }),
    row({
      ending: 'another run replaces the draft while it is tested',
      inputs: TESTED,
      fails: [{ method: 'TestDraft', fault: SLOW }],
      meanwhile: async ({ step, platform }) => {
        await step.line(/^Saved draft/)
        await platform.saveDraft('theirs')
      },
      ends: { ...SAVED, ...PASSED, reason_code: 'draft_conflict' }
    }),
    row({
      ending: 'the job is cancelled while the draft is saved',
      fails: [{ method: 'SaveDraft', fault: HANG }],
      meanwhile: cancelledDuring('SaveDraft'),
      ends: { ...FAILED, reason_code: 'cancelled' }
    })
  ]
}

/** How a publish ends that does not end as it was meant to. */
export function publishingRows(common: CommonRow): readonly OutputRow[] {
  const row = rowOf(common)
  return [
    row({
      ending: 'the answer is lost, and the version is found',
      fails: [{ method: 'PublishDraft', fault: LOST_AFTER }],
      ends: { ...PUBLISHED, reason_code: 'recovered' }
    }),
    row({
      ending: 'the settings are refused',
      inputs: { tier: 'large' },
      fails: [{ method: 'UpdateAppConfig', fault: REFUSED }],
      ends: { ...SAVED, reason_code: 'settings_failed' }
    }),
    row({
      ending: 'the platform refuses to publish',
      fails: [{ method: 'PublishDraft', fault: REFUSED }],
      ends: { ...SAVED, reason_code: 'publish_failed' }
    })
  ]
}
