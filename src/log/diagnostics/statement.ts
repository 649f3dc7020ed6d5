/** What may follow a requirement on its line: a marker, a comment, an option. */
const AFTER = /^(?:;|#|--)/

/**
 * The line, from 1, on which a statement begins that a tool quotes in its own spacing: a pip requirement, or an
 * instruction of a Dockerfile with its continued lines joined. Undefined where no line is it.
 */
export function findStatement(statement: string, text: string): number | undefined {
  const wanted = squeezed(statement)
  if (wanted === '') return undefined
  const index = text.split('\n').findIndex((line) => begins(line, wanted))
  return index === -1 ? undefined : index + 1
}

function begins(line: string, wanted: string): boolean {
  const words = line.trimEnd()
  const squeezedLine = squeezed(words)
  if (squeezedLine === wanted) return true
  if (words.endsWith('\\')) {
    const first = squeezed(words.slice(0, -1))
    return first !== '' && wanted.startsWith(first)
  }
  return squeezedLine.startsWith(wanted) && AFTER.test(squeezedLine.slice(wanted.length))
}

function squeezed(text: string): string {
  return text.replace(/\s/g, '').toLowerCase()
}
