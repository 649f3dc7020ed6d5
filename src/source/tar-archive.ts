import { Parser, type ReadEntry } from 'tar'
import { SourceError } from '../deploy/errors.ts'
import type { Archive, ArchiveEntry } from './archive-entries.ts'
import { shown } from './names.ts'

const KINDS: Readonly<Record<string, ArchiveEntry['kind']>> = {
  File: 'file',
  OldFile: 'file',
  ContiguousFile: 'file',
  Directory: 'directory',
  SymbolicLink: 'symlink',
  Link: 'hardlink'
}

/** The entries of a tar archive that is not compressed. Throws SourceError where the archive is not sound. */
export function tarEntries(archive: Archive): Promise<readonly ArchiveEntry[]> {
  const { promise, resolve, reject } = Promise.withResolvers<readonly ArchiveEntry[]>()
  const entries: ArchiveEntry[] = []
  const unsound = (fault: string) =>
    reject(new SourceError(`\`${shown(archive.shownPath)}\` is no sound tar archive: ${fault}.`))
  // The parser would unpack a second time what is compressed twice.
  if (archive.bytes[0] === 0x1f && archive.bytes[1] === 0x8b) unsound('it is compressed twice')
  const parser = new Parser({ strict: true, zstd: false })
  parser.on('entry', (entry: ReadEntry) => {
    if (isSparse(entry)) unsound(`\`${shown(entry.path)}\` is a sparse file`)
    entries.push(stated(entry))
    entry.resume()
  })
  parser.on('ignoredEntry', (entry: ReadEntry) => {
    unsound(`\`${shown(entry.path)}\` is of a kind that is not known`)
  })
  parser.on('error', (error: Error) => unsound(shown(error.message)))
  parser.on('end', () => resolve(entries))
  parser.end(archive.bytes)
  return promise
}

/** A damaged letter would hide which name the platform will read, so it makes the name one that is refused. */
function stated(entry: ReadEntry): ArchiveEntry {
  const path = entry.path.replaceAll('\uFFFD', '\0')
  return { path, kind: KINDS[entry.type] ?? 'special', bytes: entry.size, target: entry.linkpath }
}

/** The parser does not read these records; a reader that does sees another name and other contents. */
function isSparse(entry: ReadEntry): boolean {
  return /(^|\/)GNUSparseFile\.\d+\//.test(entry.path)
}
