import type { CommentPart } from '../model/github.ts'
import { isRecord } from '../model/values/json.ts'

/** A part as it stands in a comment. */
export type WrittenPart = CommentPart & {
  /** Tells the app from the others of the comment. */
  readonly id: string
  /** Tells this writing of it from any other. */
  readonly stamp: string
}

/** GitHub takes 65,536 characters. */
const MOST_BYTES = 60_000

const LEFT_OUT = 'What there was to say is too long for this comment; it is in the summary of the run.'

/** What a comment of this key begins with. */
export function markerOf(key: string): string {
  return `<!-- ignite-deploy ${hidden(key)} -->`
}

/** The comment that holds these parts: with several, a table of them, and each folded below it. */
export function renderBody(key: string, parts: readonly WrittenPart[]): string {
  const fitting = fitted(key, parts)
  const rest = parts.length - fitting.length
  return `${written(key, fitting)}${rest > 0 ? `\n\nand ${rest} more` : ''}\n`
}

/** The parts that a comment holds; none where it is not in the form that we write. */
export function partsIn(body: string): readonly WrittenPart[] {
  const text = body.replaceAll('\r\n', '\n')
  return [...text.matchAll(/<!-- part (\S+) -->\n\n([\s\S]*?)\n\n<!-- \/part -->/g)].flatMap(
    ([, head = '', part = '']) => {
      const known = readHead(head)
      return known ? [{ ...known, body: part }] : []
    }
  )
}

/** The newest of each app, in an order that does not depend on who wrote last. */
export function united(parts: readonly WrittenPart[]): readonly WrittenPart[] {
  const newest = new Map(parts.map((part) => [part.id, part]))
  return [...newest.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The parts of the comment as they fit: first the longest lose their words, then the last are left out. */
function fitted(key: string, parts: readonly WrittenPart[]): readonly WrittenPart[] {
  const isFitting = (some: readonly WrittenPart[]) => Buffer.byteLength(written(key, some)) <= MOST_BYTES
  let some = parts
  for (const { id } of [...parts].sort((a, b) => b.body.length - a.body.length)) {
    if (isFitting(some)) return some
    some = some.map((part) => (part.id === id ? { ...part, body: LEFT_OUT } : part))
  }
  while (some.length > 1 && !isFitting(some)) some = some.slice(0, -1)
  return some
}

function written(key: string, parts: readonly WrittenPart[]): string {
  const [only, ...others] = parts
  if (only && others.length === 0) return [markerOf(key), `### ${only.title}`, framed(only)].join('\n\n')
  return [markerOf(key), table(parts), ...parts.map(folded)].join('\n\n')
}

function framed({ body, ...head }: WrittenPart): string {
  return `<!-- part ${hidden(JSON.stringify(head))} -->\n\n${body}\n\n<!-- /part -->`
}

function folded(part: WrittenPart): string {
  return `<details${part.isOpen ? ' open' : ''}><summary>${part.title}</summary>\n\n${framed(part)}\n\n</details>`
}

function table(parts: readonly WrittenPart[]): string {
  const columns = [...new Set(parts.flatMap(({ cells }) => Object.keys(cells)))]
  const rows = parts.map(({ cells }) => columns.map((column) => cells[column] ?? ''))
  return [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** In a comment of HTML, where neither a space nor a hyphen may end it. */
function hidden(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D')
}

function readHead(head: string): Omit<WrittenPart, 'body'> | undefined {
  const known = parse(head)
  if (!isRecord(known)) return undefined
  const { id, stamp, title, cells, isOpen } = known
  const isText = typeof id === 'string' && typeof stamp === 'string' && typeof title === 'string'
  if (!isText || !isCells(cells) || typeof isOpen !== 'boolean') return undefined
  return { id, stamp, title, cells, isOpen }
}

function isCells(value: unknown): value is CommentPart['cells'] {
  return isRecord(value) && Object.values(value).every((cell) => typeof cell === 'string')
}

function parse(head: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(head))
  } catch {
    return undefined
  }
}
