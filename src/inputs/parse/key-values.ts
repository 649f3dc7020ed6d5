import type { ParsedValue } from './parse-values.ts'

/**
 * Reads `KEY=VALUE` lines: the first `=` splits, a line that begins with `#` is a comment, and a value of several lines
 * is written as `KEY<<END`, the lines, `END`. A value is kept as it stands, with its spaces and quotes.
 */
export function parseKeyValues(text: string): ParsedValue<Readonly<Record<string, string>>> {
  const values: Record<string, string> = Object.create(null)
  const lines = text.split(/\r\n?|\n/)
  for (let at = 0; at < lines.length; at++) {
    const line = (lines[at] ?? '').trimStart()
    if (line.trim() === '' || line.startsWith('#')) continue
    const entry = readEntry(lines, at, line)
    if ('problem' in entry) return entry
    if (entry.key in values) {
      return { problem: `names ${entry.key} twice (line ${at + 1})`, fix: 'Keep one of the two lines.' }
    }
    values[entry.key] = entry.value
    at = entry.end
  }
  return { value: { ...values } }
}

type KeyValue = { readonly key: string; readonly value: string; readonly end: number }

function readEntry(lines: readonly string[], at: number, line: string): KeyValue | { problem: string; fix: string } {
  const [, key = '', separator] = /^([^=<]*?)\s*(=|<<)/.exec(line) ?? []
  if (separator === undefined) {
    return { problem: `has a line without "=" (line ${at + 1})`, fix: 'Write KEY=VALUE on each line.' }
  }
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(key)) {
    return {
      problem: `has a key that cannot be a variable’s name (line ${at + 1})`,
      fix: 'Use letters, digits and "_" in a key, and do not begin with a digit.'
    }
  }
  const rest = line.slice(line.indexOf(separator) + separator.length)
  return separator === '=' ? { key, value: rest, end: at } : readBlock({ key, delimiter: rest.trim() }, lines, at)
}

function readBlock(
  { key, delimiter }: { readonly key: string; readonly delimiter: string },
  lines: readonly string[],
  at: number
): KeyValue | { problem: string; fix: string } {
  const end = delimiter === '' ? -1 : lines.findIndex((line, index) => index > at && line.trim() === delimiter)
  if (end < 0) {
    return {
      problem: `has a block for ${key} that does not end (line ${at + 1})`,
      fix: `Write ${key}<<END, the lines, and END on a line of its own.`
    }
  }
  return { key, value: lines.slice(at + 1, end).join('\n'), end }
}
