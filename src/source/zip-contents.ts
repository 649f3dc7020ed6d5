import { promisify } from 'node:util'
import { crc32, inflateRaw } from 'node:zlib'
import type { Archive, ArchiveEntry } from './archive-entries.ts'
import { COMPILE_LIMITS } from './limits.ts'
import { shown } from './names.ts'
import { unsound, type ZipEntry } from './zip-directory.ts'

const STORED = 0
const DEFLATED = 8

const inflate = promisify(inflateRaw) as (bytes: Buffer, options: object) => Promise<Buffer>

/**
 * Unpacks each entry, one in memory at a time, and holds it to the size and checksum of the directory; `look` sees each
 * content. Gives the entries with the targets of symlinks, which a zip file keeps as their content.
 */
export async function checkZipContents(
  archive: Archive,
  entries: readonly ZipEntry[],
  look: (entry: ArchiveEntry, content: Buffer) => void
): Promise<readonly ArchiveEntry[]> {
  const checked: ArchiveEntry[] = []
  for (const entry of entries) {
    const content = await unpacked(archive, entry)
    look(entry, content)
    const { path, kind, bytes } = entry
    checked.push(kind === 'symlink' ? { path, kind, bytes, target: content.toString() } : { path, kind, bytes })
  }
  return checked
}

async function unpacked(archive: Archive, entry: ZipEntry): Promise<Buffer> {
  const content = await inflated(archive, entry)
  const isSound = content.length === entry.bytes && crc32(content) === entry.crc
  if (!isSound) throw unsound(archive, `\`${shown(entry.path)}\` is damaged or is not as large as it says`)
  return content
}

async function inflated(archive: Archive, entry: ZipEntry): Promise<Buffer> {
  if (entry.method === STORED) return entry.content
  if (entry.method !== DEFLATED)
    throw unsound(archive, `\`${shown(entry.path)}\` is compressed by method ${entry.method}`)
  const maxOutputLength = Math.max(1, Math.min(entry.bytes, COMPILE_LIMITS.fileBytes))
  try {
    return await inflate(entry.content, { maxOutputLength })
  } catch {
    throw unsound(archive, `\`${shown(entry.path)}\` is damaged or is not as large as it says`)
  }
}
