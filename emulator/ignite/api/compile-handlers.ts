import { status } from '@grpc/grpc-js'
import { type Call, type ServerStream, StatusError, type Unary } from '../../contract/contract.ts'
import { isSdk } from '../model/model.ts'
import { text } from '../model/request-fields.ts'
import { cutLines } from '../running/line-cutter.ts'
import { callerOf, requireOrganization } from './access.ts'
import { draftInfo, savedDraft } from './draft-handlers.ts'
import type { Ignite } from './handler-tools.ts'

/** The methods that compile a draft and show how. */
export function compileHandlers(ignite: Ignite): Readonly<Record<string, Unary>> {
  return { 'ComputeService/CompileDraft': (call) => compileDraft(ignite, call) }
}

export function compileStreams(ignite: Ignite): Readonly<Record<string, ServerStream>> {
  return { 'ComputeService/StreamCompileLogs': (call) => compileLog(ignite, call) }
}

async function compileDraft({ store, variants, handling, compiles }: Ignite, { request }: Call): Promise<object> {
  const { code } = savedDraft(store, request).draft
  if (!handling.isCompiled(code)) throw refusal('nothing to compile')
  await handling.requireRunnable(code)
  if (isSdk(code) && variants.has('compile-sdk-refused') && code.runtime.name !== 'rust') {
    throw refusal(`${code.runtime.name} is compiled when the draft is published`)
  }
  if (!isSdk(code) && variants.has('compile-image-refused')) {
    throw refusal('the image is built when the draft is published')
  }
  const { app, draft } = savedDraft(store, request)
  // Two calls at once: the second finds the first one's compile.
  const compiling = draft.status === 'COMPILING' ? draft : compiles.start(app, draft)
  return { draft: draftInfo(compiling, variants), deploy_id: compiling.deployId }
}

function refusal(details: string): StatusError {
  return new StatusError(status.FAILED_PRECONDITION, details)
}

async function* compileLog(ignite: Ignite, { request, metadata, signal }: Call): AsyncGenerator<object> {
  const { store, variants, compiles, tokens } = ignite
  const deployId = text(request, 'deploy_id')
  const compile = store.compile(deployId)
  if (!compile) throw new StatusError(status.NOT_FOUND, `compile ${deployId} not found`)
  requireOrganization(callerOf(tokens, metadata), compile.app.organization)
  const pieces = compiles.log(compile, { live: variants.has('compile-logs-live'), signal })
  yield* variants.has('compile-logs-lines') ? asLines(pieces) : asChunks(pieces)
}

type Pieces = ReturnType<Ignite['compiles']['log']>

async function* asChunks(pieces: Pieces): AsyncGenerator<object> {
  for await (const { data, timestampMs } of pieces) yield { data, timestamp_ms: timestampMs }
}

/** As many lines a message as a piece ends. */
async function* asLines(pieces: Pieces): AsyncGenerator<object> {
  const lines: string[] = []
  const cutter = cutLines((line) => lines.push(line))
  let last = 0
  for await (const { data, timestampMs } of pieces) {
    last = timestampMs
    cutter.write(data)
    if (lines.length > 0) yield { lines: lines.splice(0), timestamp_ms: timestampMs }
  }
  cutter.end()
  if (lines.length > 0) yield { lines, timestamp_ms: last }
}
