import type { ServiceError } from './grpc.ts'

/** An error that grpc-js made of a call's status. */
export function isServiceError(error: unknown): error is ServiceError {
  return error instanceof Error && 'code' in error && typeof error.code === 'number' && 'details' in error
}

/** Cancels the call when the signal fires, until it is disposed of. */
export function cancelledBy(signal: AbortSignal, call: { cancel(): void }): Disposable {
  const cancel = () => call.cancel()
  if (signal.aborted) cancel()
  signal.addEventListener('abort', cancel, { once: true })
  return { [Symbol.dispose]: () => signal.removeEventListener('abort', cancel) }
}
