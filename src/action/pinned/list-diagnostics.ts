import type { LocatedDiagnostic } from '../../log/diagnostics/locate.ts'
import { cleanLine } from '../../log/remote-text.ts'
import { code } from '../markdown.ts'

/** Of the list in bytes: the summary as a whole must stay under 900 KiB. */
const MOST_BYTES = 400 * 1024
/** In UTF-16 units. */
const MAX_WORDS = 300

/** All diagnostics as a Markdown list for the summary, inert. Empty where there are none. `dropped` were not kept. */
export function listDiagnostics(located: readonly LocatedDiagnostic[], dropped = 0): string {
  const items: string[] = []
  let bytes = 0
  for (const diagnostic of located) {
    const item = listItem(diagnostic)
    bytes += Buffer.byteLength(item) + 1
    if (bytes > MOST_BYTES) break
    items.push(item)
  }
  const left = located.length - items.length + dropped
  if (left > 0) items.push(`- and ${left.toLocaleString('en-US')} more in the log`)
  return items.join('\n')
}

function listItem({ level, tool, message, file, written, line, column }: LocatedDiagnostic): string {
  const position = [line, column].flatMap((part) => (part === undefined ? [] : [`:${part}`])).join('')
  const place = file === undefined ? written : file + position
  return `- ${level === 'error' ? '❌' : '⚠️'} ${place === undefined ? '' : `${words(place)} `}${tool}: ${words(message)}`
}

function words(text: string): string {
  return code(cleanLine(text.length > MAX_WORDS ? `${text.slice(0, MAX_WORDS)}…` : text))
}
