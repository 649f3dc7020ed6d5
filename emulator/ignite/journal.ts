import { createHash } from 'node:crypto'
import { status } from '@grpc/grpc-js'
import type { Observed } from '../wire/exchange.ts'

/** One call as it arrived and ended. */
export type JournalEntry = {
  /** `ComputeService/GetApp` */
  readonly method: string
  /** Counted from 1, for each method by itself. */
  readonly call: number
  /** As the handler got it, bytes as `{ bytes, sha256 }`; of a client's stream, those of all its messages together. */
  readonly request: unknown
  /** What the platform answered, in the same form; there also where a fault lost it, since the call took effect. */
  readonly answer?: unknown
  /** The status's name, or DROPPED where a fault cut the connection. */
  readonly outcome: string
  readonly details: string
  /** Milliseconds since the epoch. */
  readonly arrivedAtMs: number
  /** When the handler had run, which a fault may tell the client much later; where it did not run, when the call ended. */
  readonly doneAtMs: number
  /** The client's `user-agent`. */
  readonly agent: string
  /** The client's `idempotency-key`; empty where it sends none. The emulator does not look at it. */
  readonly idempotencyKey: string
  /** The client's address and port. */
  readonly peer: string
}

export function journalEntry({ method, call, request, answer, outcome, ...rest }: Observed): JournalEntry {
  const ended =
    outcome === 'dropped'
      ? { outcome: 'DROPPED', details: '' }
      : { outcome: status[outcome.code] ?? String(outcome.code), details: outcome.details }
  const answered = answer === undefined ? {} : { answer: summarised(answer) }
  return { method, call, request: summarised(request), ...answered, ...ended, ...rest }
}

/** Bytes as their length and hash: a journal with archives in it could not be read, nor compared. */
function summarised(value: unknown): unknown {
  if (value instanceof Uint8Array) {
    return { bytes: value.length, sha256: createHash('sha256').update(value).digest('hex') }
  }
  if (Array.isArray(value)) return value.map(summarised)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, summarised(member)]))
}
