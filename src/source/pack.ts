import { againIfChanged } from '../model/changed-file.ts'
import { SourceError } from '../model/errors.ts'
import type { CodePath } from '../model/ports/inspection-port.ts'
import type { Package } from '../model/ports/packing-port.ts'
import {
  type ArchiveListing,
  type Listing,
  listCodeAgain,
  pathsIn,
  type SourceOptions,
  type TreeListing
} from './listing.ts'
import { ofArchive, ofTree } from './packed-contents.ts'
import { wholePackage } from './packing/whole-package.ts'
import { Findings } from './secrets/findings.ts'
import { nothingIn } from './tree/find-source.ts'

/**
 * Code that was looked at. A directory, or a single file, is packed into a .tar.gz that depends on paths, modes and contents
 * alone; an archive that the user made is taken as it is, but for hard links. A single file goes the same way as a
 * directory, under its own name, so that there is one form to test and a digest that means the same everywhere. Nothing is
 * written to disk.
 */
export async function packFound(code: CodePath, listing: Listing, options: SourceOptions): Promise<Package> {
  const pack = (listed: Listing) => (listed.kind === 'tree' ? packTree(listed, options) : packArchive(listed, options))
  return await againIfChanged(listing, pack, () => listCodeAgain(code, options))
}

async function packTree(listing: TreeListing, options: SourceOptions): Promise<Package> {
  const { credentials, stop } = options
  const { entries, withheld } = listing.tree
  if (entries.length === 0) throw new SourceError(nothingIn(listing.place, withheld).message)
  const findings = new Findings(credentials)
  findings.lookAtNames(pathsIn(listing))
  const { chunks, digest } = await wholePackage(listing.tree, findings, stop)
  return { ...(await ofTree(listing, findings, options)), bytes: Buffer.concat(chunks), digest }
}

async function packArchive(listing: ArchiveListing, options: SourceOptions): Promise<Package> {
  const { archiveBytes } = await import('./archive/read-archive.ts')
  return { ...ofArchive(listing, options), ...(await archiveBytes(listing.place, listing.archive)) }
}
