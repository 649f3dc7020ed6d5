import { readFileSync } from 'node:fs'
import path from 'node:path'
import { annotate } from './diagnostics/annotate.ts'
import { Diagnostics } from './diagnostics/diagnostics.ts'
import { listDiagnostics } from './diagnostics/list-diagnostics.ts'
import { type Located, locate, type ReadableCode } from './diagnostics/locate.ts'
import type { RunnerLog } from './log.ts'

/** A file that a diagnostic names is looked into for the line that is meant; a larger one is not. */
const MOST_BYTES = 1024 * 1024

/** What compilers said of the code, pinned to the lines of the repository. */
export class Pinned {
  readonly #diagnostics = new Diagnostics()
  #code: ReadableCode = { root: '', paths: [], read: () => undefined }
  #located: readonly Located[] = []

  /** Takes a line of a remote log. */
  readonly line = (text: string): void => this.#diagnostics.line(text)

  /** Where the packed files lie: a diagnostic of any other file is not pinned. */
  packed(root: string, workspace: string, paths: readonly string[]): void {
    const read = (packedPath: string): string | undefined => readSmall(path.join(root, packedPath))
    this.#code = { root: path.relative(workspace, root), paths, read }
  }

  /** Pins what was found: all of it where the run failed, else warnings only, since a build may recover from an error. */
  pin(log: RunnerLog, isFailed: boolean): void {
    const found = locate(this.#diagnostics.take(), this.#code)
    this.#located = isFailed ? found : found.filter(({ level }) => level === 'warning')
    const { annotations, rest } = annotate(this.#located, this.#diagnostics.dropped)
    for (const annotation of annotations) log.pin(annotation)
    // A notice, because the runner keeps ten errors and the last of them says that the run failed.
    if (annotations.length > 0 && rest > 0) log.notice(`${rest} more of these are in the log and in the job summary.`)
  }

  /** All that was found, for the summary. */
  list(): string {
    return listDiagnostics(this.#located, this.#diagnostics.dropped)
  }
}

function readSmall(file: string): string | undefined {
  try {
    const text = readFileSync(file)
    return text.length <= MOST_BYTES ? text.toString('utf8') : undefined
  } catch {
    return undefined
  }
}
