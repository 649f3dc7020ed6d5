import type { Handling } from './handling.ts'
import type { App, Version } from './model.ts'

/** What a live app answers to one HTTP request, whichever way the request came. */
export type Answer = {
  readonly code: number
  readonly body: Buffer
  readonly executionId: string
  /** Empty unless the handler failed. */
  readonly error: string
}

const HEALTHY = Buffer.from('{"status":"ok"}')

/** Only POST bodies reach the handler of a managed runtime; everything else is the platform's health check. */
export async function answerOf(
  handling: Handling,
  request: { readonly app: App; readonly version: Version; readonly verb: string; readonly body: Uint8Array }
): Promise<Answer> {
  if (request.verb !== 'POST') return { code: 200, body: HEALTHY, executionId: '', error: '' }
  const { app, version, body } = request
  const { executionId, outcome } = await handling.call({ app, code: version.code, slot: 'live', payload: body })
  if (outcome.kind === 'completed') return { code: 200, body: outcome.output, executionId, error: '' }
  const { kind, ...failure } = outcome
  const code = kind === 'timeout' ? 504 : 500
  return { code, body: Buffer.from(JSON.stringify(failure)), executionId, error: outcome.error }
}
