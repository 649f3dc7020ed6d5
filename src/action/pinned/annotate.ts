import type { LocatedDiagnostic } from '../../log/diagnostics/locate.ts'

/** What the runner is told to pin to a line of a file. */
export type Annotation = {
  readonly level: 'error' | 'warning'
  readonly title: string
  readonly message: string
  readonly file: string
  readonly line: number | undefined
  readonly column: number | undefined
}

/** The runner keeps ten a kind and step: one is left for the rest. */
const MOST_ANNOTATIONS = 9

type AnnotationList = {
  readonly annotations: readonly Annotation[]
  /** How many diagnostics are in no annotation. */
  readonly rest: number
}

/** The diagnostics to pin to files, errors first. `dropped` were found and not kept. */
export function annotate(located: readonly LocatedDiagnostic[], dropped = 0): AnnotationList {
  const annotations = [...ofLevel(located, 'error'), ...ofLevel(located, 'warning')].slice(0, MOST_ANNOTATIONS)
  return { annotations, rest: located.length + dropped - annotations.length }
}

function ofLevel(located: readonly LocatedDiagnostic[], level: LocatedDiagnostic['level']): Annotation[] {
  return located.flatMap(({ level: own, tool, message, file, line, column }) => {
    if (own !== level || file === undefined) return []
    return [{ level, title: tool, message: `${placeOf(file, line)}: ${message}`, file, line, column }]
  })
}

/** The job log shows the text of an annotation alone. */
function placeOf(file: string, line: number | undefined): string {
  return line === undefined ? file : `${file}:${line}`
}
