import { createHash } from 'node:crypto'
import { Stopped } from '../../model/errors.ts'
import type { Clock } from '../../model/ports/ports.ts'
import type { Channel } from '../network/channel.ts'
import { Metadata, status } from '../network/grpc.ts'
import { isServiceError } from '../network/transport.ts'
import { named, type Purpose } from './call-failure.ts'
import type { Effect } from './retry.ts'
import type { TokenSource } from './token-source.ts'

/** What every call of a run shares. */
export type Link = {
  readonly channel: Channel
  readonly token: TokenSource
  readonly clock: Clock
  /** Aborted when the run is told to stop; its reason is thrown. */
  readonly stop: AbortSignal
  /** Milliseconds of `clock` at which `timeout-minutes` is over. */
  readonly endsAt: number
  readonly debug: (text: string) => void
  /** Tells this step of this run from any other. */
  readonly step: string
}

export type Manner = Purpose & {
  readonly effect: Effect
  /** The longest that one try may take, in milliseconds. */
  readonly capMs: number
  /** How long a call in flight is left alone after the run was told to stop, in milliseconds. */
  readonly graceMs?: number
  /** What the step wants done once: a second call with the same is the same deed. */
  readonly once?: string
}

/** The run's own end is to come first: it says better what happened. */
const AFTER_THE_END_MS = 1_000

/** Every call has one: gRPC's own default is to wait for ever. */
export function deadline({ clock, endsAt }: Link, { capMs, graceMs = 0 }: Manner): { deadline: number } {
  return { deadline: Date.now() + Math.max(1, Math.min(capMs, endsAt - clock.now() + graceMs + AFTER_THE_END_MS)) }
}

/** The stop's reason in the words of what it ended: at the time limit the reader wants to know what took so long. */
export function stopReason({ stop }: Pick<Link, 'stop'>, purpose: Pick<Purpose, 'doing' | 'rpc'>): unknown {
  const { reason } = stop
  if (!(reason instanceof Stopped) || reason.reason !== 'timed_out') return reason
  return new Stopped('timed_out', `${reason.message} It was waiting for the platform: ${named(purpose)}.`, {
    hint: reason.hint
  })
}

/** A call that was not answered in time may have gone into a dead connection; the next one takes another. */
export function leaveSilence({ channel }: Link, error: unknown): void {
  if (isServiceError(error) && error.code === status.DEADLINE_EXCEEDED) channel.reconnect()
}

export function bearer(token: string): Metadata {
  const metadata = new Metadata()
  metadata.set('authorization', `Bearer ${token}`)
  return metadata
}

/**
 * What goes with a call. A platform that does not know idempotency keys ignores the key; for one that does, and for who
 * reads its log, it says which run a call belongs to.
 */
export function metadataFor({ step }: Link, { once }: Manner, token: string): Metadata {
  const metadata = bearer(token)
  if (once !== undefined) {
    metadata.set('idempotency-key', createHash('sha256').update(`${step}\n${once}`).digest('hex'))
  }
  return metadata
}
