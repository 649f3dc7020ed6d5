import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { SourceError } from '../../model/errors.ts'
import { size } from '../../model/words.ts'
import { checkCount, checkSizes } from '../files/contents.ts'
import type { Limits } from '../files/limits.ts'
import { printable } from '../files/names.ts'
import { OpenFile } from '../files/open-file.ts'
import type { Findings } from '../secrets/findings.ts'
import type { FoundSource } from '../tree/find-source.ts'
import { type ArchiveContents, checkEntries, plainPath } from './archive-entries.ts'
import type { LookAt } from './archive-entry.ts'
import { gunzip } from './gunzip.ts'
import { tarEntries } from './tar-archive.ts'
import { checkZipContents } from './zip-contents.ts'
import { zipEntries } from './zip-directory.ts'

const breathe = promisify(setImmediate)

/** Room for the headers and padding of a file in a tar archive. */
const TAR_FILE_BYTES = 2_048

/** What an archive that may be sent as it is holds. */
export type CheckedArchive = {
  /** Hex sha256: of the tar inside a .tar.gz, of the whole file for a .zip. */
  readonly digest: string
  readonly contents: ArchiveContents
}

export type ArchiveCheck = {
  readonly limits: Limits
  /** What looks at the contents. */
  readonly findings: Findings
}

/** Reads and checks an archive that the user made, in pieces. Throws SourceError naming the archive and the entry. */
export async function checkArchive(place: FoundSource, check: ArchiveCheck): Promise<CheckedArchive> {
  const { bytes, shownPath } = place
  if (bytes > check.limits.totalBytes) {
    const limit = size(check.limits.totalBytes)
    throw new SourceError(`\`${printable(shownPath)}\` has ${size(bytes)}; a package may hold ${limit}.`)
  }
  using archive = new OpenFile(place)
  const checked = place.kind === 'zip' ? await checkZip(archive, check) : await checkTarGz(archive, check)
  archive.confirm()
  check.findings.lookAtNames(checked.contents.paths)
  return checked
}

async function checkTarGz(archive: OpenFile, { limits, findings }: ArchiveCheck): Promise<CheckedArchive> {
  const { shownPath } = archive
  const hash = createHash('sha256')
  async function* hashed(): AsyncGenerator<Buffer> {
    for await (const chunk of gunzip(archive, limits.totalBytes + limits.files * TAR_FILE_BYTES)) {
      hash.update(chunk)
      yield chunk
    }
  }
  const count = (entries: number) => checkCount(entries, shownPath, { files: limits.files + limits.directories })
  const entries = await tarEntries(hashed(), { shownPath, look: lookInto(archive, findings), count })
  return { digest: hash.digest('hex'), contents: checkEntries(entries, shownPath, limits) }
}

async function checkZip(archive: OpenFile, { limits, findings }: ArchiveCheck): Promise<CheckedArchive> {
  const { shownPath } = archive
  const listed = zipEntries(archive)
  checkSizes(listed, shownPath, limits)
  const entries = await checkZipContents(archive, listed, lookInto(archive, findings))
  return { digest: await sha256(archive), contents: checkEntries(entries, shownPath, limits) }
}

async function sha256(archive: OpenFile): Promise<string> {
  const hash = createHash('sha256')
  for (const piece of archive.pieces()) {
    hash.update(piece)
    await breathe()
  }
  return hash.digest('hex')
}

function lookInto(archive: OpenFile, findings: Findings): LookAt {
  return (entry, piece, isLast) => findings.look(`${archive.shownPath}/${plainPath(entry)}`, piece, isLast)
}
