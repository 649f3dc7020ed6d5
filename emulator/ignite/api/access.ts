import { type Metadata, status } from '@grpc/grpc-js'
import { type Call, type Handlers, type ServerStream, StatusError, type Unary } from '../../contract/contract.ts'
import { type Caller, TokenError, type Tokens } from '../web/tokens.ts'

/** Who calls. Throws UNAUTHENTICATED. */
export function callerOf(tokens: Tokens, metadata: Metadata): Caller {
  try {
    return tokens.verify(metadata.get('authorization')[0]?.toString())
  } catch (error) {
    if (error instanceof TokenError) throw new StatusError(status.UNAUTHENTICATED, error.message)
    throw error
  }
}

/** Refuses the work on another organization: the text is the one that the platform's users report. */
export function requireOrganization(caller: Caller, organization: unknown): void {
  if (organization !== caller.organization)
    throw new StatusError(status.PERMISSION_DENIED, 'UMA authorization rejected')
}

/** Puts the organization check in front of every handler whose request names an organization. */
export function guarded(handlers: Handlers, tokens: Tokens): Handlers {
  const check = (call: Call) => {
    const organization = call.request['organization_name']
    if (organization !== undefined) requireOrganization(callerOf(tokens, call.metadata), organization)
  }
  const unary = (handler: Unary): Unary => {
    return async (call) => {
      check(call)
      return handler(call)
    }
  }
  const stream = (handler: ServerStream): ServerStream => {
    return (call) => {
      check(call)
      return handler(call)
    }
  }
  return {
    ...handlers,
    unary: mapValues(handlers.unary, unary),
    serverStream: mapValues(handlers.serverStream, stream)
  }
}

function mapValues<T>(values: Readonly<Record<string, T>>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]))
}
