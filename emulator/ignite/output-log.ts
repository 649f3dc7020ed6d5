import { EventEmitter, once } from 'node:events'
import type { Output } from './model/model.ts'
import type { Store } from './model/store.ts'

/** Pieces are no longer than this, so that a short log has several, cut anywhere. */
const PIECE_BYTES = 256

/** What compilers and builds print: kept, and followed while they run. */
export type OutputLog = {
  append(job: string, chunk: Uint8Array): void
  /** Tells those who follow it that the job may be over. */
  wake(job: string): void
  /** What the job prints, from the start or from now on, until it has ended or the signal comes. */
  follow(
    job: string,
    options: { readonly live: boolean; readonly signal: AbortSignal; readonly isRunning: () => boolean }
  ): AsyncIterable<Output>
  /** Ends all following. */
  close(): void
}

export function createOutputLog(store: Store, now: () => number): OutputLog {
  const news = new EventEmitter().setMaxListeners(0)
  const closed = new AbortController()
  return {
    append: (job, chunk) => {
      for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
        store.appendOutput(job, { timestampMs: now(), data: Buffer.from(chunk.subarray(at, at + PIECE_BYTES)) })
      }
      news.emit(job)
    },
    wake: (job) => void news.emit(job),
    follow: async function* (job, { live, signal, isRunning }) {
      const stop = AbortSignal.any([signal, closed.signal])
      let next = live ? store.output(job, 0).length : 0
      while (!stop.aborted) {
        const pieces = store.output(job, next)
        // A yield waits, even of nothing, and meanwhile the emulator may end and its store close.
        if (pieces.length === 0) {
          if (!isRunning()) return
          // Rejects when the client has gone, or the emulator ends.
          await once(news, job, { signal: stop }).catch(() => undefined)
        }
        yield* pieces
        next += pieces.length
      }
    },
    close: () => closed.abort()
  }
}
