import { PlatformError } from '../../../../src/model/errors.ts'
import type { ReasonCode } from '../../../../src/model/outcome.ts'
import type { Method } from './schedule.ts'

/** How the client tells the end of a call that went wrong. */
export function callError(
  method: Method,
  code: string,
  ambiguous: boolean,
  words = 'the model says so'
): PlatformError {
  const reason = REASONS[code] ?? DOING[method] ?? 'platform_unavailable'
  return new PlatformError(code, `${method}: ${code}: ${words}`, { ambiguous, reason })
}

const REASONS: Readonly<Record<string, ReasonCode>> = {
  UNAVAILABLE: 'platform_unavailable',
  CANCELLED: 'platform_unavailable',
  PERMISSION_DENIED: 'permission_denied',
  UNAUTHENTICATED: 'auth_failed'
}

const DOING: Partial<Readonly<Record<Method, ReasonCode>>> = {
  createApp: 'app_missing',
  updateSettings: 'settings_failed',
  saveDraft: 'source_error',
  compileDraft: 'compile_failed',
  testDraft: 'test_failed',
  readExecution: 'test_failed',
  publishDraft: 'publish_failed',
  rollback: 'rollback_refused',
  createBuild: 'build_failed',
  uploadContext: 'build_failed'
}
