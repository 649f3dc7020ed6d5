import type { LocatedDiagnostic } from '../../log/diagnostics/locate.ts'
import { cleanLine } from '../../log/remote-text.ts'

/** In UTF-16 units, of a compiler's message in the red line. */
const MAX_WORDS = 300

/**
 * The first error that was found in the user's code, for the red line: its file and line first, since the job log shows
 * neither. Undefined where none is known with its place.
 */
export function firstError(located: readonly LocatedDiagnostic[]): string | undefined {
  const first = located.find(({ level, file }) => level === 'error' && file !== undefined)
  if (first?.file === undefined) return undefined
  const place = [first.file, first.line, first.column].filter((part) => part !== undefined).join(':')
  const message = cleanLine(first.message)
  return `${place}: ${message.length > MAX_WORDS ? `${message.slice(0, MAX_WORDS)}…` : message}`
}
