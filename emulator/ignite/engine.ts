import { join } from 'node:path'
import type { Variants } from '../contract/variants.ts'
import type { Ignite } from './api/handler-tools.ts'
import { createBuilds } from './builds/build-service.ts'
import { createContexts } from './builds/contexts.ts'
import { createCompiles } from './compiles.ts'
import { openData } from './data-directory.ts'
import { createHandling } from './handling.ts'
import { createDraftImages } from './images/draft-images.ts'
import type { KnownRepository } from './images/git.ts'
import { createRegistry, type KnownImage } from './images/image-registry.ts'
import { createImages } from './images/images.ts'
import { hostEnvironment } from './images/tools/host-environment.ts'
import { createOutputLog } from './output-log.ts'
import { createRollouts } from './rollouts.ts'
import { createPlaces } from './running/places.ts'
import { createWorkers } from './running/workers.ts'
import { createRuntimes } from './runtimes.ts'
import { createServing } from './serving/serving.ts'
import { createTools } from './tools/tools.ts'
import type { Watch } from './watch.ts'

export type EngineOptions = {
  readonly data?: string
  /** Where tools are looked for. */
  readonly path: string
  readonly images: readonly KnownImage[]
  readonly repositories: readonly KnownRepository[]
  /** How long an image may take until its health path answers. */
  readonly healthWaitMs: number
  /** Whether a Dockerfile may install packages into this machine. */
  readonly systemPackages: boolean
  readonly variants: Variants
  readonly watch: Watch
}

/** What keeps and runs the apps, without a way to call it. Disposing ends all that runs, and writes how it ended. */
type Engine = AsyncDisposable &
  Pick<Ignite, 'store' | 'handling' | 'compiles' | 'serving' | 'rollouts' | 'builds' | 'contexts' | 'now'>

/** Throws StoreError when the data directory cannot be used. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const { variants, repositories, systemPackages, watch } = options
  const now = Date.now
  await using starting = new AsyncDisposableStack()
  const { store, path: data } = starting.use(await openData(options.data))
  const runtimes = createRuntimes(data, { parsesPayload: variants.has('payload-parsed') })
  const tools = createTools(options.path)
  const outputs = starting.adopt(createOutputLog(store, now), (it) => it.close())
  const places = await createPlaces({ runtimes, tools, data })
  const environment = hostEnvironment(tools, join(data, 'home'))
  const images = await createImages({ store, data, environment, now, repositories, systemPackages })
  const registry = createRegistry({ store, images, known: options.images })
  const contexts = await createContexts({ store, data, now })
  const common = { store, images, outputs, now }
  const draftImages = createDraftImages(store, images)
  const compiles = starting.adopt(createCompiles({ ...common, places, images: draftImages }), (it) => it.close())
  const namesDigest = variants.has('build-digest')
  const builds = starting.adopt(createBuilds({ ...common, namesDigest }), (it) => it.close())
  const serving = createServing({ images, registry, environment, healthWaitMs: options.healthWaitMs })
  const workers = createWorkers({ runtimes, tools, places })
  const rollouts = createRollouts(now)
  const running = { store, runtimes, tools, workers, serving, rollouts, variants, watch, now }
  const handling = starting.adopt(createHandling(running), (it) => it.close())
  // Compiles and builds end when this does, so it is the first to be closed.
  starting.adopt(images, (it) => it.close())
  const started = starting.move()
  const parts = { store, handling, compiles, serving, rollouts, builds, contexts, now }
  return { ...parts, [Symbol.asyncDispose]: () => started.disposeAsync() }
}
