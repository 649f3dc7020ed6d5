import { status } from '@grpc/grpc-js'
import { StatusError, type Unary } from '../../contract/contract.ts'
import { text } from '../model/request-fields.ts'
import { callerOf, requireOrganization } from './access.ts'
import type { Ignite } from './handler-tools.ts'
import { executionStatus } from './messages/wire-words.ts'

/** The methods that tell what handlers did. */
export function executionHandlers({ store, variants, tokens }: Ignite): Readonly<Record<string, Unary>> {
  return {
    'ComputeService/GetExecution': async ({ request, metadata }) => {
      const id = text(request, 'execution_id')
      const execution = store.execution(id)
      if (!execution) throw new StatusError(status.NOT_FOUND, `execution ${id} not found`)
      requireOrganization(callerOf(tokens, metadata), execution.app.organization)
      const { error } = execution
      const output = variants.has('payload-string') ? Buffer.from(execution.output).toString() : execution.output
      return { execution: { execution_id: id, status: executionStatus(execution, variants), output, error } }
    }
  }
}
