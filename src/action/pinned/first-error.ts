import type { LocatedDiagnostic } from '../../log/diagnostics/locate.ts'
import { cleanLine } from '../../log/remote-text.ts'

/** In UTF-16 units, of a compiler's message in the red line. */
const MAX_WORDS = 300

/** What is shorter may stand in a sentence by chance. */
const LEAST_REPEATED = 20

/**
 * What the tool ended with, begun with the first error that was found: in the user's code, with its file and line, since
 * the job log shows neither; else anywhere; else in `line`. What the tool says again is not said twice.
 */
export function withFirstError(words: string, located: readonly LocatedDiagnostic[], line?: string): string {
  const errors = located.filter(({ level }) => level === 'error')
  const first = errors.find(({ file }) => file !== undefined) ?? errors[0]
  if (first !== undefined) return begun(words, placeOf(first), first.message)
  return line === undefined ? words : begun(words, '', line.replace(/^error: /, ''))
}

function placeOf({ file, line, column, written }: LocatedDiagnostic): string {
  return file === undefined ? (written ?? '') : [file, line, column].filter((part) => part !== undefined).join(':')
}

function begun(words: string, place: string, message: string): string {
  const head = sentence(cut(withoutRepeated(cleanLine(message).trim(), words)))
  const at = place === '' ? '' : `${cleanLine(place)}: `
  return head === '' ? at + words : `${at}${head} ${words}`
}

/** Without what comes last in it and stands in the words again. */
function withoutRepeated(message: string, words: string): string {
  if (words.includes(message)) return ''
  const parts = message.split(': ')
  const at = parts.findIndex((_, from) => {
    const rest = parts.slice(from).join(': ')
    return rest.length >= LEAST_REPEATED && words.includes(rest)
  })
  return at === -1 ? message : parts.slice(0, at).join(': ')
}

function cut(message: string): string {
  return message.length > MAX_WORDS ? `${message.slice(0, MAX_WORDS)}…` : message
}

function sentence(words: string): string {
  // As in `COPY package.json .`, whose last word would be taken for the end of a sentence.
  if (words.endsWith(' .')) return `“${words}”.`
  return words === '' || /[.:!?…]$/.test(words) ? words : `${words}.`
}
