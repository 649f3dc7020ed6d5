import type { DraftImages } from './images/draft-images.ts'
import { ulid } from './model/ids.ts'
import { type App, type Compile, type Draft, isSdk, type Output } from './model/model.ts'
import type { Store } from './model/store.ts'
import type { OutputLog } from './output-log.ts'
import type { Places } from './running/places.ts'

export type Compiles = {
  /** Begins to compile the app's draft, or to build its image, and gives the draft as it is then. */
  start(app: App, draft: Draft): Draft
  /** Resolves when that compile is over, however it went. */
  ended(deployId: string): Promise<void>
  /** What the compiler prints, from the start or from now on, until it has ended or the signal comes. */
  log(compile: Compile, options: { readonly live: boolean; readonly signal: AbortSignal }): AsyncIterable<Output>
  /** Resolves when all have ended, which `Places.close` and `Images.close` make them do. */
  close(): Promise<void>
}

type Tools = {
  readonly store: Store
  readonly places: Places
  readonly images: DraftImages
  readonly outputs: OutputLog
  readonly now: () => number
}

type Result = Pick<Draft, 'status' | 'error' | 'imageRef'>

export function createCompiles({ store, places, images, outputs, now }: Tools): Compiles {
  const running = new Map<string, Promise<void>>()
  const make = async (app: App, draft: Draft, say: (chunk: Uint8Array) => void): Promise<string> => {
    if (!isSdk(draft.code)) return images.build({ app, code: draft.code, job: draft.deployId, say })
    await places.build(app, draft.code, say)
    return ''
  }
  const end = (compile: Compile, result: Result) => {
    store.transaction(() => {
      store.putCompile({ ...compile, running: false })
      const draft = store.draft(compile.app)
      // Another draft may have been saved meanwhile.
      if (draft?.deployId === compile.deployId) store.putDraft(compile.app, { ...draft, ...result })
    })
    running.delete(compile.deployId)
    outputs.wake(compile.deployId)
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
      const over = make(app, compiling, (chunk) => outputs.append(deployId, chunk)).then(
        (imageRef) => end(compile, { status: 'COMPILED', error: '', imageRef }),
        (error: Error) => end(compile, { status: 'FAILED', error: error.message, imageRef: '' })
      )
      running.set(deployId, over)
      return compiling
    },
    ended: async (deployId) => running.get(deployId),
    log: ({ deployId }, { live, signal }) =>
      outputs.follow(deployId, { live, signal, isRunning: () => store.compile(deployId)?.running ?? false }),
    close: async () => void (await Promise.all(running.values()))
  }
}
