import { againIfChanged } from '../../model/changed-file.ts'
import { DeployError } from '../../model/errors.ts'
import {
  type CodeSource,
  type ContextSource,
  type GitSource,
  type ImageBuild,
  type SavingPlan,
  wantsBuildService
} from '../../model/plan.ts'
import type { Context, Package, PackedContents } from '../../model/ports/packing-port.ts'
import type { Tools } from '../../model/ports/ports.ts'
import type { Run } from '../../model/ports/run.ts'
import type { DraftCode, PrebuiltCode } from '../../model/requests.ts'
import { count, size } from '../../model/values/words.ts'
import {
  buildImage,
  described,
  type SentContext,
  type SmallArchive,
  sendContext,
  smallArchive,
  uploadContext
} from './image-build.ts'
import { imageCode } from './prebuilt-image.ts'
import { tellContents, tellRequest, tellSize } from './tell-contents.ts'

/** Makes of a source what a draft is saved with: bytes, a repository, or the reference of an image. */
type MakeCode = (previousVersion: number) => Promise<DraftCode>

type PreparedSource = {
  /** What is packed; undefined where nothing is. */
  readonly contents: PackedContents | undefined
  readonly makeCode: MakeCode
}

/** Awaits what was begun beside the connection. Nothing has been written on the platform when it fails. */
type PackedSource = (run: Run) => Promise<PreparedSource>

/** Begins what needs no answer of the platform at once, so that it runs while the connection is made. */
export function startPacking(plan: Pick<SavingPlan, 'source'>, tools: Tools): PackedSource {
  const { source } = plan
  switch (source.kind) {
    case 'code': {
      const packing = quietly(tools.pack(source))
      return (run) => packedCode(run, source, packing)
    }
    case 'context': {
      const opening = quietly(tools.openContext(source))
      return (run) => openedContext(run, source, opening)
    }
    case 'git':
      return async (run) => ({
        contents: undefined,
        makeCode: (previousVersion) => gitCode({ run, previousVersion }, source)
      })
    case 'image':
      return async (run) => ({ contents: undefined, makeCode: () => imageCode(run, source) })
  }
}

function quietly<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined)
  return work
}

async function packedCode(run: Run, source: CodeSource, packing: Promise<Package>): Promise<PreparedSource> {
  const { runtime, rustTarget, toolchain } = source
  const contents = await run.step('Package source', () => awaitPackage(run, packing), packedLine)
  const code = { kind: 'compile', runtime, rustTarget, toolchain, archive: contents.bytes } as const
  return { contents, makeCode: async () => code }
}

async function awaitPackage({ tools }: Run, packing: Promise<Package>): Promise<Package> {
  const packed = await packing
  tellContents(tools, packed)
  tellRequest(tools, packed)
  tools.report({ sourceDigest: packed.digest })
  return packed
}

async function openedContext(run: Run, source: ContextSource, opening: Promise<Context>): Promise<PreparedSource> {
  const context = await run.step('Package source', () => awaitContext(run, opening), contextLine)
  if (source.hasUnusedDockerfile) {
    run.tools.log.notice('Buildpacks build the image: the Dockerfile is not used. Set `dockerfile-path` to use it.')
  }
  return {
    contents: context,
    makeCode: (previousVersion) => contextCode({ run, previousVersion }, source, context)
  }
}

async function awaitContext({ tools }: Run, opening: Promise<Context>): Promise<Context> {
  const context = await opening
  tellContents(tools, context)
  tellSize(tools, context)
  return context
}

/** What a build works with. */
type BuildContext = { readonly run: Run; readonly previousVersion: number }

