import { DeployError, PlatformError } from '../../model/errors.ts'
import type { ContextSource, GitSource } from '../../model/plan.ts'
import { type Build, isFinished } from '../../model/platform-state.ts'
import type { Context } from '../../model/ports/packing-port.ts'
import type { Run } from '../../model/ports/run.ts'
import { type BuildRequest, INLINE_BYTES } from '../../model/requests.ts'
import { checksum } from '../../model/values/checksum.ts'
import { count, duration, size } from '../../model/values/words.ts'
import { follow } from '../log/follow.ts'
import { notMade } from '../log/not-made.ts'
import { checkOwn, startBuild } from './start-build.ts'

/** How often a context is uploaded before the run gives up; each time it is sent whole. */
const UPLOADS = 3

/** A context as it is sent to the build service. */
export type SentContext = { readonly source: BuildRequest['source']; readonly digest: string }

/** A context that fits into a request. */
export type SmallArchive = { readonly archive: Uint8Array; readonly digest: string }

/** Sends a context with the request where it is small, and before it where it is not. */
export async function sendContext(run: Run, context: Context): Promise<SentContext> {
  const small = await smallArchive(context)
  return small
    ? { source: { kind: 'inline', archive: small.archive }, digest: small.digest }
    : uploadContext(run, context)
}

/** Sends a context before the request, whole again where that breaks. */
export async function uploadContext(run: Run, context: Context): Promise<SentContext> {
  for (let attempt = 1; ; attempt++) {
    const { chunks, digest } = context.open()
    try {
      const contextId = await run.platform.uploadContext(run.app.name, context.format, chunks)
      return { source: { kind: 'uploaded', contextId }, digest: digest() }
    } catch (error) {
      if (!(error instanceof PlatformError && error.ambiguous) || attempt >= mostUploads(error)) throw error
      run.tools.log.warning(`${error.message}. The context is sent again from its beginning.`)
    }
  }
}

/** A token that is refused is tried with another one once. */
function mostUploads({ code }: PlatformError): number {
  return code === 'UNAUTHENTICATED' ? 2 : UPLOADS
}

/** The archive where it fits into a request; undefined as soon as it does not. */
export async function smallArchive(context: Context): Promise<SmallArchive | undefined> {
  const { chunks, digest } = context.open()
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes > INLINE_BYTES) return undefined
    parts.push(chunk)
  }
  const archive = new Uint8Array(bytes)
  parts.reduce((at, part) => {
    archive.set(part, at)
    return at + part.length
  }, 0)
  return { archive, digest: digest() }
}

/**
 * A tag that no other build of this image has, since versions that share one cannot be rolled back: it tells this step of
 * this run and attempt from any other, and this request from any other of the same step.
 */
export function ownTag({ app, tools }: TaggedStep, { build }: ImageMaker, sent: SentContext): string {
  const { dockerfilePath, buildArgs, platform, noCache, imageTags } = build
  const request = [tools.runStep, app.name, dockerfilePath, buildArgs, platform, noCache, imageTags, sent.digest]
  const text = JSON.stringify(request)
  return `${tools.runTag}-${checksumOf(text)}${checksumOf(`again ${text}`)}`
}

type TaggedStep = { readonly app: Run['app']; readonly tools: Pick<Run['tools'], 'runTag' | 'runStep'> }
type ImageMaker = Pick<ContextSource | GitSource, 'build'>

function checksumOf(text: string): string {
  return checksum(new TextEncoder().encode(text))
}

/** Builds an image by the build service, with its log in view, and gives the reference to deploy. */
export async function buildImage(
  run: Run,
  source: ContextSource | GitSource,
  sent: SentContext,
  previousVersion: number
): Promise<{ readonly build: Build; readonly reference: string }> {
  const { app, platform, tools } = run
  const tag = ownTag(run, source, sent)
  const { id, isAdopted } = await startBuild(run, requestFor(run, source, sent, tag))
  tools.report({ buildId: id })
  tools.ledger.write({ phase: 'building', app, previousVersion, buildId: id })
  const remote = tools.log.remote()
  let build: Build = await platform.readBuild(id)
  await follow(
    {
      open: (stop) => platform.buildLog(id, stop),
      ended: async (logEnded) => {
        build = await platform.readBuild(id)
        return hasEnded(build, logEnded)
      }
    },
    remote,
    tools
  )
  tools.ledger.close()
  if (!hasSucceeded(build)) {
    const { error, status } = build
    throw await notMade({ what: 'image', error, otherwise: `its status is ${status}` }, remote)
  }
  if (isAdopted) checkOwn(run, build, tag)
  return { build, reference: referenceOf(build, tag) }
}

/** `in 59 s, 184.3 MB in 11 layers, with cached layers`. */
export function described({ metrics }: Build): string {
  if (!metrics) return ''
  const { durationMs, imageBytes, layers, cacheUsed } = metrics
  return ` in ${duration(durationMs)}, ${size(imageBytes)} in ${count(layers, 'layer')}${cacheUsed ? ', with cached layers' : ''}`
}

function requestFor(run: Run, { build }: ContextSource | GitSource, sent: SentContext, tag: string): BuildRequest {
  return {
    name: run.app.name,
    dockerfile: build.dockerfilePath ?? 'Dockerfile',
    tags: [tag, ...build.imageTags],
    buildArgs: build.buildArgs,
    noCache: build.noCache,
    platform: build.platform,
    timeoutSeconds: run.tools.msLeft() / 1000,
    source: sent.source
  }
}

/** A status of another name breaks no run: the platform ends the log with the build (docs/platform.md, Builds). */
function hasEnded(build: Build, logEnded: boolean): boolean {
  const { status } = build
  if (isFinished(build)) return true
  return logEnded && status !== '' && !/PENDING|QUEUED|RUNNING|BUILDING|START|UNSPECIFIED/.test(status)
}

function hasSucceeded({ status, error, imageRefs }: Build): boolean {
  if (/SUCCE/.test(status)) return true
  return imageRefs.length > 0 && error === '' && !/FAIL|ERROR|CANCEL/.test(status)
}

/** A digest where the server gives one, else the reference with this run's own tag, never just the first. */
function referenceOf({ id, imageRefs }: Build, tag: string): string {
  const reference =
    imageRefs.find((each) => each.includes('@sha256:')) ?? imageRefs.find((each) => each.endsWith(`:${tag}`))
  if (reference !== undefined) return reference
  throw new DeployError(
    'build_failed',
    `The build ${id} pushed no image with the tag ${tag}: ${imageRefs.join(', ') || 'none'}.`,
    {
      hint: 'Versions that share a tag cannot be rolled back, so the image is not deployed. Ask the platform’s support.'
    }
  )
}
