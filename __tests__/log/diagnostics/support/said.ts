import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic, Parser } from '../../../../src/log/diagnostics/diagnostic.ts'
import { Diagnostics, parsersFor } from '../../../../src/log/diagnostics/diagnostics.ts'

/** What a compiler said, as lines. */
export function fixture(name: string): readonly string[] {
  return readFileSync(join(import.meta.dirname, 'fixtures', `${name}.txt`), 'utf8').split('\n')
}

export function diagnosticsOf(lines: readonly string[], dockerfile?: string): readonly Diagnostic[] {
  return taken([lines], parsersFor(dockerfile))
}

/** The same the slow way: every parser is asked of each line. */
export function diagnosticsOfEach(lines: readonly string[]): readonly Diagnostic[] {
  return taken(
    lines.map((line) => [line]),
    parsersFor().map(attentive)
  )
}

/** From blocks of lines. */
export function taken(
  blocks: readonly (readonly string[])[],
  parsers: readonly Parser[] = parsersFor()
): readonly Diagnostic[] {
  const diagnostics = new Diagnostics(parsers)
  for (const lines of blocks) diagnostics.read(lines.map((line) => `${line}\n`).join(''))
  return diagnostics.take()
}

function attentive(parser: Parser): Parser {
  return { mark: /^/g, isAmid: true, line: (text) => parser.line(text), end: () => parser.end() }
}

/** `error rustc src/main.rs:3:5 message`, for tables. */
export function inShort({ level, tool, place, message }: Diagnostic): string {
  const position = [place?.path ?? '-', place?.line, place?.column].filter((part) => part !== undefined).join(':')
  return `${level} ${tool} ${position} ${message}`
}
