import { status } from '@grpc/grpc-js'
import type { Fault } from '../../../../emulator/wire/faults/faults.ts'
import { CLOSED_ADDRESS } from '../../support/answering.ts'
import { type CommonRow, type ExpectedEnd, type OutputRow, rowOf, type Scene } from './output-row.ts'

/** What goes wrong in the rows of several modes. */
export const REFUSED: Fault = { action: 'status', code: status.FAILED_PRECONDITION, details: 'no', afterEffect: false }
export const DENIED: Fault = { action: 'status', code: status.PERMISSION_DENIED, details: 'no', afterEffect: false }
export const LOST: Fault = { action: 'status', code: status.UNAVAILABLE, details: 'no', afterEffect: false }
export const LOST_AFTER: Fault = { action: 'drop-after' }
export const HANG: Fault = { action: 'hang' }
export const SLOW: Fault = { action: 'delay', ms: 3000 }

/** Of a run that ended before it read the app. */
export const UNREAD = { status: 'failed', changed: 'false' } as const

/** What is read of an app first, while version 1 is live. */
export const READ = {
  app_id: 'acme/greeter',
  previous_version: '1',
  active_version: '1',
  public_url: 'set',
  url: 'set',
  public_urls: 'set'
} as const

/** The same of a run that failed, and changed nothing. */
export const FAILED = { ...UNREAD, ...READ } as const

/** The same of one that saved a draft, or found the one that was expected. */
export const SAVED = { ...FAILED, code_hash: 'of its draft' } as const

export const PUBLISHED = {
  ...READ,
  status: 'published',
  reason_code: 'ok',
  changed: 'true',
  published_version: '2',
  active_version: '2',
  code_hash: 'of its draft'
} as const

export const TESTED = { 'test-payload': '{"name": "Ada"}' }
export const FAILING = { ...TESTED, 'test-expect': '{"version": "nine"}' }
export const PASSED = { test_status: 'passed', test_execution_ids: 'set' } as const
export const NOT_PASSED = { test_status: 'failed', test_execution_ids: 'set' } as const
/** The greeter prints, and the code that is saved by hand does not. */
export const PRINTED = { log_path: 'set' } as const

/** What is asked after publishing does not answer. */
export const DEAD = { 'verify-url': `http://${CLOSED_ADDRESS}/`, 'verify-timeout-seconds': '1' }

/** Cancels the job while its call of a method is with the platform. */
export function cancelledDuring(method: string): (scene: Scene) => Promise<void> {
  return async ({ step, arrived }) => {
    await arrived(method)
    step.cancel()
  }
}

/** What goes wrong in every mode alike before the app is read. */
export function beforeReading(common: CommonRow): readonly OutputRow[] {
  const row = (ending: string, ends: Omit<ExpectedEnd, keyof typeof UNREAD>, more: Partial<OutputRow> = {}) =>
    rowOf(common)({ ...more, ending, ends: { ...UNREAD, ...ends } })
  return [
    row('an input is wrong', { reason_code: 'bad_input' }, { inputs: { app: 'No App' } }),
    row(
      'the credentials are refused',
      { reason_code: 'auth_failed' },
      { inputs: { 'service-account-secret': 'wrong' } }
    ),
    row(
      'the platform has no reflection',
      { reason_code: 'unsupported_server' },
      { platform: { variants: ['reflection-none'] } }
    ),
    row(
      'the platform does not answer',
      { reason_code: 'platform_unavailable' },
      { inputs: { 'api-endpoint': CLOSED_ADDRESS } }
    ),
    row(
      'the credentials may not read the app',
      { reason_code: 'permission_denied' },
      { fails: [{ method: 'GetApp', fault: DENIED }] }
    ),
    row(
      'the job is cancelled while the app is read',
      { reason_code: 'cancelled' },
      { fails: [{ method: 'GetApp', fault: HANG }], meanwhile: cancelledDuring('GetApp') }
    )
  ]
}
