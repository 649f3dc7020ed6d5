import { parse } from 'dotenv'
import { isVariableName } from '../../model/values/variable-name.ts'
import { enumerate } from '../../model/values/words.ts'
import { isWrapped, NO_NAME } from './key-values.ts'
import type { ParsedValue, Refused } from './parse-values.ts'

const FIX = 'Write KEY=VALUE on each line, and a value of several lines in double quotes.'

/**
 * Reads a dotenv file as the package dotenv does: quotes, `export`, comments, `\n` in double quotes. Only what that
 * leaves out without a word is refused: a line that sets no variable may be the rest of a secret. So nothing is said of
 * it but where it is.
 */
export function parseEnvFile(text: string): ParsedValue<Readonly<Record<string, string>>> {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n?|\n/)
  const odd = lines.findIndex((line) => /[\u2028\u2029]/.test(line))
  if (odd >= 0) return { problem: `has a line separator that no editor shows (line ${odd + 1})`, fix: FIX }
  const starts = startsOf(lines)
  const variables: Variable[] = []
  for (const [index, at] of starts.entries()) {
    if (/^\s*(#|$)/.test(lines[at] ?? '')) continue
    const written = lines.slice(at, starts[index + 1]).join('\n')
    const read = readVariable(written, at, variables.at(-1))
    if ('problem' in read) return read
    variables.push(read)
  }
  return { value: Object.fromEntries(variables.map(({ key, value }) => [key, value])), warnings: warningsOf(variables) }
}

type Variable = {
  readonly key: string
  readonly value: string
  /** The line that it begins on, from 0, and as it is written. */
  readonly at: number
  readonly written: string
}

/**
 * The lines that do not go on with a quoted value: dotenv itself tells, by a variable that is put before each line and
 * is only found where a variable may begin.
 */
function startsOf(lines: readonly string[]): readonly number[] {
  let mark = '_'
  while (lines.some((line) => line.includes(mark))) mark += '_'
  const found = parse(lines.map((line, at) => `${mark}${at}=\n${line}`).join('\n'))
  return [...lines.keys()].filter((at) => Object.hasOwn(found, `${mark}${at}`))
}

function readVariable(written: string, at: number, before: Variable | undefined): Variable | Refused {
  const place = `(line ${at + 1})`
  const [first = ''] = written.split('\n')
  const [key] = Object.keys(parse(first))
  const [value = ''] = Object.values(parse(written))
  if (key === undefined) return { problem: `has a line that sets no variable ${place}`, fix: FIX }
  if (before?.at === at - 1 && /^=*$/.test(value) && isWrapped(before.written)) {
    return { problem: `has a line that looks like the rest of the value above it ${place}`, fix: FIX }
  }
  return isVariableName(key)
    ? { key, value, at, written }
    : { problem: `${NO_NAME.problem} ${place}`, fix: NO_NAME.fix }
}

/** What is read as dotenv reads it, and was perhaps not meant so. */
function warningsOf(variables: readonly Variable[]): readonly string[] {
  const twice = variables.filter(({ key }, index) => variables.findIndex((each) => each.key === key) !== index)
  const cut = variables.filter(({ value, written }) => value !== '' && written.includes(`${value}#`))
  const open = variables.filter(({ value }) => /^["'`]/.test(value))
  return [
    ...told(twice, (keys) => `sets ${keys} more than once: the last counts.`),
    ...told(cut, (keys) => `ends ${keys} at a "#", where a comment begins: a value with "#" stands in quotes.`),
    ...told(open, (keys) => `keeps the quote at the beginning of ${keys}, since none closes it at the end.`)
  ]
}

function told(variables: readonly Variable[], sentence: (keys: string) => string): readonly string[] {
  const keys = new Set(variables.map(({ key }) => key))
  return keys.size > 0 ? [sentence(enumerate([...keys]))] : []
}
