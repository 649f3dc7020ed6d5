import { StatusError } from '../../contract/contract.ts'
import type { Registry } from '../images/image-registry.ts'
import type { Images } from '../images/images.ts'
import type { HostEnvironment } from '../images/tools/host-environment.ts'
import type { Image } from '../model/image-model.ts'
import { type App, type Artifact, appId } from '../model/model.ts'
import type { OnLog } from '../running/worker.ts'
import { SLOTS, type Slot } from '../running/workers.ts'
import { ContainerError, type RunningContainer, startContainer } from './container.ts'

type Served = { readonly app: App; readonly artifact: Artifact; readonly slot: Slot; readonly onLog: OnLog }

export type Serving = {
  /**
   * The port where the artifact's image listens. The image is pulled anew each time, as the platform does at a cold
   * start, and another one replaces what runs. Throws StatusError when it cannot be pulled, ContainerError.
   */
  port(served: Served): Promise<number>
  /** The image as it is pulled. Throws StatusError. */
  pull(app: App, artifact: Artifact): Promise<Image>
  /** Ends what runs for the app. */
  stop(app: App): Promise<void>
  close(): Promise<void>
}

type Tools = {
  readonly images: Images
  readonly registry: Registry
  readonly environment: HostEnvironment
  readonly healthWaitMs: number
}

type Seat = {
  queue: Promise<unknown>
  tenant: { readonly identity: string; readonly container: RunningContainer } | undefined
}

/** One container for each app and slot, started when it is needed. */
export function createServing(tools: Tools): Serving {
  const seats = new Map<string, Seat>()
  const closing = new AbortController()
  const empty = async (seat: Seat) => {
    await seat.queue.catch(() => undefined)
    await seat.tenant?.container.close()
    seat.tenant = undefined
  }
  return {
    pull: (app, artifact) => pullFor(app, artifact, tools.registry),
    port: (served) => {
      const key = `${appId(served.app)} ${served.slot}`
      const seat = seats.get(key) ?? { queue: Promise.resolve(), tenant: undefined }
      seats.set(key, seat)
      const settled = seat.queue.then(() => {
        closing.signal.throwIfAborted()
        return settle(seat, served, { ...tools, signal: closing.signal })
      })
      seat.queue = settled.catch(() => undefined)
      return settled
    },
    stop: async (app) => {
      const keys = SLOTS.map((slot) => `${appId(app)} ${slot}`)
      await Promise.all(keys.map((key) => seats.get(key)).map((seat) => seat && empty(seat)))
      for (const key of keys) seats.delete(key)
    },
    close: async () => {
      closing.abort(new Error('the emulator is closing'))
      await Promise.all([...seats.values()].map(empty))
    }
  }
}

function pullFor({ organization }: App, { code, imageRef }: Artifact, registry: Registry): Promise<Image> {
  const secretRef = code.kind === 'PREBUILT' ? code.registrySecretRef : ''
  return registry.pull({ organization, reference: imageRef, secretRef })
}

type Settling = Tools & { readonly signal: AbortSignal }

async function settle(seat: Seat, { app, artifact, onLog }: Served, tools: Settling): Promise<number> {
  const { images, registry, ...how } = tools
  const image = await pullFor(app, artifact, registry)
  const { env, health_path: healthPath } = app.settings
  const identity = JSON.stringify([image.digest, healthPath, Object.entries(env).sort()])
  if (seat.tenant?.container.alive && seat.tenant.identity === identity) return seat.tenant.container.port
  await seat.tenant?.container.close()
  seat.tenant = undefined
  const root = images.rootOf(image)
  const container = await startContainer({ ...how, config: image.config, root, env, healthPath, onLog })
  seat.tenant = { identity, container }
  return container.port
}

/** What goes wrong with an image before it answers, as opposed to a mistake of the emulator's. */
export function isServingError(error: unknown): error is Error {
  return error instanceof ContainerError || error instanceof StatusError
}
