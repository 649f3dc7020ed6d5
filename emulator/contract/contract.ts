import type { Metadata, status } from '@grpc/grpc-js'

/** One call as a handler sees it: plain objects with the proto's own snake_case names, whatever was permuted. */
export type Call = {
  /** Without the package: `ComputeService/GetApp`. */
  readonly method: string
  /**
   * As @grpc/proto-loader decodes with keepCase, longs: Number, enums: String, defaults, arrays, objects, oneofs:
   * bytes are Buffers, a oneof's name holds the member's name, an unset message is null.
   */
  readonly request: Record<string, unknown>
  readonly metadata: Metadata
  /** Aborted when the client cancels or the connection drops. */
  readonly signal: AbortSignal
}

export type Unary = (call: Call) => Promise<object>
export type ServerStream = (call: Call) => AsyncIterable<object>
export type ClientStream = (call: Call, messages: AsyncIterable<Record<string, unknown>>) => Promise<object>

/** Keyed by `Service/Method`. A method of the schema without a handler answers UNIMPLEMENTED. */
export type Handlers = {
  readonly unary: Readonly<Record<string, Unary>>
  readonly serverStream: Readonly<Record<string, ServerStream>>
  readonly clientStream: Readonly<Record<string, ClientStream>>
}

/** Thrown by handlers: becomes the call's gRPC status. */
export class StatusError extends Error {
  readonly code: status

  constructor(code: status, details: string) {
    super(details)
    this.name = 'StatusError'
    this.code = code
  }
}
