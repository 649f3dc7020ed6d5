import type { AppState, Build, BuildMetrics, Draft, Execution, Version } from '../model/platform-state.ts'
import { type Answer, bytes, flag, isBlank, isRecord, message, number, text, texts, valueAt } from './codec/answer.ts'
import { publicUrls } from './public-urls.ts'
import { settingsOf } from './settings.ts'

export function appFrom(app: Answer): AppState {
  return {
    id: text(app, 'id'),
    activeVersion: number(app, 'active_version'),
    publicUrls: publicUrls(valueAt(app, 'public_urls')),
    settings: settingsOf(app)
  }
}

/** "No draft" is answered by an absent draft, or by one that holds nothing (docs/ignite-api.md section 2.2). */
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
    status: text(version, 'status').toUpperCase()
  }
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

/**
 * A piece of a log. The message's shape is not public (docs/ignite-api.md section 2.2): bytes as they were written, or
 * whole lines, each a text or a message that holds one.
 */
export function logBytes(chunk: Answer): Uint8Array {
  const data = bytes(chunk, 'data')
  if (data.length > 0) return data
  const lines = valueAt(chunk, 'lines')
  const texts = Array.isArray(lines)
    ? lines.map(lineText)
    : [lineText(valueAt(chunk, 'line') ?? valueAt(chunk, 'message'))]
  return new TextEncoder().encode(
    texts
      .filter((line) => line !== undefined)
      .map((line) => `${line}\n`)
      .join('')
  )
}

function lineText(line: unknown): string | undefined {
  if (typeof line === 'string') return line
  if (line instanceof Uint8Array) return new TextDecoder().decode(line)
  return isRecord(line) ? lineText(line['message'] ?? line['line'] ?? line['text']) : undefined
}
