import { expect, test } from '@jest/globals'
import { OUTPUTS } from '../../src/action/outputs.ts'
import type { Outcome, ReasonCode } from '../../src/model/outcome.ts'
import { RESULT_SCHEMA } from '../support/result.ts'

/** The compiler sees to it that none is missing and none is made up. */
const STATUSES: Readonly<Record<Outcome['status'], true>> = {
  published: true,
  drafted: true,
  unchanged: true,
  planned: true,
  rolled_back: true,
  removed: true,
  skipped: true,
  failed: true
}
const REASONS: Readonly<Record<ReasonCode, true>> = {
  ok: true,
  recovered: true,
  superseded: true,
  unchanged: true,
  planned: true,
  no_credentials: true,
  bad_input: true,
  source_error: true,
  auth_failed: true,
  permission_denied: true,
  app_missing: true,
  draft_conflict: true,
  compile_failed: true,
  build_failed: true,
  test_failed: true,
  publish_failed: true,
  publish_unknown: true,
  verify_failed: true,
  settings_failed: true,
  rolled_back: true,
  rollback_refused: true,
  cancelled: true,
  timed_out: true,
  platform_unavailable: true,
  unsupported_server: true,
  internal_error: true
}

const { properties, required } = RESULT_SCHEMA

test('The schema of result has every output, required and described', () => {
  expect(Object.keys(properties)).toEqual(['version', ...OUTPUTS.filter((name) => name !== 'result')])
  expect(required).toEqual(Object.keys(properties))
  expect(
    Object.entries(properties).filter(([, property]) => !(property as { description?: string }).description)
  ).toEqual([])
})

test('It knows the very words of status and reason_code', () => {
  expect(properties.status.enum).toEqual(Object.keys(STATUSES))
  expect(properties.reason_code.enum).toEqual(Object.keys(REASONS))
})
