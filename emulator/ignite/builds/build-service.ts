import { type BuiltImage, type Images, repositoryOf } from '../images/images.ts'
import { BuildError } from '../images/tools/build-error.ts'
import { ulid } from '../model/ids.ts'
import type { Build, BuildStatus } from '../model/image-model.ts'
import type { Output } from '../model/model.ts'
import type { Store } from '../model/store.ts'
import type { OutputLog } from '../output-log.ts'
import type { BuildWish } from './build-request.ts'

/** As many run at once; the others wait as PENDING. */
const AT_ONCE = 2

export type Builds = {
  /** Begins a build, and gives its record as it is then. */
  start(organization: string, wish: BuildWish): Build
  /** Ends a build that has not ended, and gives its record. */
  cancel(build: Build): Build
  /** What the build prints, from the start or from now on, until it has ended or the signal comes. */
  log(build: Build, options: { readonly live: boolean; readonly signal: AbortSignal }): AsyncIterable<Output>
  /** Ends all builds, and resolves when that is recorded. */
  close(): Promise<void>
}

type Tools = {
  readonly store: Store
  readonly images: Images
  readonly outputs: OutputLog
  readonly now: () => number
  /** Whether a build's references also name it by its digest. */
  readonly namesDigest: boolean
}

type Running = { readonly stop: AbortController; readonly over: Promise<void> }

export function createBuilds(tools: Tools): Builds {
  const { store, outputs, now } = tools
  const running = new Map<string, Running>()
  const turns = createTurns(AT_ONCE)
  const put = (build: Build): Build => {
    store.putBuild(build)
    outputs.wake(build.id)
    return build
  }
  const run = async (pending: Build, wish: BuildWish, stop: AbortSignal): Promise<void> => {
    using _turn = await turns.next()
    if (hasEnded(store.build(pending.id) ?? pending)) return
    const started = put({ ...pending, status: 'RUNNING', startedAtMs: now() })
    const result = await buildOf(started, wish, { ...tools, stop })
    // It may have been cancelled meanwhile.
    if (!hasEnded(store.build(pending.id) ?? pending)) put({ ...started, ...result, completedAtMs: now() })
  }
  return {
    start: (organization, wish) => {
      const build = put(pendingBuild(organization, wish, now()))
      const stop = new AbortController()
      const over = run(build, wish, stop.signal).finally(() => running.delete(build.id))
      running.set(build.id, { stop, over })
      return build
    },
    cancel: (build) => {
      if (hasEnded(build)) return build
      const cancelled = put({ ...build, status: 'CANCELLED', error: 'the build was cancelled', completedAtMs: now() })
      running.get(build.id)?.stop.abort(new Error('the build was cancelled'))
      return cancelled
    },
    log: ({ id }, { live, signal }) =>
      outputs.follow(id, { live, signal, isRunning: () => !hasEnded(store.build(id)) }),
    close: async () => {
      const all = [...running.values()]
      for (const { stop } of all) stop.abort(new Error('interrupted: the emulator was stopped'))
      await Promise.all(all.map(({ over }) => over))
    }
  }
}

function hasEnded(build: Pick<Build, 'status'> | undefined): boolean {
  return build?.status !== 'PENDING' && build?.status !== 'RUNNING'
}

function pendingBuild(organization: string, { name, dockerfile, shownArgs }: BuildWish, now: number): Build {
  return {
    id: `bld_${ulid(now)}`,
    organization,
    name,
    dockerfile,
    status: 'PENDING',
    buildArgs: shownArgs,
    imageRefs: [],
    error: '',
    createdAtMs: now,
    startedAtMs: 0,
    completedAtMs: 0,
    metrics: null
  }
}

type Result = Pick<Build, 'status' | 'error' | 'imageRefs' | 'metrics'>

async function buildOf(
  { id, startedAtMs }: Build,
  wish: BuildWish,
  { images, outputs, now, namesDigest, stop }: Tools & { readonly stop: AbortSignal }
): Promise<Result> {
  const { source, args, references, dockerfile, timeoutMs } = wish
  const late = AbortSignal.timeout(timeoutMs)
  const say = (chunk: Uint8Array) => outputs.append(id, chunk)
  try {
    stop.throwIfAborted()
    const signal = AbortSignal.any([stop, late])
    const built = await images.build({ source, args, references, dockerfile, say, signal })
    const digests = namesDigest ? [`${repositoryOf(references[0] ?? '')}@${built.image.digest}`] : []
    return succeeded([...references, ...digests], built, now() - startedAtMs)
  } catch (error) {
    if (late.aborted && !stop.aborted) return failed(`the build did not end within ${timeoutMs / 1000} s`)
    return failed(error instanceof BuildError || error instanceof Error ? error.message : String(error))
  }
}

function succeeded(imageRefs: readonly string[], { image, contextBytes }: BuiltImage, durationMs: number): Result {
  const metrics = {
    duration_ms: durationMs,
    context_size_bytes: contextBytes,
    image_size_bytes: image.bytes,
    layer_count: image.layers,
    cache_used: false
  }
  return { status: 'SUCCEEDED', error: '', imageRefs, metrics }
}

function failed(error: string): Result {
  const status: BuildStatus = 'FAILED'
  return { status, error, imageRefs: [], metrics: null }
}

type Turns = { next(): Promise<Disposable> }

/** Lets so many work at once, in the order they came. */
function createTurns(most: number): Turns {
  const waiting: (() => void)[] = []
  let free = most
  const give = () => {
    const first = waiting.shift()
    if (first) first()
    else free++
  }
  return {
    next: async () => {
      if (free > 0) free--
      else await new Promise<void>((resolve) => waiting.push(resolve))
      return { [Symbol.dispose]: give }
    }
  }
}
