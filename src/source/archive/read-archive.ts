import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { SourceError } from '../../model/errors.ts'
import type { Remark, Suspicion } from '../../model/ports/packing-port.ts'
import { size } from '../../model/values/words.ts'
import { checkCount, checkSizes } from '../files/contents.ts'
import { LIMITS, type Purpose } from '../files/limits.ts'
import { printable } from '../files/names.ts'
import { OpenFile, wholeContent } from '../files/open-file.ts'
import { gzip } from '../packing/gzip.ts'
import { Findings } from '../secrets/findings.ts'
import type { FoundSource } from '../tree/find-source.ts'
import { type ArchiveContents, checkEntries, plainPath } from './archive-entries.ts'
import type { ArchiveEntry, LookAt } from './archive-entry.ts'
import { gunzip } from './gunzip.ts'
import { withoutHardLinks } from './hard-links.ts'
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
  /** In the order of the archive. */
  readonly entries: readonly ArchiveEntry[]
  /** What was found in its files. */
  readonly suspicious: readonly Suspicion[]
  readonly remarks: readonly Remark[]
}

type ArchiveQuestion = {
  readonly purpose: Purpose
  /** None of them may be in it. */
  readonly credentials: readonly string[]
}

type ArchiveCheck = { readonly purpose: Purpose; readonly look: LookAt }
type ArchiveReading = {
  readonly entries: readonly ArchiveEntry[]
  /** Of all that was read; of a .zip, it is read once more. */
  readonly digest: () => string | Promise<string>
}

/** Reads and checks an archive that the user made, in pieces. Throws SourceError naming the archive and the entry. */
export async function checkArchive(
  place: FoundSource,
  { purpose, credentials }: ArchiveQuestion
): Promise<CheckedArchive> {
  const { bytes, shownPath } = place
  const { totalBytes } = LIMITS[purpose]
  if (bytes > totalBytes) {
    throw new SourceError(`\`${printable(shownPath)}\` has ${size(bytes)}; a package may hold ${size(totalBytes)}.`)
  }
  const findings = new Findings(credentials)
  using archive = new OpenFile(place)
  const { entries, ...read } = await readerOf(place)(archive, { purpose, look: lookInto(archive, findings) })
  const digest = await read.digest()
  archive.confirm()
  const contents = checkEntries(entries, shownPath, purpose)
  findings.lookAtNames(contents.paths)
  const remarks = [...contents.remarks, ...findings.remarks()]
  return { digest, contents, entries, suspicious: findings.suspicious, remarks }
}

/** The archive as it is sent: as it is, but for hard links in code, which become files. */
export async function archiveBytes(
  place: FoundSource,
  { digest, entries }: CheckedArchive
): Promise<{ readonly bytes: Buffer; readonly digest: string }> {
  if (!entries.some(({ kind }) => kind === 'hardlink')) return { bytes: wholeContent(place), digest }
  using archive = new OpenFile(place)
  const tar = Buffer.concat(await Array.fromAsync(gunzip(archive, unpackedBytes('code'))))
  archive.confirm()
  const { slabs, digest: digestAsSent } = withoutHardLinks(tar, entries)
  return { bytes: Buffer.concat(await Array.fromAsync(gzip(slabs))), digest: digestAsSent }
}

/** Some of the files of an archive that was checked, by their paths. Throws SourceError where it is another by now. */
export async function filesOfArchive(
  place: FoundSource,
  { purpose, paths }: { readonly purpose: Purpose; readonly paths: ReadonlySet<string> }
): Promise<ReadonlyMap<string, Buffer>> {
  const pieces = new Map<string, Buffer[]>()
  const look: LookAt = (entry, piece) => {
    const path = plainPath(entry)
    if (entry.kind === 'file' && paths.has(path)) pieces.set(path, [...(pieces.get(path) ?? []), piece])
  }
  if (paths.size > 0) {
    using archive = new OpenFile(place)
    await readerOf(place)(archive, { purpose, look })
    archive.confirm()
  }
  return new Map([...pieces].map(([path, parts]) => [path, Buffer.concat(parts)]))
}

function readerOf({ kind }: FoundSource): typeof readZip {
  return kind === 'zip' ? readZip : readTarGz
}

async function readTarGz(archive: OpenFile, { purpose, look }: ArchiveCheck): Promise<ArchiveReading> {
  const { shownPath } = archive
  const limits = LIMITS[purpose]
  const hash = createHash('sha256')
  async function* hashed(): AsyncGenerator<Buffer> {
    for await (const chunk of gunzip(archive, unpackedBytes(purpose))) {
      hash.update(chunk)
      yield chunk
    }
  }
  const count = (entries: number) => checkCount(entries, shownPath, { files: limits.files + limits.directories })
  const entries = await tarEntries(hashed(), { shownPath, look, count })
  return { entries, digest: () => hash.digest('hex') }
}

async function readZip(archive: OpenFile, { purpose, look }: ArchiveCheck): Promise<ArchiveReading> {
  const listed = zipEntries(archive)
  checkSizes(listed, archive.shownPath, LIMITS[purpose])
  const entries = await checkZipContents(archive, listed, look)
  return { entries, digest: () => sha256(archive) }
}

/** How large the tar of an archive may be. */
function unpackedBytes(purpose: Purpose): number {
  const { totalBytes, files } = LIMITS[purpose]
  return totalBytes + files * TAR_FILE_BYTES
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
