import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { paged, readSent } from './api-messages.ts'
import type { GitHubPlace } from './github-answers.ts'
import { type ApiFault, type ApiFaultRule, ApiFaults } from './github-faults.ts'
import { answerGraphql } from './github-graphql.ts'
import { ACTION_ROUTES, type ApiReply, type Repository, type Route, refused, type Upload } from './github-routes.ts'
import { GitHubStore } from './github-store.ts'
import { RELEASE_ROUTES } from './release-routes.ts'
import { RUN_ROUTES } from './run-routes.ts'

const ROUTES = [...ACTION_ROUTES, ...RUN_ROUTES, ...RELEASE_ROUTES]

export type GitHubOptions = {
  /** `owner/name`; by default the repository of the runner's jobs. */
  readonly repository?: string
  /** Left out, one that is free. */
  readonly port?: number
  /** What the token may; left out, all that the calls need. Names as in GitHub's header. */
  readonly permissions?: Readonly<Record<string, 'read' | 'write'>>
  /** The only token that is taken; left out, every one is. */
  readonly token?: string
  /** Whom the token is for. */
  readonly login?: string
  /** An Enterprise Server: its API lies below `/api/v3`, and its header of permissions is missing. */
  readonly isEnterprise?: boolean
  /** What it calls itself to those who have its address for a proxy: to `github.localhost` alone, `gh` speaks http. */
  readonly hostname?: string
  /** PEM: https instead of http. */
  readonly tls?: { readonly key: string; readonly cert: string }
  readonly faults?: readonly ApiFaultRule[]
  /** Told of each call before it is answered. */
  readonly onCall?: (call: ApiCall) => void | Promise<void>
}

/** One call, as it came and as it was answered. */
export type ApiCall = {
  readonly method: string
  /** Below the repository's; `graphql` for that. */
  readonly path: string
  readonly query: URLSearchParams
  readonly body: Readonly<Record<string, unknown>>
  /** The path in GitHub's description; undefined where the fake does not know the call. */
  readonly route: string | undefined
  /** Undefined until it is answered, and where it never is. */
  answer?: { readonly code: number; readonly json: unknown }
}

export type GitHub = AsyncDisposable & {
  /** Where it listens, whatever it calls itself. */
  readonly address: string
  readonly serverUrl: string
  readonly apiUrl: string
  /** What a job of it has in its `github` context. */
  readonly context: Readonly<Record<'api_url' | 'graphql_url' | 'server_url' | 'repository', string>>
  readonly store: GitHubStore
  readonly calls: readonly ApiCall[]
}

/** GitHub's API for one repository, on this machine: the calls that the action and our workflows make, and no others. */
export async function startGitHub(options: GitHubOptions = {}): Promise<GitHub> {
  const { port = 0, tls } = options
  const calls: ApiCall[] = []
  const store = new GitHubStore()
  const faults = new ApiFaults(options.faults ?? [])
  const server = tls ? createTlsServer(tls) : createServer()
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`
  const place = placeFor(options, address)
  const { serverUrl, apiUrl, repository } = place
  const graphqlUrl = options.isEnterprise ? `${serverUrl}/api/graphql` : `${apiUrl}/graphql`
  const state = { store, place, login: options.login ?? 'github-actions[bot]' }
  const world: World = { options, state, graphqlPath: new URL(graphqlUrl).pathname, faults, calls }
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    void answer(world, request, response).catch((error: unknown) => {
      // Who hangs up amid what is sent, as gh does with uploads beside one that failed, gets no answer.
      if (request.errored === null) throw error
    })
  })
  return {
    address,
    serverUrl,
    apiUrl,
    context: { api_url: apiUrl, graphql_url: graphqlUrl, server_url: serverUrl, repository },
    store,
    calls,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
    }
  }
}

function placeFor(
  { hostname, isEnterprise, repository = 'octo-org/octo-app' }: GitHubOptions,
  address: string
): GitHubPlace {
  if (hostname !== undefined) {
    const at = (name: string) => `http://${name}${hostname}`
    return { serverUrl: at(''), apiUrl: at('api.'), uploadUrl: at('uploads.'), repository }
  }
  const apiUrl = isEnterprise ? `${address}/api/v3` : address
  return { serverUrl: address, apiUrl, uploadUrl: apiUrl, repository }
}

