import { PlatformError } from '../../model/errors.ts'
import type { Build } from '../../model/platform-state.ts'
import type { ContextFormat } from '../../model/ports/packing-port.ts'
import type { BuildRequest } from '../../model/requests.ts'
import { BUILD_ADVICE, sizeAdvice } from '../advice/calls.ts'
import { isAnsweredWith } from '../calls/call-failure.ts'
import type { Manner } from '../calls/link.ts'
import { reading, SAVE_MS, type Service, writing } from '../calls/service.ts'
import { message, messages, text } from '../codec/answer.ts'
import type { Plain } from '../codec/read.ts'
import { offered } from '../codec/write.ts'
import { buildFrom } from './answers.ts'
import { recut } from './blocks.ts'
import { filled } from './code-source.ts'

/** The documented size of a chunk (docs/platform.md, Builds). */
const CHUNK_BYTES = 512 * 1024
/** As many as the platform lists. */
const LISTED = 100

/** A build that is being started when the run is told to stop is waited for so long: only a known one can be cancelled. */
const START_GRACE_MS = 5_000

/** Only gzip is documented as a content type. */
const CONTENT_TYPES = {
  'tar.gz': 'application/gzip',
  zip: 'application/zip'
} as const satisfies Record<ContextFormat, string>

type Upload = { readonly name: string; readonly format: ContextFormat }

export async function uploadContext(
  builds: Service,
  upload: Upload,
  chunks: AsyncIterable<Uint8Array>
): Promise<string> {
  const manner = building(`Uploading the build context ${upload.name}`)
  const answer = await builds.send('UploadBuildContext', contextMessages(upload, chunks), manner)
  return text(answer, 'context_id') || nameless(manner, 'context')
}

/** How much will come is not known before it is packed, so `expected_size_bytes` is left out. */
async function* contextMessages({ name, format }: Upload, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Plain> {
  yield { metadata: { name, content_type: CONTENT_TYPES[format] } }
  for await (const chunk of recut(chunks, CHUNK_BYTES)) yield { chunk }
}

export async function createBuild(builds: Service, request: BuildRequest): Promise<string> {
  const { name, dockerfile, tags, buildArgs, noCache, platform, timeoutSeconds, source } = request
  const manner = building(`Starting the build of ${name}`, source.kind === 'inline' ? source.archive : undefined)
  const { input } = builds.method('CreateBuild')
  const message: Plain = {
    name,
    dockerfile,
    tags,
    build_args: filled(buildArgs),
    no_cache: noCache || undefined,
    platform,
    ...sourceFields(source),
    ...offered(input, { timeout_secs: wholeSeconds(timeoutSeconds) })
  }
  const answer = await builds.call('CreateBuild', message, { ...manner, graceMs: START_GRACE_MS })
  return text(answer, 'build_id') || nameless(manner, 'build')
}

function sourceFields(source: BuildRequest['source']): Plain {
  switch (source.kind) {
    case 'inline':
      return { zipped_code: source.archive }
    case 'uploaded':
      return { context_id: source.contextId }
    case 'git':
      return { git_source: { url: source.url, reference: source.reference, context_dir: source.subPath } }
  }
}

/** 0 would be the server's own default. */
function wholeSeconds(seconds: number): number | undefined {
  return Number.isFinite(seconds) ? Math.max(1, Math.floor(seconds)) : undefined
}

export async function readBuild(builds: Service, id: string): Promise<Build> {
  const answer = await builds.call('GetBuild', { build_id: id }, reading(`Reading the build ${id}`, 'build_failed'))
  return { ...buildFrom(message(answer, 'build') ?? answer), id }
}

export async function readBuilds(builds: Service): Promise<readonly Build[]> {
  const request = offered(builds.method('ListBuilds').input, { limit: LISTED })
  const answer = await builds.call('ListBuilds', request, reading('Reading the builds', 'build_failed'))
  return messages(answer, 'builds').map(buildFrom)
}

export function buildLog(builds: Service, id: string, stop: AbortSignal): AsyncIterable<Uint8Array> {
  const method = builds.find('StreamBuildLogs')
  const replayed = method && offered(method.input, { from_start: true })
  return builds.log(
    method,
    { build_id: id, ...replayed },
    { doing: 'Reading the build log', reason: 'build_failed', stop }
  )
}

export async function cancelBuild(builds: Service, id: string): Promise<void> {
  try {
    await builds.call('CancelBuild', { build_id: id }, { ...building(`Cancelling the build ${id}`), effect: 'replace' })
  } catch (error) {
    if (!isAnsweredWith(error, 'FAILED_PRECONDITION')) throw error
  }
}

function building(doing: string, archive?: Uint8Array): Manner {
  if (archive === undefined) return writing(doing, 'build_failed', { hints: BUILD_ADVICE })
  return writing(doing, 'build_failed', {
    capMs: SAVE_MS,
    hints: { ...BUILD_ADVICE, ...sizeAdvice(archive, 'buildContext') }
  })
}

/** What was made has an id that we do not know. */
function nameless({ doing, reason }: Manner, what: string): never {
  const hint = 'Check that `descriptors` is for this platform.'
  throw new PlatformError('INTERNAL', `${doing}: the answer names no ${what}`, { ambiguous: true, reason, hint })
}
