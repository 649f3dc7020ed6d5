import type { CodeFile } from '../model/platform-state.ts'
import type { PackedContents } from '../model/ports/packing-port.ts'
import { compareFiles } from './comparing/compare-files.ts'
import { contentsOf } from './files/contents.ts'
import { wholeContent } from './files/open-file.ts'
import type { ArchiveListing, SourceOptions, TreeListing } from './listing.ts'
import type { Findings } from './secrets/findings.ts'
import { gitIgnored } from './tree/git-ignored.ts'

/** To be asked once the files were looked into. */
export async function ofTree(
  { place, tree }: TreeListing,
  findings: Findings,
  { credentials }: SourceOptions
): Promise<PackedContents> {
  const { entries, skipped, withheld } = tree
  const { suspicious } = findings
  const remarks = [...tree.remarks, ...findings.remarks(), ...(await gitIgnored(place, entries))]
  const read = async (paths: ReadonlySet<string>) =>
    new Map(entries.filter(({ path }) => paths.has(path)).map((entry) => [entry.path, wholeContent(entry)]))
  const compare = (files: readonly CodeFile[]) => compareFiles({ files: entries, read }, files, credentials)
  return { ...contentsOf(entries), root: place.directory, skipped, withheld, exposed: [], suspicious, remarks, compare }
}

export function ofArchive({ place, archive, purpose }: ArchiveListing, { credentials }: SourceOptions): PackedContents {
  const { contents, suspicious, remarks } = archive
  const { held, ...told } = contents
  const read = async (paths: ReadonlySet<string>) => {
    const { filesOfArchive } = await import('./archive/read-archive.ts')
    return await filesOfArchive(place, { purpose, paths })
  }
  const compare = (files: readonly CodeFile[]) => compareFiles({ files: held, read }, files, credentials)
  return { ...told, root: undefined, skipped: [], withheld: [], suspicious, remarks, compare }
}
