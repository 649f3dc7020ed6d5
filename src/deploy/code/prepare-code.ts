import { DeployError } from '../../model/errors.ts'
import type { Context, Package } from '../../model/packing-port.ts'
import {
  type CodeSource,
  type ContextSource,
  type GitSource,
  type ImageBuild,
  wantsBuildService
} from '../../model/plan.ts'
import type { Step } from '../../model/ports.ts'
import type { DraftCode, PrebuiltCode } from '../../model/requests.ts'
import type { Run } from '../../model/run.ts'
import { count, size } from '../../model/words.ts'
import { againIfChanged, type OpenAgain } from './again-if-changed.ts'
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

/** What a phase that prepares code works with. */
export type Preparing = { readonly run: Run; readonly step: Step; readonly previousVersion: number }

/** Makes of the source what a draft is saved with: bytes, a repository, or the reference of an image. */
export type PrepareCode = (preparing: Preparing) => Promise<DraftCode>

/**
 * Begins what needs no answer of the platform at once, so that it runs while the connection is made. Its failure is
 * reported when it is awaited.
 */
export function startPreparing({ plan, tools }: Pick<Run, 'plan' | 'tools'>): PrepareCode {
  const { source } = plan
  switch (source.kind) {
    case 'code': {
      const packing = quietly(tools.pack(source))
      return ({ run, step }) => compileCode(run, step, packing)
    }
    case 'context': {
      const open = () => tools.openContext({ ...source, dockerfilePath: source.build.dockerfilePath })
      const opening = quietly(open())
      return (preparing) => contextCode(preparing, source, { opening, open })
    }
    case 'git':
      return (preparing) => gitCode(preparing, source)
    case 'image':
      return ({ run, step }) => imageCode(run, step, source)
  }
}

function quietly<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined)
  return work
}

async function compileCode(run: Run, step: Step, packing: Promise<Package>): Promise<DraftCode> {
  const { runtime, rustTarget, toolchain } = run.plan.source as CodeSource
  const packed = await step('Package source', () => awaitPackage(run, packing), packedLine)
  return { kind: 'compile', runtime, rustTarget, toolchain, archive: packed.bytes }
}

async function awaitPackage(run: Run, packing: Promise<Package>): Promise<Package> {
  const packed = await packing
  tellContents(run.tools, packed)
  tellRequest(run.tools, packed)
  return packed
}

type ContextOpening = { readonly opening: Promise<Context>; readonly open: OpenAgain }

async function contextCode(
  preparing: Preparing,
  source: ContextSource,
  { opening, open }: ContextOpening
): Promise<DraftCode> {
  const { run, step } = preparing
  const { build } = source
  const context = await step('Package source', () => awaitContext(run, opening), contextLine)
  if (source.hasUnusedDockerfile) {
    run.tools.log.notice('Buildpacks build the image: the Dockerfile is not used. Set `dockerfile-path` to use it.')
  }
  const isService = wantsBuildService(build)
  if (!isService) {
    const small = await step(
      'Pack context',
      () => againIfChanged(run, { context, open }, (each) => packForDraft(each, build)),
      smallLine
    )
    if (small)
      return {
        kind: 'context',
        archive: small.archive,
        dockerfilePath: build.dockerfilePath,
        buildArgs: build.buildArgs
      }
    run.platform.require(['save-image', 'build-upload'])
  }
  // That it is too large for a request is known where the draft did not take it.
  const send = isService ? sendContext : uploadContext
  const sent = await step(
    'Upload context',
    () => againIfChanged(run, { context, open }, (each) => send(run, each)),
    sentLine
  )
  return await builtCode(preparing, source, sent)
}

/** Undefined where the context is too large for the draft's own build and the build service may take it. */
async function packForDraft(context: Context, build: ImageBuild): Promise<SmallArchive | undefined> {
  const small = await smallArchive(context)
  if (!small && (build.builder !== 'auto' || build.dockerfilePath === undefined)) throw tooLargeForDraft(build)
  return small
}

async function awaitContext(run: Run, opening: Promise<Context>): Promise<Context> {
  const context = await opening
  tellContents(run.tools, context)
  tellSize(run.tools, context)
  return context
}

async function gitCode(preparing: Preparing, source: GitSource): Promise<DraftCode> {
  const { run } = preparing
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
  const identity = reference && /^[0-9a-f]{40}$/.test(reference) ? reference : [url, reference, subPath].join('#')
  return await builtCode(preparing, source, { source: { kind: 'git', url, reference, subPath }, digest: identity })
}

async function builtCode(
  { run, step, previousVersion }: Preparing,
  source: ContextSource | GitSource,
  sent: SentContext
): Promise<PrebuiltCode> {
  const { reference } = await step(
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
