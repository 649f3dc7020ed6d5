import { createCompiles } from './compiles.ts'
import { openData } from './data-directory.ts'
import { createHandling } from './handling.ts'
import type { Ignite } from './ignite.ts'
import { createPlaces } from './running/places.ts'
import { createTools } from './running/tools.ts'
import { createWorkers } from './running/workers.ts'
import { createRuntimes } from './runtimes.ts'

/** What keeps and runs the apps, without a way to call it. Disposing ends all that runs, and writes how it ended. */
export type Engine = AsyncDisposable & Pick<Ignite, 'store' | 'handling' | 'compiles' | 'now'>

/** `path` is where tools are looked for. Throws StoreError when the data directory cannot be used. */
export async function startEngine(options: { readonly data?: string; readonly path: string }): Promise<Engine> {
  const now = Date.now
  await using starting = new AsyncDisposableStack()
  const { store, path: data } = starting.use(await openData(options.data))
  const runtimes = createRuntimes(data)
  const tools = createTools(options.path)
  const places = await createPlaces({ runtimes, tools, data })
  const compiles = starting.adopt(createCompiles({ store, places, now }), (it) => it.close())
  const workers = createWorkers({ runtimes, tools, places })
  const handling = starting.adopt(createHandling({ store, runtimes, tools, workers, now }), (it) => it.close())
  const running = starting.move()
  return { store, handling, compiles, now, [Symbol.asyncDispose]: () => running.disposeAsync() }
}
