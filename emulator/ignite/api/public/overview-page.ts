import {
  type App,
  appId,
  type Code,
  type Draft,
  type Execution,
  type LogLine,
  type Version
} from '../../model/model.ts'

export type AppView = {
  readonly app: App
  readonly urls: readonly string[]
  readonly draft: Draft | undefined
  /** These three newest first. */
  readonly versions: readonly Version[]
  readonly executions: readonly Execution[]
  readonly failures: readonly string[]
  readonly lines: readonly LogLine[]
}

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}
article{border-top:1px solid #999;padding:.5rem 0}h2{margin:.3rem 0}h3{margin:.6rem 0 0;font-size:1rem}
ul{margin:0;padding-left:1.2rem}pre{background:#8882;padding:.5rem;white-space:pre-wrap;margin:.3rem 0}
textarea{box-sizing:border-box;width:100%;font:14px monospace}button{font:inherit;padding:.4rem 1rem}
:root{color-scheme:light dark}`

/** All apps, with what there is to see of each. `action` is where the form goes. */
export function listPage(apps: readonly AppView[], action: string): string {
  const none = '<p>There is no app yet. <code>npm run deploy -- DIR</code> deploys one.</p>'
  return document('Ignite emulator', apps.length === 0 ? none : apps.map((view) => article(view, action)).join('\n'))
}

/** What came of a form. */
export function answerPage(title: string, text: string): string {
  return document(title, `<pre>${escaped(text)}</pre>\n<p><a href="/">All apps</a></p>`)
}

function article({ app, urls, draft, versions, executions, failures, lines }: AppView, action: string): string {
  const links = urls.map((url) => `<a href="${escaped(url)}">${escaped(url)}</a>`)
  const access = app.settings.allow_unauthenticated ? 'public' : 'private: its URL wants a bearer'
  const parts = [
    `<h2>${escaped(appId(app))}</h2>`,
    `<p>${[access, ...links].join('<br>')}</p>`,
    list(
      'Versions',
      versions.map((version) => versionLine(version, app))
    ),
    list('Draft', draft ? [draftLine(draft)] : []),
    list('Executions', executions.map(executionLine)),
    list('Last errors', failures),
    lines.length === 0 ? '' : `<h3>Log</h3><pre>${lines.map(({ message }) => escaped(message)).join('\n')}</pre>`,
    app.activeVersion > 0 ? form(app, action) : ''
  ]
  return `<article>${parts.filter((part) => part !== '').join('\n')}</article>`
}

function form(app: App, action: string): string {
  return `<form method="post" action="${action}"><input type="hidden" name="app" value="${escaped(appId(app))}">
<textarea name="payload" rows="3" aria-label="Payload">{}</textarea><button>Invoke</button></form>`
}

function list(title: string, items: readonly string[]): string {
  if (items.length === 0) return ''
  return `<h3>${title}</h3><ul>${items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`
}

function versionLine({ number, code, createdAtMs }: Version, app: App): string {
  const state = number === app.activeVersion ? ' (active)' : ''
  return `${number}${state}, ${kindOf(code)}, ${new Date(createdAtMs).toISOString()}`
}

function draftLine({ code, status, error, createdAtMs }: Draft): string {
  return `${kindOf(code)}, ${status}, ${new Date(createdAtMs).toISOString()}${error && `: ${error}`}`
}

function executionLine({ id, status, error, output }: Execution): string {
  const [last = ''] = error.trimEnd().split('\n').slice(-1)
  return `${id} ${status} ${last || output.toString().slice(0, 200)}`
}

function kindOf(code: Code): string {
  return code.kind === 'SDK' ? code.runtime.name : 'image'
}

function document(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><style>${STYLE}</style>
<h1>${escaped(title)}</h1>
${body}
</html>
`
}

function escaped(text: string): string {
  const names: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;'
  }
  return text.replace(/[&<>"']/g, (character) => names[character] ?? '')
}
