import type { LocatedDiagnostic } from '../../log/diagnostics/locate.ts'
import { cleanLine } from '../../log/remote-text.ts'

/** In UTF-16 units, of a compiler's message in the red line. */
const MAX_WORDS = 300

/**
 * What the tool ended with, begun with the first error that was found in the user's code: with its file and line, since
 * the job log shows neither. What the tool says again is not said twice.
 */
export function withFirstError(words: string, located: readonly LocatedDiagnostic[]): string {
  const first = located.find(({ level, file }) => level === 'error' && file !== undefined)
  if (first === undefined) return words
  const place = [first.file, first.line, first.column].filter((part) => part !== undefined).join(':')
  const message = cleanLine(first.message)
  if (words.includes(message)) return `${place}: ${words}`
  return `${place}: ${message.length > MAX_WORDS ? `${message.slice(0, MAX_WORDS)}…` : message}. ${words}`
}
