import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http'
import { StatusError } from '../../../contract/contract.ts'
import type { Variants } from '../../../contract/variants.ts'
import type { Handling } from '../../handling.ts'
import { appId } from '../../model/model.ts'
import type { Store } from '../../model/store.ts'
import type { Watch } from '../../watch.ts'
import { type Listener, readBody, sendJson } from '../../web/http.ts'
import { TokenError, type Tokens } from '../../web/tokens.ts'
import { answerOf } from './app-answer.ts'
import { type Addressed, addressedApp } from './app-urls.ts'
import type { Failures } from './failures.ts'
import { type Overview, overviewReply } from './overview.ts'

type Reply = {
  readonly code: number
  readonly body: object | Buffer
  readonly headers?: OutgoingHttpHeaders
  readonly told?: string
}

type Tools = Overview & {
  readonly store: Store
  readonly handling: Handling
  readonly tokens: Tokens
  readonly failures: Failures
  readonly watch: Watch
  readonly variants: Variants
  readonly now: () => number
  /** Where a bearer is got. */
  readonly tokenUrl: string
}

const SLOW_ROUTE_MS = 2_000

/** The preflight names one header only, as the platform's does. */
const CORS = { 'access-control-allow-origin': '*' }
const PREFLIGHT = {
  ...CORS,
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-allow-headers': 'content-type'
}

/** Serves the public URLs of all apps, and a page about them at the root. */
export function publicServer(tools: Tools): Listener {
  return async (request, response) => {
    const { host = '' } = request.headers
    const { url = '/', method = 'GET' } = request
    const own = await overviewReply(request, tools)
    if (own) return sendJson(response, own)
    const addressed = addressedApp(tools.store, host, url)
    if (!addressed || isComing(addressed, tools)) return sendJson(response, unknownAddress(tools.store))
    const reply = await replyOf(addressed, request, tools)
    sendJson(response, reply)
    const { app, path } = addressed
    const { code, told: error = '' } = reply
    if (error !== '') tools.failures.add(app, `${method} ${path} ${code} ${error}`)
    tools.watch.answered({ app, method, path, code, error })
  }
}

/** The variant `slow-routes`. */
function isComing({ app }: Addressed, { store, variants, now }: Tools): boolean {
  const [first] = store.versions(app)
  return variants.has('slow-routes') && first !== undefined && now() - first.createdAtMs < SLOW_ROUTE_MS
}

function unknownAddress(store: Store): Reply {
  const known = store.allApps().filter(({ activeVersion }) => activeVersion > 0)
  const which = known.length === 0 ? 'none is published yet' : `the published apps are ${known.map(appId).join(', ')}`
  return { code: 404, body: { error: `no app at this address: ${which}` } }
}

async function replyOf(addressed: Addressed, request: IncomingMessage, tools: Tools): Promise<Reply> {
  const open = addressed.app.settings.allow_unauthenticated
  if (open && request.method === 'OPTIONS') return { code: 200, body: {}, headers: PREFLIGHT }
  const refusal = open ? undefined : refused(addressed, request, tools)
  if (refusal) return refusal
  const answer = await run(addressed, request, tools)
  return { ...answer, headers: { ...answer.headers, ...(open ? CORS : {}) } }
}

function refused({ app }: Addressed, request: IncomingMessage, { tokens, tokenUrl }: Tools): Reply | undefined {
  try {
    const caller = tokens.verify(request.headers.authorization)
    if (caller.organization === app.organization) return undefined
    return { code: 403, body: { error: 'UMA authorization rejected' } }
  } catch (error) {
    if (!(error instanceof TokenError)) throw error
    const asking = `curl -d grant_type=client_credentials -d client_id=ID -d client_secret=SECRET ${tokenUrl}`
    const help = `The app is private: deploy it with allow-unauthenticated, or send a bearer, which this gives: ${asking}`
    return { code: 401, body: { error: `${error.message}. ${help}` }, headers: { 'www-authenticate': 'Bearer' } }
  }
}

async function run({ app, path }: Addressed, request: IncomingMessage, { store, handling }: Tools): Promise<Reply> {
  const version = store.version(app, app.activeVersion)
  if (!version) return { code: 404, body: { error: 'the active version is gone' } }
  try {
    const body = await readBody(request)
    const { method = 'GET' } = request
    const passed = app.settings.allow_unauthenticated ? request.headers : withoutBearer(request.headers)
    const answer = await answerOf(handling, { app, version, request: { method, path, headers: passed, body } })
    const correlation = answer.executionId ? { 'x-ignite-execution-id': answer.executionId } : {}
    const headers = { ...answer.headers, ...correlation, 'x-ignite-version': String(version.number) }
    return { code: answer.code, body: answer.body, headers, told: answer.told }
  } catch (error) {
    if (error instanceof StatusError) return { code: 503, body: { error: error.message }, told: error.message }
    throw error
  }
}

/** The bearer of a private app is the platform's, not the app's. */
function withoutBearer({ authorization: _bearer, ...headers }: IncomingMessage['headers']): OutgoingHttpHeaders {
  return headers
}
