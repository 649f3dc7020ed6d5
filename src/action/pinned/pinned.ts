import { readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'
import type { Diagnostics } from '../../log/diagnostics/diagnostics.ts'
import { type LocatedDiagnostic, locate, type ReadableCode } from '../../log/diagnostics/locate.ts'
import type { Package } from '../../model/ports/packing-port.ts'
import { enumerate } from '../../model/values/words.ts'
import type { RunnerLog } from '../log.ts'
import { type CommitPlace, fileUrl } from '../summary/commit-links.ts'
import { annotate } from './annotate.ts'
import { withFirstError } from './first-error.ts'
import { listDiagnostics } from './list-diagnostics.ts'
import { relativePlace, repositoryPlace } from './repository-place.ts'

/** A file that a diagnostic names is looked into for the line that is meant; a larger one is not. */
const MOST_BYTES = 1024 * 1024

/** What was packed, of files that are on the disk. */
type PackedTree = { readonly root: string; readonly paths: readonly string[] }

type PackedFiles = Pick<Package, 'root' | 'paths'> & Partial<Pick<Package, 'skipped' | 'withheld'>>

/** What reads the logs of compilers and builders. */
type Listener = Pick<Diagnostics, 'read' | 'take' | 'dropped'>

const NOBODY: Listener = { read: () => undefined, take: () => [], dropped: 0 }

/** What compilers said of the code, pinned to the lines of the repository. */
export class Pinned {
  #listener = NOBODY
  #code: ReadableCode = { root: '', paths: [], read: () => undefined }
  #found: readonly LocatedDiagnostic[] | undefined
  #located: readonly LocatedDiagnostic[] = []
  #packed: PackedTree | undefined
  #skipped: readonly string[] = []
  #withheld: readonly string[] = []
  /** Whether the places are those of the repository that the workflow runs for, as far as is known. */
  #isWorkflows = false

  /** What logs say is read by it: a run that ends before there are any does without. */
  listenWith(listener: Listener): void {
    this.#listener = listener
  }

  /** Takes whole lines of a remote log. */
  readonly read = (lines: string): void => this.#listener.read(lines)

  /** Remembers where packed files lie: a diagnostic of any other file is not pinned. What lies in an archive is none. */
  async packing<P extends PackedFiles>(packing: P | Promise<P>, workspace: string): Promise<P> {
    const packed = await packing
    const { root, paths } = packed
    this.#skipped = packed.skipped ?? []
    this.#withheld = packed.withheld ?? []
    if (root === undefined) return packed
    this.#packed = { root, paths }
    const top = realpathSync(workspace)
    const place = repositoryPlace(root, top)
    if (place === undefined) return packed
    this.#isWorkflows = place === relativePlace(top, root)
    const read = (packedPath: string): string | undefined => readSmall(path.join(root, packedPath))
    this.#code = { root: place, paths, read }
    return packed
  }

  /**
   * Begins a sentence about code that was not made into a draft with the first error in it. The logs have ended. `line` is
   * one of them that tells the error, where that is known.
   */
  withFirstError(words: string, line: string | undefined): string {
    return withFirstError(words, this.#locate(), line)
  }

  /** Whether a compiler or builder told of one. */
  get hasErrors(): boolean {
    return this.#locate().some(({ level }) => level === 'error')
  }

  #locate(): readonly LocatedDiagnostic[] {
    this.#found ??= locate(this.#listener.take(), this.#code)
    return this.#found
  }

  /** Pins what was found: all of it where the run failed, else warnings only, since a build may recover from an error. */
  pin(log: RunnerLog, isFailed: boolean): void {
    const found = this.#locate()
    this.#located = isFailed ? found : found.filter(({ level }) => level === 'warning')
    const { annotations, rest } = annotate(this.#located, this.#listener.dropped)
    for (const annotation of annotations) log.pin(annotation)
    // A notice, because the runner keeps ten errors and the last of them says that the run failed.
    if (annotations.length > 0 && rest > 0) log.notice(`${rest} more of these are in the log and in the job summary.`)
  }

  /** Undefined until something is packed, and for an archive. */
  get packed(): PackedTree | undefined {
    return this.#packed
  }

  /** What was not packed, as a sentence: a compiler or builder may miss it. Empty where it was all. */
  leftOut(which: 'all' | 'skipped'): string {
    const names = which === 'all' ? [...this.#skipped, ...this.#withheld] : this.#skipped
    return names.length === 0 ? '' : `Left out of what was sent: ${enumerate(names)}.`
  }

  /** All that was found, for the summary, with links to the commit. */
  list(commit: CommitPlace): string {
    const { dropped } = this.#listener
    const urlOf = (file: string, line?: number) => (this.#isWorkflows ? fileUrl(commit, file, line) : undefined)
    return listDiagnostics(this.#located, { dropped, urlOf })
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