type World = {
  readonly options: GitHubOptions
  readonly state: Repository
  readonly graphqlPath: string
  readonly faults: ApiFaults
  readonly calls: ApiCall[]
}

async function answer(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { options, state, faults, calls } = world
  const { method = 'GET' } = request
  const url = new URL(request.url ?? '/', state.place.apiUrl)
  if (url.pathname.startsWith('/job-logs/')) return sendLog(world, url, response)
  const path = pathIn(world, url)
  const { route, ids } = routeOf(method, path)
  const { body, upload } = await readSent(request, route)
  const call: ApiCall = { method, path, query: url.searchParams, body, route: route?.path }
  calls.push(call)
  await options.onCall?.(call)
  const fault = faults.next(method, path)
  if (fault?.kind === 'hang') return
  const isDone = fault === undefined || fault.isDone === true
  const reply = isDone ? replyTo(world, { call, route, ids, upload, request }) : undefined
  if (fault) return spoil(fault, call, response)
  if (!reply) return
  const { page, headers } = paged(reply, url)
  call.answer = { code: reply.code, json: page }
  for (const [name, value] of Object.entries({ ...commonHeaders(world, route), ...headers, ...reply.headers }))
    response.setHeader(name, value)
  response.writeHead(reply.code).end(page === undefined ? undefined : JSON.stringify(page))
}

/** Below the repository's path; `graphql` for that, and the whole path for what is no repository's. */
function pathIn({ state: { place }, graphqlPath }: World, { pathname }: URL): string {
  if (pathname === graphqlPath) return 'graphql'
  const prefix = `${new URL(place.apiUrl).pathname.replace(/\/$/, '')}/repos/${place.repository}`
  return pathname.startsWith(`${prefix}/`) ? pathname.slice(prefix.length) : `not found: ${pathname}`
}

function routeOf(method: string, path: string): { readonly route: Route | undefined; readonly ids: readonly string[] } {
  for (const route of ROUTES) {
    const pattern = new RegExp(`^${route.path.replace('{ref}', '(.+)').replace(/\{\w+\}/g, '([^/]+)')}$`)
    const match = route.method === method ? pattern.exec(path) : null
    if (match) return { route, ids: match.slice(1).map(decodeURIComponent) }
  }
  return { route: undefined, ids: [] }
}

type Incoming = {
  readonly call: ApiCall
  readonly route: Route | undefined
  readonly ids: readonly string[]
  readonly upload: Upload
  readonly request: IncomingMessage
}

function replyTo({ options, state }: World, { call, route, ids, upload, request }: Incoming): ApiReply {
  const token = /^(?:Bearer|token) (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  if (token === undefined || (options.token ?? token) !== token) return refused(401, 'Bad credentials')
  if (!request.headers['user-agent']) return refused(403, 'Request forbidden by administrative rules.')
  if (call.path === 'graphql') return answerGraphql(call.body, state)
  if (!route) return refused(404, 'Not Found')
  if (!isGranted(route.accepts, options.permissions)) return refused(403, 'Resource not accessible by integration')
  return route.reply({ ids, query: call.query, body: call.body, upload }, state)
}

function isGranted(accepts: string, permissions: GitHubOptions['permissions']): boolean {
  if (permissions === undefined) return true
  return accepts.split(';').some((set) =>
    set.split(',').every((each) => {
      const [name = '', level] = each.trim().split('=')
      return permissions[name] === 'write' || permissions[name] === level
    })
  )
}

function commonHeaders({ options }: World, route: Route | undefined): Readonly<Record<string, string>> {
  return {
    'content-type': 'application/json; charset=utf-8',
    'x-ratelimit-limit': '1000',
    'x-ratelimit-remaining': '990',
    'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 3600),
    ...(route && !options.isEnterprise && { 'x-accepted-github-permissions': route.accepts })
  }
}

function spoil(fault: Exclude<ApiFault, { kind: 'hang' }>, call: ApiCall, response: ServerResponse): void {
  if (fault.kind === 'cut') return void response.destroy()
  const { code, headers, body = '' } = fault
  call.answer = { code, json: undefined }
  response.writeHead(code, { ...headers }).end(body)
}

function sendLog({ state }: World, { pathname }: URL, response: ServerResponse): void {
  const job = state.store.jobs.find(({ id }) => pathname === `/job-logs/${id}`)
  response.writeHead(job ? 200 : 404, { 'content-type': 'text/plain; charset=utf-8' }).end(job?.log)
}
