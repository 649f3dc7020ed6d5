import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { type ApiFault, type ApiFaultRule, ApiFaults } from './github-faults.ts'
import { type ApiReply, type Repository, ROUTES, type Route, refused } from './github-routes.ts'
import { GitHubStore } from './github-store.ts'

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
  readonly serverUrl: string
  readonly apiUrl: string
  /** What a job of it has in its `github` context. */
  readonly context: Readonly<Record<'api_url' | 'graphql_url' | 'server_url' | 'repository', string>>
  readonly store: GitHubStore
  readonly calls: readonly ApiCall[]
}

/** GitHub's API for one repository, on this machine: the calls that the action makes, and no others. */
export async function startGitHub(options: GitHubOptions = {}): Promise<GitHub> {
  const { port = 0, tls, isEnterprise = false, repository = 'octo-org/octo-app' } = options
  const calls: ApiCall[] = []
  const store = new GitHubStore()
  const faults = new ApiFaults(options.faults ?? [])
  const server = tls ? createTlsServer(tls) : createServer()
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const serverUrl = `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`
  const apiUrl = isEnterprise ? `${serverUrl}/api/v3` : serverUrl
  const graphqlUrl = isEnterprise ? `${serverUrl}/api/graphql` : `${serverUrl}/graphql`
  const state = { store, place: { apiUrl, serverUrl, repository }, login: options.login ?? 'github-actions[bot]' }
  const world: World = { options, state, graphqlPath: new URL(graphqlUrl).pathname, faults, calls }
  server.on('request', (request: IncomingMessage, response: ServerResponse) => void answer(world, request, response))
  return {
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
  const path = pathIn(world, url)
  const { route, ids } = routeOf(method, path)
  const call: ApiCall = { method, path, query: url.searchParams, body: await readBody(request), route: route?.path }
  calls.push(call)
  await options.onCall?.(call)
  const fault = faults.next(method, path)
  if (fault?.kind === 'hang') return
  const isDone = fault === undefined || fault.isDone === true
  const reply = isDone ? replyTo(world, { call, route, ids, request }) : undefined
  if (fault) return spoil(fault, call, response)
  if (!reply) return
  const { page, headers } = paged(reply, call, url)
  call.answer = { code: reply.code, json: page }
  for (const [name, value] of Object.entries({ ...commonHeaders(world, route), ...headers }))
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
    const pattern = new RegExp(`^${route.path.replace(/\{\w+\}/g, '([^/]+)')}$`)
    const match = route.method === method ? pattern.exec(path) : null
    if (match) return { route, ids: match.slice(1).map(decodeURIComponent) }
  }
  return { route: undefined, ids: [] }
}

type Incoming = {
  readonly call: ApiCall
  readonly route: Route | undefined
  readonly ids: readonly string[]
  readonly request: IncomingMessage
}

function replyTo({ options, state }: World, { call, route, ids, request }: Incoming): ApiReply {
  const token = /^(?:Bearer|token) (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  if (token === undefined || (options.token ?? token) !== token) return refused(401, 'Bad credentials')
  if (!request.headers['user-agent']) return refused(403, 'Request forbidden by administrative rules.')
  if (call.path === 'graphql') return viewer(call, state)
  if (!route) return refused(404, 'Not Found')
  if (!isGranted(route.accepts, options.permissions)) return refused(403, 'Resource not accessible by integration')
  return route.reply({ ids, query: call.query, body: call.body }, state)
}

/** The one question that is asked by GraphQL. */
function viewer({ body }: ApiCall, { login }: Repository): ApiReply {
  const isAsked = /^query\s*\{\s*viewer\s*\{\s*login\s*\}\s*\}$/.test(String(body['query']))
  return isAsked
    ? { code: 200, json: { data: { viewer: { login } } } }
    : { code: 200, json: { errors: [{ message: 'The fake knows viewer { login } alone.' }] } }
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

/** A list comes in pages, with the way to the next. */
function paged(
  { json }: ApiReply,
  { query }: ApiCall,
  url: URL
): { readonly page: unknown; readonly headers: Record<string, string> } {
  if (!Array.isArray(json)) return { page: json, headers: {} }
  const size = Math.min(100, Number(query.get('per_page') ?? 30))
  const number = Number(query.get('page') ?? 1)
  const page = json.slice((number - 1) * size, number * size)
  if (json.length <= number * size) return { page, headers: {} }
  const next = new URL(url)
  next.searchParams.set('page', String(number + 1))
  return { page, headers: { link: `<${next.href}>; rel="next"` } }
}

function spoil(fault: Exclude<ApiFault, { kind: 'hang' }>, call: ApiCall, response: ServerResponse): void {
  if (fault.kind === 'cut') return void response.destroy()
  const { code, headers, body = '' } = fault
  call.answer = { code, json: undefined }
  response.writeHead(code, { ...headers }).end(body)
}

async function readBody(request: IncomingMessage): Promise<ApiCall['body']> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const text = Buffer.concat(chunks).toString()
  return text === '' ? {} : JSON.parse(text)
}
