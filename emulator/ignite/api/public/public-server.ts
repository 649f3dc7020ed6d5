import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http'
import { StatusError } from '../../../contract/contract.ts'
import type { Handling } from '../../handling.ts'
import type { App } from '../../model/model.ts'
import type { Store } from '../../model/store.ts'
import { type Listener, readBody, sendJson } from '../../web/http.ts'
import { TokenError, type Tokens } from '../../web/tokens.ts'
import { answerOf } from './app-answer.ts'
import { ownPath, publishedApp } from './app-urls.ts'

type Reply = { readonly code: number; readonly body: object | Buffer; readonly headers?: OutgoingHttpHeaders }

type Tools = { readonly store: Store; readonly handling: Handling; readonly tokens: Tokens }

/** The preflight names one header only, as the platform's does. */
const CORS = { 'access-control-allow-origin': '*' }
const PREFLIGHT = {
  ...CORS,
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-allow-headers': 'content-type'
}

/** Serves the public URLs of all apps. The base URL of this server is what `publicUrls` gets. */
export function publicServer(tools: Tools): Listener {
  return async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://emulator').pathname
    const app = publishedApp(tools.store, path)
    sendJson(
      response,
      app ? await reply(app, request, tools) : { code: 404, body: { error: 'no app at this address' } }
    )
  }
}

async function reply(app: App, request: IncomingMessage, tools: Tools): Promise<Reply> {
  const open = app.settings.allow_unauthenticated
  if (open && request.method === 'OPTIONS') return { code: 200, body: {}, headers: PREFLIGHT }
  const refusal = open ? undefined : refused(app, request, tools.tokens)
  if (refusal) return refusal
  const answer = await run(app, request, tools)
  return { ...answer, headers: { ...answer.headers, ...(open ? CORS : {}) } }
}

function refused(app: App, request: IncomingMessage, tokens: Tokens): Reply | undefined {
  try {
    const caller = tokens.verify(request.headers.authorization)
    if (caller.organization === app.organization) return undefined
    return { code: 403, body: { error: 'UMA authorization rejected' } }
  } catch (error) {
    if (!(error instanceof TokenError)) throw error
    return { code: 401, body: { error: error.message }, headers: { 'www-authenticate': 'Bearer' } }
  }
}

async function run(app: App, request: IncomingMessage, { store, handling }: Tools): Promise<Reply> {
  const version = store.version(app, app.activeVersion)
  if (!version) return { code: 404, body: { error: 'the active version is gone' } }
  try {
    const body = await readBody(request)
    const { method = 'GET', url = '/' } = request
    const passed = app.settings.allow_unauthenticated ? request.headers : withoutBearer(request.headers)
    const wanted = { method, path: ownPath(url), headers: passed, body }
    const answer = await answerOf(handling, { app, version, request: wanted })
    const correlation = answer.executionId ? { 'x-ignite-execution-id': answer.executionId } : {}
    const headers = { ...answer.headers, ...correlation, 'x-ignite-version': String(version.number) }
    return { code: answer.code, body: answer.body, headers }
  } catch (error) {
    if (error instanceof StatusError) return { code: 503, body: { error: error.message } }
    throw error
  }
}

/** The bearer of a private app is the platform's, not the app's. */
function withoutBearer({ authorization: _bearer, ...headers }: IncomingMessage['headers']): OutgoingHttpHeaders {
  return headers
}