async function contextCode(building: BuildContext, source: ContextSource, context: Context): Promise<DraftCode> {
  const { run } = building
  const { build } = source
  const isService = wantsBuildService(build)
  if (!isService) {
    const pack = () => sendUnchanged(run, context, (each) => packForDraft(each, build))
    const small = await run.step('Pack context', pack, smallLine)
    if (small) run.tools.report({ sourceDigest: small.digest })
    const { dockerfilePath, buildArgs } = build
    if (small) return { kind: 'context', archive: small.archive, dockerfilePath, buildArgs }
    run.platform.require(['save-image', 'build-upload'])
  }
  // That it is too large for a request is known where the draft did not take it.
  const send = isService ? sendContext : uploadContext
  const upload = () => sendUnchanged(run, context, (each) => send(run, each))
  const sent = await run.step('Upload context', upload, sentLine)
  run.tools.report({ sourceDigest: sent.digest })
  return await builtCode(building, source, sent)
}

/** All of a context could be read when it was opened; what has changed since is read once more, which is said. */
function sendUnchanged<T>({ tools }: Run, context: Context, send: (context: Context) => Promise<T>): Promise<T> {
  return againIfChanged(context, send, (changed) => {
    tools.log.info(`${changed.message} The context is packed once more.`)
    return context.again()
  })
}

/** Undefined where the context is too large for the draft's own build and the build service may take it. */
async function packForDraft(context: Context, build: ImageBuild): Promise<SmallArchive | undefined> {
  const small = await smallArchive(context)
  if (!small && (build.builder !== 'auto' || build.dockerfilePath === undefined)) throw tooLargeForDraft(build)
  return small
}

async function gitCode(building: BuildContext, source: GitSource): Promise<DraftCode> {
  const { run } = building
  const { build, url, reference, subPath, secretRef } = source
  if (build.dockerfilePath === undefined)
    run.tools.log.info('No `dockerfile-path` is given: buildpacks build the image.')
  if (!wantsBuildService(build)) {
    return {
      kind: 'git',
      url,
      reference,
      subPath,
      secretRef,
      dockerfilePath: build.dockerfilePath,
      buildArgs: build.buildArgs
    }
  }
  const digest = [url, reference, subPath].join('#')
  return await builtCode(building, source, { source: { kind: 'git', url, reference, subPath }, digest })
}

async function builtCode(
  { run, previousVersion }: BuildContext,
  source: ContextSource | GitSource,
  sent: SentContext
): Promise<PrebuiltCode> {
  const { reference } = await run.step(
    'Build image',
    () => buildImage(run, source, sent, previousVersion),
    (built) => `Built ${built.reference}${described(built.build)}`
  )
  return { kind: 'prebuilt', imageRef: reference, registrySecretRef: undefined }
}

function tooLargeForDraft({ builder, dockerfilePath }: ImageBuild): DeployError {
  const why =
    builder === 'auto'
      ? 'and without `dockerfile-path` the build service cannot build it'
      : `and \`builder\` is ${builder}`
  return new DeployError('source_error', `The packed context is too large for the draft’s own build, ${why}.`, {
    hint: dockerfilePath
      ? 'Set `builder: build-service`, or leave files out with .dockerignore.'
      : 'Leave files out with .dockerignore, or write a Dockerfile and set `dockerfile-path`.'
  })
}

function packedLine({ files, contentBytes, digest }: Package): string {
  return `Packed ${count(files, 'file')}, ${size(contentBytes)}, sha256 ${digest}`
}

function contextLine({ files, contentBytes }: Context): string {
  return `Found ${count(files, 'file')}, ${size(contentBytes)}`
}

function smallLine(packed: { readonly archive: Uint8Array; readonly digest: string } | undefined): string {
  return packed
    ? `Packed ${size(packed.archive.length)}, sha256 ${packed.digest}`
    : 'The context is over the inline limit'
}

/** A small context is sent with the request for the build, which is not made yet. */
function sentLine({ source, digest }: SentContext): string {
  return source.kind === 'inline'
    ? `Packed ${size(source.archive.length)}, sha256 ${digest}`
    : `Uploaded the context, sha256 ${digest}`
}
