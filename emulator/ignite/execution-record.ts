import type { Variants } from '../contract/variants.ts'
import type { App, Execution } from './model/model.ts'
import { failureBody, type Outcome } from './running/worker.ts'

export function pendingExecution({ organization, name }: App, id: string): Execution {
  return { id, app: { organization, name }, status: 'PENDING', output: Buffer.alloc(0), error: '' }
}

export function asFailure(error: unknown): Outcome {
  const known = error instanceof Error ? error : new Error(String(error))
  return { kind: 'failed', error: known.message }
}

export function resultOf(outcome: Outcome, variants: Variants): Partial<Execution> {
  switch (outcome.kind) {
    case 'completed':
      return { status: 'COMPLETED', output: outcome.output }
    case 'failed':
      return { status: 'FAILED', error: errorOf(outcome, variants), output: failureBody(outcome) }
    case 'timeout':
      return { status: 'TIMEOUT', error: outcome.error }
  }
}

function errorOf({ error, exception }: Extract<Outcome, { kind: 'failed' }>, variants: Variants): string {
  return exception === undefined || variants.has('traceback-in-output') ? error : exception.traceback
}
