import { readFileSync } from 'node:fs'
import { marked } from 'marked'

const STYLE = readFileSync(new URL('github-page.css', import.meta.url), 'utf8')

export type Frame = 'summary' | 'comment'

/** Markdown as GitHub shows it, in light and dark: in the box of a job's summary, or in a comment. */
export function githubPage(markdown: string, frame: Frame): string {
  const html = marked.parse(markdown, { gfm: true, async: false })
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${frame}</title><style>${STYLE}</style>
<main class="${frame}"><header>${HEADERS[frame]}</header><article>${withColouredDiffs(html)}</article></main></html>`
}

const HEADERS: Readonly<Record<Frame, string>> = {
  summary: 'deploy summary',
  comment: '<b>github-actions</b> <span class="label">bot</span> commented 1 minute ago'
}

function withColouredDiffs(html: string): string {
  return html.replace(/(<code class="language-diff">)([\s\S]*?)(<\/code>)/g, (_, begin, lines: string, end) => {
    return `${begin}${lines.split('\n').map(colouredLine).join('\n')}${end}`
  })
}

const KINDS: Readonly<Record<string, string>> = { '+': 'added', '-': 'removed', '@': 'place' }

function colouredLine(line: string): string {
  const kind = KINDS[line.charAt(0)]
  return kind === undefined ? line : `<span class="${kind}">${line}</span>`
}
