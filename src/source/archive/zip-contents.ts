import { promisify } from 'node:util'
import { crc32, inflateRaw } from 'node:zlib'
import { codeOf } from '../files/file-faults.ts'
import { printable } from '../files/names.ts'
import type { OpenFile } from '../files/open-file.ts'
import type { ArchiveEntry, LookAt } from './archive-entry.ts'
import { inflate } from './inflate.ts'
import { unsound, type ZipEntry } from './zip-directory.ts'

const STORED = 0
const DEFLATED = 8
/** A stream costs more than the work on a small entry. */
const AT_ONCE_BYTES = 1 << 20
const LONGEST_TARGET_BYTES = 4_096

const inflateAtOnce = promisify(inflateRaw) as (bytes: Buffer, options: object) => Promise<Buffer>

/**
 * Unpacks each entry in pieces and holds it to the size and checksum of the directory; `look` sees each content. Gives the
 * entries with the targets of symlinks, which a zip file keeps as their content.
 */
export async function checkZipContents(
  archive: OpenFile,
  entries: readonly ZipEntry[],
  look: LookAt
): Promise<readonly ArchiveEntry[]> {
  const checked: ArchiveEntry[] = []
  for (const entry of entries) {
    const { path, kind, bytes } = entry
    if (kind === 'symlink' && bytes > LONGEST_TARGET_BYTES) {
      throw unsound(archive, `\`${printable(path)}\` is a symlink with too long a target`)
    }
    const target = await checkContent(archive, entry, look)
    checked.push(kind === 'symlink' ? { path, kind, bytes, target } : { path, kind, bytes })
  }
  return checked
}

/** Gives the content where it is a symlink's. */
async function checkContent(archive: OpenFile, entry: ZipEntry, look: LookAt): Promise<string> {
  const damage = unsound(archive, `\`${printable(entry.path)}\` is damaged or is not as large as it says`)
  let bytes = 0
  let crc = 0
  let target = ''
  try {
    for await (const piece of contentOf(archive, entry)) {
      bytes += piece.length
      if (bytes > entry.bytes) throw damage
      crc = crc32(piece, crc)
      if (entry.kind === 'symlink') target += piece.toString()
      look(entry, piece, false)
    }
  } catch (error) {
    const code = codeOf(error)
    throw code?.startsWith('Z_') || code === 'ERR_BUFFER_TOO_LARGE' ? damage : error
  }
  look(entry, Buffer.alloc(0), true)
  if (bytes !== entry.bytes || crc !== entry.crc) throw damage
  return target
}

async function* contentOf(archive: OpenFile, entry: ZipEntry): AsyncGenerator<Buffer> {
  const { start, end } = entry.content
  if (entry.method === STORED) {
    yield* archive.pieces(start, end)
  } else if (entry.method !== DEFLATED) {
    throw unsound(archive, `\`${printable(entry.path)}\` is compressed by method ${entry.method}`)
  } else if (entry.bytes <= AT_ONCE_BYTES && end - start <= AT_ONCE_BYTES) {
    yield inflateAtOnce(archive.slice(start, end), { maxOutputLength: Math.max(1, entry.bytes) })
  } else {
    yield* inflate(archive.pieces(start, end)).chunks
  }
}
