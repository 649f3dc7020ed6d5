import { PhaseError } from './errors.ts'
import { buildImage, described, type SentContext, type SmallArchive, sendContext, smallArchive } from './image-build.ts'
import { isMoving, parseImageReference } from './image-reference.ts'
import type { Context, Package } from './packing-port.ts'
import type { CodeSource, ContextSource, GitSource, ImageBuild, ImageSource } from './plan.ts'
import type { DraftCode, PrebuiltCode } from './requests.ts'
import { appId, type Run } from './run.ts'
import type { Step } from './step.ts'
import { count, enumerate, size } from './words.ts'

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
      const opening = quietly(tools.openContext({ ...source, dockerfilePath: source.build.dockerfilePath }))
      return (preparing) => contextCode(preparing, source, opening)
    }
    case 'git':
      return (preparing) => gitCode(preparing, source)
    case 'image':
      return ({ run, step }) => imageCode(run, step, source)
  }
}

/** Whether the draft's own code is compiled, or its image built, by the draft. */
export function isMadeByDraft(code: DraftCode): boolean {
  return code.kind === 'compile' ? code.runtime !== 'python' : code.kind !== 'prebuilt'
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
  tellContents(run, packed)
  return packed
}

async function contextCode(preparing: Preparing, source: ContextSource, opening: Promise<Context>): Promise<DraftCode> {
  const { run, step } = preparing
  const { build } = source
  const context = await step('Package source', () => awaitContext(run, opening), contextLine)
  if (source.hasUnusedDockerfile) {
    run.tools.log.notice('Buildpacks build the image: the Dockerfile is not used. Set `dockerfile-path` to use it.')
  }
  if (!wantsBuildService(build)) {
    const small = await step('Pack context', () => packForDraft(context, build), smallLine)
    if (small)
      return {
        kind: 'context',
        archive: small.archive,
        dockerfilePath: build.dockerfilePath,
        buildArgs: build.buildArgs
      }
    run.platform.require(['save-image', 'build-upload'])
  }
  const sent = await step('Upload context', () => sendContext(run, context), sentLine)
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
  tellContents(run, context)
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

async function imageCode(run: Run, step: Step, { reference, registry }: ImageSource): Promise<DraftCode> {
  const parsed = parseImageReference(reference)
  if (parsed && isMoving(parsed)) {
    run.tools.log.warning(
      `The image ${reference} is named by a tag, which may mean another image tomorrow, also for versions published ` +
        'today. Name it by its digest: image-ref: NAME@sha256:… (docker buildx imagetools inspect NAME:TAG shows it).'
    )
  }
  const code = { kind: 'prebuilt', imageRef: reference } as const
  if (registry === undefined) return { ...code, registrySecretRef: undefined }
  if (registry.kind === 'stored') {
    await step(
      'Check registry secret',
      () => checkSecret(run, registry.secret),
      () => `The secret ${registry.secret} is a registry secret`
    )
    return { ...code, registrySecretRef: registry.secret }
  }
  const name = `${run.app.name.replaceAll('.', '-')}-registry`
  await step(
    'Store registry secret',
    () => run.platform.storeRegistrySecret(name, registry),
    () => `Stored the credentials of ${registry.server || 'Docker Hub'} as the secret ${name}`
  )
  return { ...code, registrySecretRef: name }
}

/** A git secret in the place of a registry secret is refused by the platform only when the image is pulled. */
async function checkSecret({ platform, app }: Run, secret: string): Promise<void> {
  const kind = await platform.readSecretKind(secret)
  if (kind === 'registry') return
  const why = kind === undefined ? 'there is no secret of that name' : `it is a ${kind} secret`
  throw new PhaseError('bad_input', `\`registry-secret-ref: ${secret}\` cannot be used for ${appId(app)}: ${why}.`, {
    hint: 'Make one with `dodil ignite secret create NAME --type registry`, or give `registry-server`, `registry-username` and `registry-password`.'
  })
}

/** `auto` is the draft's own build, unless something is asked for that only the build service can do. */
export function wantsBuildService({ builder, platform, noCache, imageTags }: ImageBuild): boolean {
  return (
    builder === 'build-service' || (builder === 'auto' && (platform !== undefined || noCache || imageTags.length > 0))
  )
}

function tooLargeForDraft({ builder, dockerfilePath }: ImageBuild): PhaseError {
  const why =
    builder === 'auto'
      ? 'and without `dockerfile-path` the build service cannot build it'
      : `and \`builder\` is ${builder}`
  return new PhaseError('source_error', `The packed context is too large for the draft’s own build, ${why}.`, {
    hint: dockerfilePath
      ? 'Set `builder: build-service`, or leave files out with .dockerignore.'
      : 'Leave files out with .dockerignore, or write a Dockerfile and set `dockerfile-path`.'
  })
}

/** What is packed: the largest files for everybody, the whole list under step debug, and what looks like a secret. */
function tellContents({ tools: { log } }: Run, contents: Omit<Package, 'bytes' | 'digest'>): void {
  for (const { path, bytes } of contents.largest) log.info(`${size(bytes).padStart(9)}  ${path}`)
  for (const path of contents.paths) log.debug(path)
  if (contents.withheld.length > 0) {
    log.notice(`Left out, because they are likely to hold secrets: ${enumerate(contents.withheld)}.`)
  }
  if (contents.exposed.length > 0) {
    log.warning(
      `The archive holds files that are likely to hold secrets, and they are sent: ${enumerate(contents.exposed)}.`
    )
  }
  tellSuspicions({ log }, contents.suspicious)
}

/** One line for the first of them; all are in the debug log. */
function tellSuspicions({ log }: Pick<Run['tools'], 'log'>, suspicious: Package['suspicious']): void {
  const [first] = suspicious
  if (!first) return
  for (const { path, line, what } of suspicious) log.debug(`${path}:${line}: ${what}`)
  const more = suspicious.length > 1 ? `, and ${count(suspicious.length - 1, 'more place')} (shown by step debug)` : ''
  log.warning(`What is sent seems to hold ${first.what}: ${first.path}, line ${first.line}${more}.`)
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

function sentLine({ digest }: SentContext): string {
  return `Sent the context, sha256 ${digest}`
}
