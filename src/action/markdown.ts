import { isLoopback } from '../model/values/endpoint.ts'
/** A text from elsewhere as inert code in a summary: no markup, no mention, no link comes of it. */
export function code(text: string): string {
  return `<code>${escapeHtml(text)}</code>`
}

/** A text of several lines in a block of its own, inert. */
export function block(text: string): string {
  return `<pre><code>${escapeHtml(text)}</code></pre>`
}

/** Our own words, which may carry a name from elsewhere, as running text. */
export function prose(text: string): string {
  return escapeHtml(text)
}

/** A link where the URL is https, or http on this machine; otherwise the URL as text. */
export function markdownLink(url: string): string {
  const parsed = URL.parse(url)
  const safe = parsed?.protocol === 'https:' || (parsed?.protocol === 'http:' && isLoopback(parsed.hostname))
  return safe ? `<a href="${escapeHtml(parsed.href)}">${escapeHtml(url)}</a>` : code(url)
}

/** HTML's own signs, those that Markdown would read inside a line or a table, and what it would make a link of. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"'|`*_~@#[\]\\$\r\n]|:(?=\/\/)|(?<=\bwww)\./gi, (sign) => `&#${sign.codePointAt(0)};`)
}
