import { isLoopback } from '../model/values/endpoint.ts'

/** A text from elsewhere as inert code in a summary: no markup, no mention, no link comes of it. */
export function code(text: string): string {
  return `<code>${escapeHtml(text)}</code>`
}

/** A text of several lines in a block of its own, inert. */
export function block(text: string): string {
  return `<pre><code>${escapeHtml(text)}</code></pre>`
}

/** A text of several lines that GitHub colours. Its fence is longer than any in the text, so nothing in it ends it. */
export function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text}\n${fence}`
}

/** Cells are Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** Our own words, which may carry a name from elsewhere, as running text. What stands between backticks is code. */
export function prose(text: string): string {
  return text
    .split(/`([^`\n]+)`/)
    .map((piece, at) => (at % 2 === 0 ? withoutReferences(escapeHtml(piece)) : code(piece)))
    .join('')
}

/** The same as a paragraph of its own, which wraps: no line of it, rule or list comes of how it begins. */
export function paragraph(text: string): string {
  return prose(text.trim()).replace(/^[-+=]/, (sign) => `&#${sign.codePointAt(0)};`)
}

/** Markdown that no line ends in, however narrow its place is. */
export function unbroken(markdown: string): string {
  return markdown.replaceAll(' ', '&nbsp;')
}

/** A part that is unfolded by who wants it. The body is Markdown. */
export function details(title: string, body: string): string {
  return `<details><summary>${prose(title)}</summary>\n\n${body}\n\n</details>`
}

/**
 * A link where the URL is https, or http on this machine; otherwise the URL as text. `shown` is Markdown, and left out the
 * URL.
 */
export function markdownLink(url: string, shown?: string): string {
  const parsed = URL.parse(url)
  const safe = parsed?.protocol === 'https:' || (parsed?.protocol === 'http:' && isLoopback(parsed.hostname))
  if (safe) return `<a href="${escapeHtml(parsed.href)}">${shown ?? escapeHtml(url)}</a>`
  return shown ?? code(url)
}

/**
 * What has no width keeps `@` and `#` from what follows, since entities do not (docs/runner.md, Markdown). An image's digest
 * stays as it is, to be copied.
 */
function withoutReferences(html: string): string {
  return html.replace(/(?<!\w)&#64;|&#64;(?!sha256:)|&#35;(?=\d)|\bgh(?=-\d)/gi, '$&&#8203;')
}

/** HTML's own signs, those that Markdown would read inside a line or a table, and what it would make a link of. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"'|`*_~@#[\]\\$\r\n]|:(?=\/\/)|(?<=\bwww)\./gi, (sign) => `&#${sign.codePointAt(0)};`)
}
