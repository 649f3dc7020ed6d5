import { badPattern, type IgnoreFile, namesSomething } from './ignore-file.ts'

/** A line of an `.igniteignore` that says something. */
export type IgnitePattern = {
  readonly isException: boolean
  /** As it stands, without the `!` and the spaces after it. */
  readonly body: string
  readonly names: boolean
  /** Of a path from the directory of the file. */
  readonly parts: readonly string[]
}

/** The patterns of an `.igniteignore` in order. Throws SourceError naming the line. */
export function ignitePatterns({ lines, shownPath }: IgnoreFile): readonly IgnitePattern[] {
  return lines.flatMap((line, index) => {
    if (line.startsWith('#') || line.trim() === '') return []
    const isException = line.startsWith('!')
    const body = withoutTrailingSpaces(isException ? line.slice(1) : line)
    const fault = faultOf(body)
    if (fault) throw badPattern(shownPath, index, fault)
    return [{ isException, body, names: namesSomething(body), parts: partsOf(body) }]
  })
}

function withoutTrailingSpaces(body: string): string {
  let end = body.length
  while (body[end - 1] === ' ' && body[end - 2] !== '\\') end--
  return body.slice(0, end)
}

/** What has a slash before its end counts from the directory of the file, and anything else is a name in any directory. */
function partsOf(body: string): readonly string[] {
  const path = body.endsWith('/') ? body.slice(0, -1) : body
  return path.includes('/') ? path.replace(/^\//, '').split('/') : ['**', path]
}

function faultOf(body: string): string | undefined {
  if (body === '') return 'is an exception without a pattern'
  for (let at = 0; at < body.length; at++) {
    if (body[at] === '\\') {
      at++
      if (at === body.length) return 'ends with a backslash that escapes nothing'
    } else if (body[at] === '[') {
      at = endOfBrackets(body, at)
      if (at < 0) return 'has a `[` that is not closed'
    }
  }
  return undefined
}

const CLASS = /\[:\w+:\]/y

/** Where the bracket expression that begins there is closed, or -1. */
function endOfBrackets(body: string, start: number): number {
  const last = body.lastIndexOf(']')
  let at = start + 1
  if (body[at] === '!' || body[at] === '^') at++
  // The first `]` is meant by itself where another one closes.
  if (body[at] === ']' && at < last) at++
  for (; at <= last; at++) {
    if (body[at] === ']') return at
    CLASS.lastIndex = at
    if (body[at] === '\\') at++
    else if (body[at] === '[' && CLASS.test(body) && CLASS.lastIndex <= last) at = CLASS.lastIndex - 1
  }
  return -1
}
