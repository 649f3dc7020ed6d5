import { isVariableName } from '../../model/values/variable-name.ts'
import { enumerate } from '../../model/values/words.ts'
import type { ParsedValue, Refused } from './parse-values.ts'

const BLOCK_FORM = 'A value of several lines is written as KEY<<END, the lines, and END on a line of its own.'

/** `openssl base64` and `base64` break their lines at 64 and 76 characters, PEM at 64. */
const WRAPPED_LENGTH = 60

/**
 * Reads `KEY=VALUE` lines: the first `=` splits, a line that begins with `#` is a comment, and a value of several lines
 * is written as `KEY<<END`, the lines, `END`. A value is kept as it stands, with its spaces and quotes. Of a line that
 * may be the rest of a secret nothing is said but where it is.
 */
export function parseKeyValues(text: string): ParsedValue<Readonly<Record<string, string>>> {
  if (/^\s*[{[]/.test(text)) {
    return { problem: 'is written as JSON', fix: 'Write KEY=VALUE on each line, for example GREETING=Hello.' }
  }
  const values: Record<string, string> = Object.create(null)
  const entries: KeyValue[] = []
  const lines = text.split(/\r\n?|\n/)
  for (let at = 0; at < lines.length; at++) {
    const line = (lines[at] ?? '').trimStart()
    if (line.trim() === '' || line.startsWith('#')) continue
    const entry = readEntry(lines, at, entries.at(-1))
    if ('problem' in entry) return entry
    if (entry.key in values) {
      return { problem: `names ${entry.key} twice (line ${at + 1})`, fix: 'Keep one of the two lines.' }
    }
    values[entry.key] = entry.value
    entries.push(entry)
    at = entry.end
  }
  return { value: { ...values }, warnings: warningsOf(entries) }
}

type SplitLine = {
  readonly key: string
  readonly rest: string
  readonly isBlock: boolean
  /** As in `KEY = value`. */
  readonly isSpaced: boolean
}

type KeyValue = SplitLine & {
  readonly value: string
  /** The last line of it. */
  readonly end: number
}

function readEntry(lines: readonly string[], at: number, before: KeyValue | undefined): KeyValue | Refused {
  const split = splitLine((lines[at] ?? '').trimStart())
  const fault = faultOf(split, at, before !== undefined)
  if (fault) return fault
  if (split.isBlock) return readBlock(split, lines, at)
  if (/^=*\s*$/.test(split.rest) && before?.end === at - 1 && !before.isBlock && isWrapped(lines[at - 1] ?? '')) {
    const fix = `${BLOCK_FORM} If the line is a variable of its own without a value, write it so too.`
    return { problem: `has a line that looks like the rest of the value above it (line ${at + 1})`, fix }
  }
  return { ...split, value: split.rest, end: at }
}

/** The first `=` or `<<` splits; without either, all of the line is the key. */
function splitLine(line: string): SplitLine & { readonly isSplit: boolean } {
  const [equals, block] = [line.indexOf('='), line.indexOf('<<')]
  const isBlock = block >= 0 && (equals < 0 || block < equals)
  const at = isBlock ? block : equals
  if (at < 0) return { key: line, rest: '', isBlock, isSpaced: false, isSplit: false }
  const rest = line.slice(at + (isBlock ? 2 : 1))
  const isSpaced = !isBlock && /\s/.test(line.charAt(at - 1)) && /^\s/.test(rest)
  return { key: line.slice(0, at).trimEnd(), rest, isBlock, isSpaced, isSplit: true }
}

function faultOf({ key, isSplit }: ReturnType<typeof splitLine>, at: number, hasEntry: boolean): Refused | undefined {
  const place = `(line ${at + 1})`
  const also = hasEntry ? ` ${BLOCK_FORM}` : ''
  if (/^[A-Za-z_]\w*:(\s|$)/.test(key)) {
    return { problem: `has a line with ":" in place of "=" ${place}`, fix: `Write KEY=VALUE on each line.${also}` }
  }
  if (!isSplit) return { problem: `has a line without "=" ${place}`, fix: `Write KEY=VALUE on each line.${also}` }
  if (/^["']/.test(key)) {
    return { problem: `has quotes before a key ${place}`, fix: `Write KEY=VALUE without quotes around it.${also}` }
  }
  if (isVariableName(key)) return undefined
  return { problem: `${NO_NAME.problem} ${place}`, fix: `${NO_NAME.fix}${also}` }
}

/** What is said of a key that is none. */
export const NO_NAME = {
  problem: 'has a key that cannot be a variable’s name',
  fix: 'Use letters, digits and "_" in a key, and do not begin with a digit.'
} as const

/** Whether a line may be the first of a secret that has several. */
export function isWrapped(line: string): boolean {
  const text = line.trim()
  return text.length >= WRAPPED_LENGTH && !/\s/.test(text)
}

function readBlock(split: SplitLine, lines: readonly string[], at: number): KeyValue | Refused {
  const { key, rest } = split
  const delimiter = rest.trim()
  let end = at + 1
  while (end < lines.length && lines[end]?.trim() !== delimiter) end++
  if (delimiter === '' || end === lines.length) {
    return {
      problem: `has a block for ${key} that does not end (line ${at + 1})`,
      fix: `Write ${key}<<END, the lines, and END on a line of its own.`
    }
  }
  return { ...split, value: lines.slice(at + 1, end).join('\n'), end }
}

/** What is kept as it stands, and was perhaps not meant so. */
function warningsOf(entries: readonly KeyValue[]): readonly string[] {
  const spaced = entries.filter(({ isSpaced }) => isSpaced)
  const quoted = entries.filter(({ isBlock, value }) => !isBlock && isQuoted(value))
  return [
    ...(spaced.length > 0 ? [`keeps the space after "=" as part of ${valuesOf(spaced)}: write KEY=VALUE.`] : []),
    ...(quoted.length > 0 ? [`keeps the quotes as part of ${valuesOf(quoted)}: write KEY=VALUE without them.`] : [])
  ]
}

function isQuoted(value: string): boolean {
  return /^(?:".*"|'.*')$/.test(value.trim())
}

function valuesOf(entries: readonly KeyValue[]): string {
  return `the value${entries.length > 1 ? 's' : ''} of ${enumerate(entries.map(({ key }) => key))}`
}
