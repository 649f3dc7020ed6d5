import type { status } from '@grpc/grpc-js'

/** What goes wrong with a call. The effect of a call is whatever its handler does. */
export type Fault =
  /** Answers a status; with `afterEffect` the handler has run and its answer is thrown away. */
  | { readonly action: 'status'; readonly code: status; readonly details: string; readonly afterEffect: boolean }
  /** Cuts the connection, and with it every other call on it. The handler does not run. */
  | { readonly action: 'drop-before' }
  /** The same, once the handler has run. Messages of a stream have been sent then, only the end is missing. */
  | { readonly action: 'drop-after' }
  /** Runs the handler later, also when the client has given up meanwhile: a slow server still takes effect. */
  | { readonly action: 'delay'; readonly ms: number }
  /** Never answers. The handler does not run. */
  | { readonly action: 'hang' }
  /** The same, once the handler has run. Messages of a stream have been sent then: it is never closed. */
  | { readonly action: 'hang-after' }
  /** Cuts the connection after so many messages of a stream, whoever sends it. */
  | { readonly action: 'cut-stream'; readonly messages: number }

export type ScriptedFault = {
  /** `ComputeService/PublishDraft` */
  readonly method: string
  /** Counted from 1, for each method by itself. */
  readonly calls: 'all' | readonly number[]
  readonly fault: Fault
}

export type FaultScript = readonly ScriptedFault[]

export const NO_FAULTS: FaultScript = []

/** The fault for a method's nth call, the first of the script that fits. */
export function faultFor(script: FaultScript, method: string, call: number): Fault | undefined {
  return script.find((entry) => entry.method === method && (entry.calls === 'all' || entry.calls.includes(call)))?.fault
}
