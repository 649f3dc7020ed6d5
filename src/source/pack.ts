import { dirname, posix } from 'node:path'
import { SourceError } from '../model/errors.ts'
import type { Pack, Package } from '../model/packing-port.ts'
import type { CodeSource } from '../model/plan.ts'
import { checkArchive } from './archive/read-archive.ts'
import { checkSizes, contentsOf } from './files/contents.ts'
import { FileChanged } from './files/file-faults.ts'
import { COMPILE_LIMITS } from './files/limits.ts'
import { printable } from './files/names.ts'
import { OpenFile } from './files/open-file.ts'
import { streamPackage } from './packing/stream-package.ts'
import { Findings } from './secrets/findings.ts'
import { type FoundSource, findSource, type Surroundings } from './tree/find-source.ts'
import { type ListedTree, walk } from './tree/walk.ts'

/** What packing must know. `credentials` are the run's own: a package that holds one of them is refused. */
export type PackOptions = Surroundings & {
  readonly credentials: readonly string[]
  /** Nobody waits for a large package any more when it is aborted; its reason is thrown. */
  readonly stop: AbortSignal
}

/**
 * Packs a directory, or a single file, into a .tar.gz that depends on paths, modes and contents alone; an archive that the
 * user made is checked and taken as it is. A single file goes the same way as a directory, under its own name, so that
 * there is one form to test and a digest that means the same everywhere. Nothing is written to disk.
 */
export function packCode(options: PackOptions): Pack {
  return (source) => againIfChanged(() => packed(source, options))
}

/** A file that is being written is often complete a moment later: the work is done once more, from the start. */
export async function againIfChanged<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof FileChanged) return work()
    throw error
  }
}

async function packed(source: CodeSource, options: PackOptions): Promise<Package> {
  const place = findSource(source, options)
  if ('problem' in place) throw new SourceError(place.problem.message, { hint: place.problem.fix })
  const findings = new Findings(options.credentials)
  const { suspicious } = findings
  if (place.kind === 'zip' || place.kind === 'tar.gz') {
    const { digest, contents } = await checkArchive(place, { limits: COMPILE_LIMITS, findings })
    return { ...contents, bytes: wholeFile(place), digest, root: undefined, skipped: [], withheld: [], suspicious }
  }
  const { entries, skipped, withheld } = place.kind === 'directory' ? await tree(place, options) : single(place)
  if (entries.length === 0) throw new SourceError(`There is nothing to deploy in \`${printable(place.shownPath)}\`.`)
  findings.lookAtNames(entries.map((entry) => entry.path))
  const { chunks, digest } = streamPackage(entries, (...piece) => {
    options.stop.throwIfAborted()
    findings.look(...piece)
  })
  const bytes = Buffer.concat(await Array.fromAsync(chunks))
  const root = place.kind === 'directory' ? place.file : dirname(place.file)
  return { ...contentsOf(entries), bytes, digest: digest(), root, exposed: [], skipped, withheld, suspicious }
}

/** Throws FileChanged where it is not the file that was checked. */
function wholeFile(place: FoundSource): Buffer {
  using archive = new OpenFile(place)
  const bytes = archive.slice(0, archive.bytes)
  archive.confirm()
  return bytes
}

function tree(place: FoundSource, { exclude }: PackOptions): Promise<ListedTree> {
  return walk({ root: place.file, shownRoot: place.shownPath, exclude })
}

function single(place: FoundSource): ListedTree {
  const executable = (place.stats.mode & 0o100) !== 0
  const entries = [{ ...place, path: posix.basename(place.file), executable }]
  checkSizes(entries, place.shownPath, COMPILE_LIMITS)
  return { entries, skipped: [], withheld: [] }
}
