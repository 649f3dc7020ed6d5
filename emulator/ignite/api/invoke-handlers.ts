import { status } from '@grpc/grpc-js'
import { type Call, type ServerStream, StatusError, type Unary } from '../../contract/contract.ts'
import { posted } from '../handling.ts'
import { type App, appId, type Version } from '../model/model.ts'
import { appKey, bytes, message, text, textMap } from '../model/request-fields.ts'
import type { Store } from '../model/store.ts'
import type { HttpRequest } from '../serving/http-call.ts'
import { type Ignite, knownApp } from './handler-tools.ts'
import { answerOf } from './public/app-answer.ts'

/** How much of a body one frame carries. */
const CHUNK_BYTES = 64 * 1024

/** Invoke answers as frames: head, chunks, trailer. */
export function invokeStreams(ignite: Ignite): Readonly<Record<string, ServerStream>> {
  return { 'ComputeService/Invoke': (call) => invoke(ignite, call) }
}

export function invokeHandlers({ store, handling }: Ignite): Readonly<Record<string, Unary>> {
  return {
    'ComputeService/InvokeAsync': async ({ request }) => {
      const { app, version } = activeVersion(store, request)
      const asked = posted(bytes(request, 'body'))
      return { execution_id: await handling.start({ app, artifact: version, slot: 'live', request: asked }) }
    }
  }
}

async function* invoke({ store, handling }: Ignite, { request }: Call): AsyncGenerator<object> {
  const { app, version } = activeVersion(store, request)
  const answer = await answerOf(handling, { app, version, request: httpRequest(request) })
  const { 'set-cookie': _cookies, ...headers } = answer.headers
  yield { head: { status: answer.code, headers, execution_id: answer.executionId } }
  for (let at = 0; at < answer.body.length; at += CHUNK_BYTES) {
    yield { chunk: answer.body.subarray(at, at + CHUNK_BYTES) }
  }
  yield { trailer: { error: answer.error } }
}

function httpRequest(request: Call['request']): HttpRequest {
  const http = message(request, 'http') ?? {}
  const query = text(http, 'query').replace(/^\?/, '')
  const path = `/${text(http, 'path').replace(/^\/+/, '')}${query && `?${query}`}`
  return { method: text(http, 'verb') || 'POST', path, headers: textMap(http, 'headers'), body: bytes(request, 'body') }
}

function activeVersion(store: Store, request: Call['request']): { app: App; version: Version } {
  const app = knownApp(store, appKey(request))
  const version = store.version(app, app.activeVersion)
  if (!version) throw new StatusError(status.FAILED_PRECONDITION, `app ${appId(app)} has not been published`)
  return { app, version }
}
