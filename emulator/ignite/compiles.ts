import { EventEmitter, once } from 'node:events'
import { ulid } from './ids.ts'
import type { App, Compile, CompileOutput, Draft, SdkCode } from './model.ts'
import type { Places } from './running/places.ts'
import type { Store } from './store.ts'

/** Messages of the log are no longer than this, so that a short log has several, cut anywhere. */
const PIECE_BYTES = 256

export type Compiles = {
  /** Begins to compile the app's draft, and gives the draft as it is then. */
  start(app: App, draft: Draft & { readonly code: SdkCode }): Draft
  /** Resolves when that compile is over, however it went. */
  ended(deployId: string): Promise<void>
  /** What the compiler prints, from the start or from now on, until it has ended or the signal comes. */
  log(compile: Compile, options: { readonly live: boolean; readonly signal: AbortSignal }): AsyncIterable<CompileOutput>
  /** Resolves when all have ended, which `Places.close` makes them do. */
  close(): Promise<void>
}

type Tools = { readonly store: Store; readonly places: Places; readonly now: () => number }

export function createCompiles({ store, places, now }: Tools): Compiles {
  const running = new Map<string, Promise<void>>()
  const news = new EventEmitter().setMaxListeners(0)
  const closed = new AbortController()
  const say = (deployId: string, chunk: Uint8Array) => {
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
      const data = Buffer.from(chunk.subarray(at, at + PIECE_BYTES))
      store.appendCompileOutput(deployId, { timestampMs: now(), data })
    }
    news.emit(deployId)
  }
  const end = (compile: Compile, result: Pick<Draft, 'status' | 'error'>) => {
    store.transaction(() => {
      store.putCompile({ ...compile, running: false })
      const draft = store.draft(compile.app)
      // Another draft may have been saved meanwhile.
      if (draft?.deployId === compile.deployId) store.putDraft(compile.app, { ...draft, ...result })
    })
    running.delete(compile.deployId)
    news.emit(compile.deployId)
  }
  return {
    start: (app, draft) => {
      const deployId = ulid(now())
      const compile = { deployId, app: { organization: app.organization, name: app.name }, running: true }
      const compiling: Draft = { ...draft, deployId, status: 'COMPILING', error: '' }
      store.transaction(() => {
        store.putCompile(compile)
        store.putDraft(app, compiling)
      })
      const building = places.build(app, draft.code, (chunk) => say(deployId, chunk))
      const over = building.then(
        () => end(compile, { status: 'COMPILED', error: '' }),
        (error: Error) => end(compile, { status: 'FAILED', error: error.message })
      )
      running.set(deployId, over)
      return compiling
    },
    ended: async (deployId) => running.get(deployId),
    log: ({ deployId }, { live, signal }) =>
      follow(deployId, { live, signal: AbortSignal.any([signal, closed.signal]), store, news }),
    close: async () => {
      await Promise.all(running.values())
      closed.abort()
    }
  }
}

async function* follow(
  deployId: string,
  { live, signal, store, news }: { live: boolean; signal: AbortSignal; store: Store; news: EventEmitter }
): AsyncGenerator<CompileOutput> {
  let next = live ? store.compileOutput(deployId, 0).length : 0
  while (!signal.aborted) {
    const pieces = store.compileOutput(deployId, next)
    yield* pieces
    next += pieces.length
    if (pieces.length > 0) continue
    if (!store.compile(deployId)?.running) return
    try {
      await once(news, deployId, { signal })
    } catch {
      // The client has gone, or the emulator ends.
      return
    }
  }
}
