import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic } from '../../../../src/log/diagnostics/diagnostic.ts'
import { Diagnostics } from '../../../../src/log/diagnostics/diagnostics.ts'

/** What a compiler said, as lines. */
export function fixture(name: string): readonly string[] {
  return readFileSync(join(import.meta.dirname, 'fixtures', `${name}.txt`), 'utf8').split('\n')
}

export function diagnosticsOf(lines: readonly string[], dockerfile?: string): readonly Diagnostic[] {
  const diagnostics = new Diagnostics(dockerfile)
  for (const line of lines) diagnostics.line(line)
  return diagnostics.take()
}

/** `error rustc src/main.rs:3:5 message`, for tables. */
export function inShort({ level, tool, place, message }: Diagnostic): string {
  const position = [place?.path ?? '-', place?.line, place?.column].filter((part) => part !== undefined).join(':')
  return `${level} ${tool} ${position} ${message}`
}
