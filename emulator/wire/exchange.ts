import { setTimeout as sleep } from 'node:timers/promises'
import { type Metadata, status } from '@grpc/grpc-js'
import { type Call, StatusError } from '../contract/contract.ts'
import { type Fault, type FaultScript, faultFor } from './faults/faults.ts'

/** How a call ended: a status (CANCELLED also where the client went away), or a connection that a fault cut. */
type Outcome = { readonly code: status; readonly details: string } | 'dropped'

/** One finished call, for the journal. */
export type Observed = {
  /** `ComputeService/GetApp` */
  readonly method: string
  /** Counted from 1, for each method by itself. */
  readonly call: number
  /** As the handler got it; where the client streams, what has come of it (see `summarise`). */
  readonly request: Readonly<Record<string, unknown>>
  /** What the handler answered, also where a fault lost it: the call took effect. A server's stream has none. */
  readonly answer: object | undefined
  readonly outcome: Outcome
  /** Milliseconds since the epoch. */
  readonly arrivedAtMs: number
  /** When the handler had run, which a fault may tell the client much later; where it did not run, when the call ended. */
  readonly doneAtMs: number
  /** The client's `user-agent`. */
  readonly agent: string
  /** The client's `idempotency-key`; empty where it sends none. */
  readonly idempotencyKey: string
  /** The client's address and port. */
  readonly peer: string
}

/** What all calls of a server share. */
export type Exchange = {
  readonly faults: FaultScript
  readonly authenticate: (metadata: Metadata, method: string) => void
  readonly observe: (event: Observed) => void
  /** Cuts the connection of that peer. */
  readonly drop: (peer: string) => void
  /** Counts a method's calls, from 1. */
  readonly count: (method: string) => number
}

/** A call that has arrived. */
export type Arrival = {
  readonly call: Call
  readonly number: number
  readonly peer: string
  /** Milliseconds since the epoch. */
  readonly atMs: number
}

/** Runs a handler and says how it ended; it is told the fault because only a stream can cut itself. */
type Effect = (fault: Fault | undefined) => Promise<Ending>
export type Ending = { readonly answer: object } | Outcome

const DONE = { code: status.OK, details: '' } as const

/**
 * Authenticates a call, applies its fault, runs its handler, and journals it. Never throws: errors become statuses.
 * A connection that is to be cut has been when this returns 'dropped'.
 */
export async function perform(exchange: Exchange, arrival: Arrival, effect: Effect): Promise<Ending> {
  const { call, number, peer, atMs } = arrival
  let answer: object | undefined
  let ranAtMs: number | undefined
  const noted: Effect = async (fault) => {
    const ending = await effect(fault)
    ranAtMs = Date.now()
    if (ending !== 'dropped' && 'answer' in ending) answer = ending.answer
    return ending
  }
  const ending = await settle(exchange, arrival, noted).catch(asStatus)
  if (ending === 'dropped') exchange.drop(peer)
  const outcome = call.signal.aborted && ending !== 'dropped' ? gone() : outcomeOf(ending)
  const header = (name: string): string => String(call.metadata.get(name)[0] ?? '')
  const { method, request } = call
  const client = { agent: header('user-agent'), idempotencyKey: header('idempotency-key') }
  const times = { arrivedAtMs: atMs, doneAtMs: ranAtMs ?? Date.now() }
  exchange.observe({ method, call: number, request, answer, outcome, ...times, peer, ...client })
  return ending
}

async function settle(exchange: Exchange, { call, number }: Arrival, effect: Effect): Promise<Ending> {
  if (call.method !== 'ComputeService/HealthCheck') exchange.authenticate(call.metadata, call.method)
  const fault = faultFor(exchange.faults, call.method, number)
  switch (fault?.action) {
    case 'drop-before':
      return 'dropped'
    case 'hang':
      return untilGone(call.signal)
    case 'hang-after':
      await effect(fault).catch(asStatus)
      return untilGone(call.signal)
    case 'delay':
      await sleep(fault.ms, undefined, { ref: false })
      return effect(fault)
    case 'drop-after':
      await effect(fault).catch(asStatus)
      return 'dropped'
    case 'status':
      if (fault.afterEffect) await effect(fault).catch(asStatus)
      return { code: fault.code, details: fault.details }
    default:
      return effect(fault)
  }
}

/** The status that an error thrown by a handler stands for: INTERNAL unless the handler chose one. */
function asStatus(error: unknown): { readonly code: status; readonly details: string } {
  if (error instanceof StatusError) return { code: error.code, details: wellFormed(error.message) }
  return { code: status.INTERNAL, details: wellFormed(Error.isError(error) ? error.message : String(error)) }
}

/** grpc-js writes details with encodeURI, which throws at half a surrogate pair. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString()
}

function outcomeOf(ending: Ending): Outcome {
  return ending === 'dropped' || 'code' in ending ? ending : DONE
}

async function untilGone(signal: AbortSignal): Promise<Outcome> {
  if (!signal.aborted) {
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
  }
  return gone()
}

function gone(): Outcome {
  return { code: status.CANCELLED, details: 'the client went away' }
}
