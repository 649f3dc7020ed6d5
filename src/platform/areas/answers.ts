import type { AppState, Build, BuildMetrics, Draft, Execution, Version } from '../../model/platform-state.ts'
import { parseImageReference } from '../../model/values/image-reference.ts'
import { isRecord } from '../../model/values/json.ts'
import { type Answer, bytes, flag, isBlank, message, number, text, texts, valueAt } from '../codec/answer.ts'
import { plain } from '../codec/read.ts'
import { publicUrls } from './public-urls.ts'
import { settingsOf } from './setting-fields.ts'

export function appFrom(app: Answer): AppState {
  return {
    id: text(app, 'id'),
    activeVersion: number(app, 'active_version'),
    publicUrls: publicUrls(valueAt(app, 'public_urls')),
    settings: settingsOf(app),
    shown: plain(app),
    isImage: isImageIn(app)
  }
}

/** The mode says it where the server has one; only the name of its value for images is printed. */
function isImageIn(app: Answer): boolean | undefined {
  const mode = text(app, 'deployment_mode').toUpperCase()
  if (mode !== '' && mode !== 'UNSPECIFIED') return mode === 'IMAGE'
  return message(app, 'runtime') === undefined ? undefined : false
}

/** "No draft" is answered by an absent draft, or by one that holds nothing (docs/platform.md, Drafts). */
export function draftIn(answer: Answer): Draft | undefined {
  const draft = message(answer, 'draft')
  if (draft === undefined || isBlank(draft)) return undefined
  return {
    status: text(draft, 'status').toUpperCase(),
    codeHash: text(draft, 'code_hash'),
    imageRef: text(draft, 'image_ref'),
    codeKind: text(draft, 'code_kind'),
    createdAtMs: number(draft, 'created_at_ms'),
    deployId: text(draft, 'deploy_id'),
    error: text(draft, 'error')
  }
}

export function versionFrom(version: Answer): Version {
  return {
    number: number(version, 'version'),
    codeHash: text(version, 'code_hash'),
    createdAtMs: number(version, 'created_at_ms'),
    status: text(version, 'status').toUpperCase(),
    ...imageIn(version),
    ...runtimeIn(version)
  }
}

/** Of an image the code's address is its reference, by our reading of the name. */
function imageIn(version: Answer): Pick<Version, 'imageRef'> {
  const imageRef = text(version, 'image_ref') || text(version, 'code_uri')
  return parseImageReference(imageRef) ? { imageRef } : {}
}

/** Only RustRuntime has fields with known names. */
function runtimeIn(version: Answer): Pick<Version, 'runtime'> {
  const runtime = message(version, 'runtime')
  const [name, options] = Object.entries(runtime ? plain(runtime) : {})[0] ?? []
  if (name === undefined || !isRecord(options)) return {}
  const { target = '', toolchain_version: toolchain = '' } = options
  return { runtime: { name, target: String(target).toUpperCase(), toolchain: String(toolchain) } }
}

export function executionIn(answer: Answer, id: string): Execution {
  const execution = message(answer, 'execution') ?? answer
  return {
    id,
    status: text(execution, 'status').toUpperCase(),
    output: bytes(execution, 'output'),
    error: text(execution, 'error')
  }
}

export function buildFrom(build: Answer): Build {
  const metrics = message(build, 'metrics')
  return {
    id: text(build, 'id'),
    name: text(build, 'name'),
    status: text(build, 'status').toUpperCase(),
    imageRefs: texts(build, 'image_refs'),
    createdAtMs: number(build, 'created_at_ms'),
    error: text(build, 'error'),
    metrics: metrics && !isBlank(metrics) ? metricsFrom(metrics) : undefined
  }
}

function metricsFrom(metrics: Answer): BuildMetrics {
  return {
    durationMs: number(metrics, 'duration_ms'),
    contextBytes: number(metrics, 'context_size_bytes'),
    imageBytes: number(metrics, 'image_size_bytes'),
    layers: number(metrics, 'layer_count'),
    cacheUsed: flag(metrics, 'cache_used')
  }
}
