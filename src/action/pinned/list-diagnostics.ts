import type { LocatedDiagnostic } from '../../log/diagnostics/locate.ts'
import { cleanLine } from '../../log/remote-text.ts'
import { grouped } from '../../model/values/words.ts'
import { code, markdownLink } from '../markdown.ts'

/** Of the list in bytes: the summary as a whole must stay under 900 KiB. */
const MOST_BYTES = 400 * 1024
/** In UTF-16 units. */
const MAX_WORDS = 300

type ListOptions = {
  /** How many were found and not kept. */
  readonly dropped?: number
  /** Where a file of the repository is shown; undefined where that is not known. */
  readonly urlOf?: (file: string, line?: number) => string | undefined
}

/** All diagnostics as a Markdown list for the summary, inert. Empty where there are none. */
export function listDiagnostics(
  located: readonly LocatedDiagnostic[],
  { dropped = 0, urlOf = () => undefined }: ListOptions = {}
): string {
  const items: string[] = []
  let bytes = 0
  for (const diagnostic of located) {
    const item = listItem(diagnostic, urlOf)
    bytes += Buffer.byteLength(item) + 1
    if (bytes > MOST_BYTES) break
    items.push(item)
  }
  const left = located.length - items.length + dropped
  if (left > 0) items.push(`- and ${grouped(left)} more in the log`)
  return items.join('\n')
}

function listItem(diagnostic: LocatedDiagnostic, urlOf: NonNullable<ListOptions['urlOf']>): string {
  const { level, tool, message } = diagnostic
  return `- ${level === 'error' ? '❌' : '⚠️'} ${placeOf(diagnostic, urlOf)}${tool}: ${words(message)}`
}

function placeOf(diagnostic: LocatedDiagnostic, urlOf: NonNullable<ListOptions['urlOf']>): string {
  const { file, written, line, column } = diagnostic
  if (file === undefined) return written === undefined ? '' : `${words(written)} `
  const position = [line, column].flatMap((part) => (part === undefined ? [] : [`:${part}`])).join('')
  const url = urlOf(file, line)
  const place = words(file + position)
  return `${url === undefined ? place : markdownLink(url, place)} `
}

function words(text: string): string {
  return code(cleanLine(text.length > MAX_WORDS ? `${text.slice(0, MAX_WORDS)}…` : text))
}
