import type { Diagnostic, ToolPlace } from './diagnostic.ts'
import { isAbsolute, mapPath, type PackedCode, packedPath } from './map-path.ts'
import { PathIndex } from './path-index.ts'
import { findStatement } from './statement.ts'

/** A diagnostic and the place in the repository that it means. */
export type LocatedDiagnostic = Pick<Diagnostic, 'level' | 'message' | 'tool'> & {
  /** As the tool wrote it, for a reader. */
  readonly written: string | undefined
  /** Relative to the repository; undefined where it is none of its files. */
  readonly file: string | undefined
  readonly line: number | undefined
  readonly column: number | undefined
}

/** The code as it was packed. */
export type ReadableCode = {
  /** The code's root relative to the workspace. */
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

function ownPlace({ tool, place, callers = [] }: Diagnostic, code: PackedCode): ToolPlace | undefined {
  const places = place ? [place, ...callers] : callers
  return places.find(
    // cargo writes the paths of its workspace relative to it: an absolute one is another package's.
    ({ path }) => !(tool === 'rustc' && isAbsolute(path)) && mapPath(path, code) !== undefined
  )
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
