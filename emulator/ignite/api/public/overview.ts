import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { type Handling, posted } from '../../handling.ts'
import { type App, appId } from '../../model/model.ts'
import type { Store } from '../../model/store.ts'
import { readBody } from '../../web/http.ts'
import { answerOf } from './app-answer.ts'
import { hostUrl } from './app-urls.ts'
import type { Failures } from './failures.ts'
import { type AppView, answerPage, listPage } from './overview-page.ts'

export type Overview = { readonly store: Store; readonly handling: Handling; readonly failures: Failures }

type Page = { readonly code: number; readonly body: Buffer; readonly headers: Readonly<Record<string, string>> }

const EXECUTIONS = 5
const LINES = 20

/** No organization's name begins with a hyphen. */
const INVOKE = '/-/invoke'

/** Answers for the page at the root of the public port and for its form; undefined for every other address. */
export async function overviewReply(request: IncomingMessage, tools: Overview): Promise<Page | undefined> {
  const [path] = (request.url ?? '').split('?')
  if (!isOwnHost(request.headers.host ?? '')) return undefined
  if (path === '/' && (request.method === 'GET' || request.method === 'HEAD')) {
    const base = `http://localhost:${request.socket.localPort}`
    return page(
      200,
      listPage(
        tools.store.allApps().map((app) => viewOf(app, base, tools)),
        INVOKE
      )
    )
  }
  if (path !== INVOKE || request.method !== 'POST') return undefined
  // The form of another site could call a private app.
  const site = request.headers['sec-fetch-site'] ?? 'same-origin'
  if (site !== 'same-origin') return page(403, answerPage('Refused', `The form is not this page’s own (${site}).`))
  return invoke(new URLSearchParams((await readBody(request)).toString()), tools)
}

/** A site whose name is made to resolve to this machine would be of the same origin. */
function isOwnHost(host: string): boolean {
  const name = host.replace(/:\d+$/, '').replace(/^\[|\]$/g, '')
  return name === 'localhost' || isIP(name) !== 0
}

async function invoke(form: URLSearchParams, { store, handling }: Overview): Promise<Page> {
  const [organization = '', name = ''] = (form.get('app') ?? '').split('/')
  const app = store.app({ organization, name })
  const version = app && store.version(app, app.activeVersion)
  if (!app || !version) return page(404, answerPage('Not found', 'There is no such app, or it is not published.'))
  const request = posted(Buffer.from(form.get('payload') ?? ''))
  const { code, body } = await answerOf(handling, { app, version, request })
  return page(200, answerPage(`POST /${appId(app)} ${code}`, body.toString()))
}

function viewOf(app: App, base: string, { store, failures }: Overview): AppView {
  return {
    app,
    urls: app.activeVersion > 0 ? app.settings.ports.map((port) => hostUrl(app, port, base)) : [],
    draft: store.draft(app),
    versions: store.versions(app).toReversed(),
    executions: store.executions(app, EXECUTIONS),
    failures: failures.of(app),
    lines: store.logs(app, LINES)
  }
}

function page(code: number, html: string): Page {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
    'cache-control': 'no-store'
  }
  return { code, body: Buffer.from(html), headers }
}
