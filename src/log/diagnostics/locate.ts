import type { Diagnostic, ToolPlace } from './diagnostic.ts'
import { isAbsolute, mapPath, type PackedCode, packedPath } from './map-path.ts'
import { PathIndex } from './path-index.ts'
import { findStatement } from './statement.ts'

/** A diagnostic and the place in the repository that it means. */
export type LocatedDiagnostic = Pick<Diagnostic, 'level' | 'message' | 'tool'> & {
  /** As the tool wrote it, for a reader. */
  readonly written: string | undefined
  /** From the repository's root; undefined where it is none of its files. */
  readonly file: string | undefined
  readonly line: number | undefined
  readonly column: number | undefined
}

/** The code as it was packed. */
export type ReadableCode = {
  /** The code's root in the repository, with `/`. */
  readonly root: string
  /** Of the packed files, relative to that root. */
  readonly paths: readonly string[]
  /** The text of a packed file by its path in the archive; undefined where it cannot be had. */
  readonly read: (packedPath: string) => string | undefined
}

type IndexedCode = PackedCode & Pick<ReadableCode, 'read'>

/** No source file has more lines, and no line more columns. */
const MOST_LINES = 1_000_000

/** Finds the repository's files that are meant. */
export function locate(diagnostics: readonly Diagnostic[], code: ReadableCode): readonly LocatedDiagnostic[] {
  const indexed = { ...code, paths: new PathIndex(code.paths) }
  return diagnostics.map((diagnostic) => locateOne(diagnostic, indexed))
}

function locateOne(diagnostic: Diagnostic, code: IndexedCode): LocatedDiagnostic {
  const { level, message, tool } = diagnostic
  const place = ownPlace(diagnostic, code)
  const shown = place ?? diagnostic.place
  return {
    level,
    message,
    tool,
    written: shown && [shown.path, shown.line].filter((part) => part !== undefined).join(':'),
    file: place && mapPath(place.path, code),
    ...position(place, diagnostic, code)
  }
}

function ownPlace({ tool, place, callers = [] }: Diagnostic, code: IndexedCode): ToolPlace | undefined {
  const places = place ? [place, ...callers] : callers
  // Python quotes what it can read, and it can read the code that it runs.
  const quotes = places.some(({ quoted }) => quoted !== undefined)
  return places.find((each) => {
    // cargo writes the paths of its workspace relative to it: an absolute one is another package's.
    if (tool === 'rustc' && isAbsolute(each.path)) return false
    return mapPath(each.path, code) !== undefined && (!quotes || isQuotedFrom(each, code))
  })
}

/**
 * False where the tool quotes another line than the packed file has there: a file of the platform's, or of a library,
 * that has the same name.
 */
function isQuotedFrom({ path, line, quoted }: ToolPlace, code: IndexedCode): boolean {
  if (quoted === undefined) return false
  const packed = packedPath(path, code.paths)
  const text = packed === undefined ? undefined : code.read(packed)
  if (text === undefined || line === undefined) return true
  return quoted.includes(HIDDEN) || isBeginningOf(wordsOf(quoted), wordsOf(text.split('\n')[line - 1] ?? ''))
}

/** What the log has in place of a secret. */
const HIDDEN = '***'

/** A quotation may be cut off. */
function isBeginningOf(beginning: string, whole: string): boolean {
  return beginning === '' ? whole === '' : whole.startsWith(beginning)
}

/** Without what the log changes to make a line harmless. */
function wordsOf(line: string): string {
  return line.replace(/[^\p{L}\p{N}]/gu, '')
}

function position(
  place: ToolPlace | undefined,
  { statement }: Diagnostic,
  code: IndexedCode
): Pick<LocatedDiagnostic, 'line' | 'column'> {
  if (!place) return { line: undefined, column: undefined }
  if (place.line !== undefined) {
    const line = sane(place.line)
    return { line, column: line && sane(place.column) }
  }
  return { line: statement === undefined ? undefined : lineOf(statement, place, code), column: undefined }
}

function lineOf(statement: string, place: ToolPlace, code: IndexedCode): number | undefined {
  const packed = packedPath(place.path, code.paths)
  const text = packed === undefined ? undefined : code.read(packed)
  return text === undefined ? undefined : findStatement(statement, text)
}

function sane(number: number | undefined): number | undefined {
  return number !== undefined && Number.isInteger(number) && number >= 1 && number <= MOST_LINES ? number : undefined
}
