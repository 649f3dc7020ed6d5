/** Where something is wrong, as the tool wrote it. */
export type ToolPlace = {
  readonly path: string
  /** From 1 where the tool keeps to that; undefined where it names no line. */
  readonly line: number | undefined
  readonly column?: number
  /** The beginning of that line, where the tool quotes it. */
  readonly quoted?: string
}

type Tool = 'rustc' | 'go' | 'deno' | 'python' | 'pip' | 'docker' | 'buildpacks'

/** One thing that a compiler or builder says is wrong. */
export type Diagnostic = {
  readonly level: 'error' | 'warning'
  /** One line. */
  readonly message: string
  readonly tool: Tool
  /** Undefined where the tool names no file. */
  readonly place: ToolPlace | undefined
  /** The frames that led there, innermost first: one of them is meant where `place` is in a library. */
  readonly callers?: readonly ToolPlace[]
  /** Stands in the file at `place` where that has no line: a requirement, an instruction of a Dockerfile. */
  readonly statement?: string
}

/**
 * Finds one tool's diagnostics in a log. Any line may come; what is kept between lines is bounded. Lines without its mark
 * may be kept from it, unless it is amid something: they would change nothing.
 */
export interface Parser {
  /**
   * Searched for in blocks of lines, so it looks at no line's beginning. The search is for the marks of all parsers at
   * once, and V8 skips 16 characters at a time as long as there are few that any mark begins with: it begins with one
   * that is rare in logs, and looks back from there. A line may change it.
   */
  readonly mark: RegExp
  /** Whether the next line matters, whatever it holds. */
  readonly isAmid: boolean
  /** Takes a line without colours. Gives what is complete by now. */
  line(text: string): Diagnostic | undefined
  /** The log is over. */
  end(): Diagnostic | undefined
}

/** Reads `PATH:LINE:COLUMN` or `PATH:LINE`. Undefined where the text does not end so. */
export function readPlace(text: string): ToolPlace | undefined {
  const last = lastNumber(text)
  if (!last) return undefined
  const line = lastNumber(last.before)
  return line ? { path: line.before, line: line.value, column: last.value } : { path: last.before, line: last.value }
}

function lastNumber(text: string): { readonly before: string; readonly value: number } | undefined {
  const colon = text.lastIndexOf(':')
  const digits = text.slice(colon + 1)
  return colon > 0 && /^\d{1,15}$/.test(digits) ? { before: text.slice(0, colon), value: Number(digits) } : undefined
}
