import { cp, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ulid } from '../model/ids.ts'
import type { Image } from '../model/image-model.ts'
import type { Store } from '../model/store.ts'
import { unpackContext } from './context.ts'
import { checkOut, type GitOrder, type KnownRepository } from './git.ts'
import { manifestOf } from './image-manifest.ts'
import { buildDockerfile } from './kaniko/kaniko.ts'
import { buildWithBuildpacks } from './paketo.ts'
import { BuildError } from './tools/build-error.ts'
import type { HostEnvironment } from './tools/host-environment.ts'
import type { Site } from './tools/site.ts'

export type Source =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'directory'; readonly directory: string }
  | ({ readonly kind: 'git' } & GitOrder)

export type BuildOrder = Pick<Site, 'args' | 'references' | 'say'> & {
  readonly source: Source
  readonly signal?: AbortSignal
  /** Undefined asks for buildpacks. */
  readonly dockerfile: string | undefined
}

export type BuiltImage = { readonly image: Image; readonly contextBytes: number }

export type Images = {
  /** Builds an image and gives it its references. Throws BuildError, or the signal's reason. */
  build(order: BuildOrder): Promise<BuiltImage>
  /** The image's root on this machine's disk. */
  rootOf(image: Image): string
  /** Ends what is being built, and resolves when it has ended. */
  close(): Promise<void>
}

type Tools = {
  readonly store: Store
  /** The emulator's data directory. */
  readonly data: string
  readonly environment: HostEnvironment
  readonly repositories: readonly KnownRepository[]
  readonly systemPackages: boolean
  readonly now: () => number
}

/** Images are directories below `images`. What an earlier emulator had not finished is removed. */
export async function createImages(tools: Tools): Promise<Images> {
  const { store, data, now } = tools
  await removeUnfinished(store, data)
  const closing = new AbortController()
  const running = new Set<Promise<unknown>>()
  return {
    rootOf: ({ place }) => join(data, 'images', place),
    build: async (order) => {
      const place = ulid(now())
      const scratch = join(data, 'building', place)
      const signal = AbortSignal.any([closing.signal, ...(order.signal ? [order.signal] : [])])
      const parts = { context: join(scratch, 'context'), root: join(data, 'images', place) }
      const built = buildCleanly({ ...order, ...parts, scratch, signal, place }, tools)
      const over = built.catch(() => undefined).finally(() => running.delete(over))
      running.add(over)
      return built
    },
    close: async () => {
      closing.abort(new Error('interrupted: the emulator was stopped'))
      await Promise.all(running)
    }
  }
}

async function removeUnfinished(store: Store, data: string): Promise<void> {
  await rm(join(data, 'building'), { recursive: true, force: true })
  const kept = new Set(store.images().map(({ place }) => place))
  const places = await readdir(join(data, 'images')).catch(() => [])
  for (const place of places) {
    if (!kept.has(place)) await rm(join(data, 'images', place), { recursive: true, force: true })
  }
}

type BuildSite = Omit<BuildOrder & Site, 'environment' | 'systemPackages'> & {
  readonly place: string
  readonly signal: AbortSignal
}

/** Leaves nothing behind but the image. */
async function buildCleanly(site: BuildSite, tools: Tools): Promise<BuiltImage> {
  try {
    site.signal.throwIfAborted()
    await mkdir(site.scratch, { recursive: true })
    const contextBytes = await fetchContext(site, tools.repositories)
    return { image: await build(site, tools), contextBytes }
  } catch (error) {
    await rm(site.root, { recursive: true, force: true })
    if (error instanceof BuildError) site.say(Buffer.from(`${error.message}\n`))
    throw site.signal.aborted ? site.signal.reason : error
  } finally {
    await rm(site.scratch, { recursive: true, force: true })
  }
}

async function build(site: BuildSite, { store, environment, systemPackages }: Tools): Promise<Image> {
  const { dockerfile, root, place, references } = site
  const bench: Site = { ...site, environment, systemPackages }
  const built = dockerfile === undefined ? await buildWithBuildpacks(bench) : await buildDockerfile(bench, dockerfile)
  const { digest, bytes } = await manifestOf(root, built.config)
  site.signal.throwIfAborted()
  const known = store.image(digest)
  const image = known ?? { ...built, digest, bytes, place }
  store.transaction(() => {
    if (!known) store.putImage(image)
    for (const reference of references) store.putImageTag(reference, digest)
  })
  if (known) await rm(root, { recursive: true })
  for (const repository of new Set(references.map(repositoryOf))) {
    site.say(Buffer.from(`Pushed ${repository}@${digest}\n`))
  }
  return image
}

/** Puts the context into its place and gives the size of what it came as. */
async function fetchContext(site: BuildSite, repositories: readonly KnownRepository[]): Promise<number> {
  const { source, context, scratch, signal } = site
  switch (source.kind) {
    case 'git':
      await checkOut(source, { repositories, target: context, scratch, signal })
      return sizeOf(context)
    case 'directory':
      await cp(source.directory, context, { recursive: true, verbatimSymlinks: true })
      return sizeOf(context)
    case 'bytes': {
      const file = join(scratch, 'archive')
      await writeFile(file, source.bytes)
      return fetchContext({ ...site, source: { kind: 'file', file } }, repositories)
    }
    case 'file': {
      await mkdir(context)
      await unpackContext(source.file, context)
      return (await stat(source.file)).size
    }
  }
}

async function sizeOf(directory: string): Promise<number> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size)
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

/** The reference without its tag. */
export function repositoryOf(reference: string): string {
  return reference.replace(/@.*$/, '').replace(/:[\w.-]+$/, '')
}
