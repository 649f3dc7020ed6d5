import { marked } from 'marked'

/** A text as GitHub shows it, as far as a text could reach out of its place. */
export type Rendered = {
  /** The tags in their order, with their attributes, without those of code. */
  readonly tags: readonly string[]
  /** What GitHub makes a mention or a reference to an issue of: it looks into the text of the page, where entities are signs. */
  readonly references: readonly string[]
}

const TAG = /<!--[\s\S]*?-->|<\/?[a-z][^>]*>/gi
/** Where GitHub looks for none. */
const SILENT = /<(pre|code|a)\b[^>]*>[\s\S]*?<\/\1>/g
const REFERENCE = /(?<![\w&])@[a-z\d][\w-]*|[\w./-]*#\d+|\bgh-\d+|[\w.+-]+@[\w-]+\.\w/gi

/** Renders GitHub’s Markdown. */
export function rendered(markdown: string): Rendered {
  const html = marked.parse(markdown, { gfm: true, async: false })
  const tags = [...html.matchAll(TAG)].map(([tag]) => tag)
  const texts = html.replace(SILENT, '<code>').split(TAG).map(withoutEntities)
  return {
    tags: tags.filter((tag) => !tag.startsWith('<!--') && !/^<\/?code/.test(tag)),
    references: texts.flatMap((text) => text.match(REFERENCE) ?? [])
  }
}

function withoutEntities(html: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }
  return html
    .replace(/&#(\d+);/g, (_, point) => String.fromCodePoint(Number(point)))
    .replace(/&(\w+);/g, (entity, name) => named[name] ?? entity)
}
