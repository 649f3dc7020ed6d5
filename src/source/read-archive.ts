import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { SourceError } from '../deploy/errors.ts'
import { type Archive, type ArchiveContents, type ArchiveEntry, checkEntries } from './archive-entries.ts'
import { checkSizes, readableBytes } from './contents.ts'
import { credentialFound, holdsCredential } from './credentials.ts'
import { gunzip } from './gunzip.ts'
import { COMPILE_LIMITS } from './limits.ts'
import type { Located } from './locate.ts'
import { shown } from './names.ts'
import { readFailure } from './read-failure.ts'
import { tarEntries } from './tar-archive.ts'
import { checkZipContents } from './zip-contents.ts'
import { zipEntries } from './zip-directory.ts'

/** An archive that may be sent as it is. */
export type ReadArchive = {
  readonly bytes: Buffer
  /** Hex sha256: of the tar inside a .tar.gz, of the whole file for a .zip. */
  readonly digest: string
  readonly contents: ArchiveContents
}

/** Reads and checks an archive that the user made. Throws SourceError naming the archive and the entry. */
export async function readArchive(place: Located, credentials: readonly string[]): Promise<ReadArchive> {
  const archive = await load(place)
  return place.kind === 'zip' ? readZip(archive, credentials) : readTarGz(archive, credentials)
}

async function load(place: Located): Promise<Archive> {
  const { bytes, shownPath } = place
  if (bytes > COMPILE_LIMITS.totalBytes) {
    const limit = readableBytes(COMPILE_LIMITS.totalBytes)
    throw new SourceError(`\`${shown(shownPath)}\` has ${readableBytes(bytes)}; a package may hold ${limit}.`)
  }
  try {
    return { bytes: await readFile(place.real), shownPath }
  } catch (error) {
    throw readFailure(error, shownPath)
  }
}

async function readTarGz(archive: Archive, credentials: readonly string[]): Promise<ReadArchive> {
  const { shownPath } = archive
  const tar = await gunzip(archive)
  if (holdsCredential(tar, credentials)) throw credentialFound(shownPath)
  const contents = checkEntries(await tarEntries({ bytes: tar, shownPath }), shownPath)
  return { bytes: archive.bytes, digest: sha256(tar), contents }
}

async function readZip(archive: Archive, credentials: readonly string[]): Promise<ReadArchive> {
  const { shownPath } = archive
  const listed = zipEntries(archive)
  checkSizes(listed, shownPath)
  const refuseCredentials = (entry: ArchiveEntry, content: Buffer) => {
    if (holdsCredential(content, credentials)) throw credentialFound(`${shownPath}/${entry.path}`)
  }
  const contents = checkEntries(await checkZipContents(archive, listed, refuseCredentials), shownPath)
  return { bytes: archive.bytes, digest: sha256(archive.bytes), contents }
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
