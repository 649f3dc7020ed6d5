import { SourceError } from '../deploy/errors.ts'
import type { Archive, ArchiveEntry } from './archive-entries.ts'
import { decodeName, shown, shownBytes } from './names.ts'

/** An entry of a zip file with its compressed content. */
export type ZipEntry = ArchiveEntry & {
  readonly method: number
  readonly crc: number
  readonly content: Buffer
  /** Where its local header starts and its content ends. */
  readonly span: { readonly start: number; readonly end: number }
}

const END = { signature: 0x06054b50, bytes: 22, commentBytes: 0xffff } as const
const CENTRAL = { signature: 0x02014b50, bytes: 46 } as const
const LOCAL = { signature: 0x04034b50, bytes: 30 } as const
const FLAG = { encrypted: 1 | 64 | 8_192, utf8: 2_048 } as const
const UNICODE_PATH = 0x7075
const UNIX = 3
const FILE_KIND = { mask: 0o170000, directory: 0o040000, file: 0o100000, symlink: 0o120000 } as const

type Directory = { readonly start: number; readonly end: number; readonly entries: number }

/**
 * Reads the central directory of a zip file (APPNOTE 4.3.12) and holds each local header to it, because programs differ
 * in which of the two they believe. Contents are not unpacked. Throws SourceError naming the archive and the entry.
 */
export function zipEntries(archive: Archive): readonly ZipEntry[] {
  const directory = endRecord(archive)
  const entries: ZipEntry[] = []
  let at = directory.start
  while (entries.length < directory.entries) {
    const { entry, next } = centralEntry(archive, at, directory)
    entries.push(entry)
    at = next
  }
  if (at !== directory.end) throw unsound(archive, 'its directory is longer than its entries')
  refuseOverlaps(archive, entries, directory)
  return entries
}

function endRecord(archive: Archive): Directory {
  const { bytes } = archive
  const lowest = Math.max(0, bytes.length - END.bytes - END.commentBytes)
  for (let at = bytes.length - END.bytes; at >= lowest; at--) {
    if (bytes.readUInt32LE(at) !== END.signature) continue
    if (at + END.bytes + bytes.readUInt16LE(at + 20) !== bytes.length) continue
    const entries = bytes.readUInt16LE(at + 10)
    const length = bytes.readUInt32LE(at + 12)
    const start = bytes.readUInt32LE(at + 16)
    if (entries === 0xffff || start === 0xffffffff || length === 0xffffffff)
      throw unsound(archive, 'it is a zip64 file')
    if (bytes.readUInt16LE(at + 4) !== 0 || bytes.readUInt16LE(at + 8) !== entries)
      throw unsound(archive, 'it is split')
    if (start + length !== at) throw unsound(archive, 'its directory is not where it says')
    return { start, end: at, entries }
  }
  throw unsound(archive, 'it has no directory at its end')
}

function centralEntry(archive: Archive, at: number, directory: Directory): { entry: ZipEntry; next: number } {
  const { bytes } = archive
  const isThere = at + CENTRAL.bytes <= directory.end && bytes.readUInt32LE(at) === CENTRAL.signature
  if (!isThere) throw unsound(archive, 'its directory is cut short')
  const nameEnd = at + CENTRAL.bytes + bytes.readUInt16LE(at + 28)
  const extraEnd = nameEnd + bytes.readUInt16LE(at + 30)
  const next = extraEnd + bytes.readUInt16LE(at + 32)
  if (next > directory.end) throw unsound(archive, 'its directory is cut short')
  const name = bytes.subarray(at + CENTRAL.bytes, nameEnd)
  const flags = bytes.readUInt16LE(at + 8)
  const path = entryPath(archive, { name, extra: bytes.subarray(nameEnd, extraEnd), isUtf8: (flags & FLAG.utf8) !== 0 })
  if (flags & FLAG.encrypted) throw unsound(archive, `\`${shown(path)}\` is encrypted`)
  const sizes = { packed: bytes.readUInt32LE(at + 20), content: bytes.readUInt32LE(at + 24) }
  const start = bytes.readUInt32LE(at + 42)
  if ([sizes.packed, sizes.content, start].includes(0xffffffff)) throw unsound(archive, `\`${shown(path)}\` is zip64`)
  const method = bytes.readUInt16LE(at + 10)
  const from = localContent(archive, { start, name, method, path })
  const end = from + sizes.packed
  if (end > directory.start) throw unsound(archive, `\`${shown(path)}\` is cut short`)
  const madeBy = bytes[at + 5]
  const kind = kindOf(path, madeBy === UNIX ? bytes.readUInt16LE(at + 40) : 0)
  const crc = bytes.readUInt32LE(at + 16)
  const content = bytes.subarray(from, end)
  return { entry: { path, kind, bytes: sizes.content, method, crc, content, span: { start, end } }, next }
}

/** Where the content starts, after a local header that says the same as the directory. */
function localContent(
  archive: Archive,
  stated: { readonly start: number; readonly name: Buffer; readonly method: number; readonly path: string }
): number {
  const { bytes } = archive
  const { start, name } = stated
  const nameEnd = start + LOCAL.bytes + name.length
  const isThere = nameEnd <= bytes.length && bytes.readUInt32LE(start) === LOCAL.signature
  const isSame =
    isThere &&
    bytes.readUInt16LE(start + 8) === stated.method &&
    bytes.readUInt16LE(start + 26) === name.length &&
    bytes.subarray(start + LOCAL.bytes, nameEnd).equals(name)
  if (!isSame) throw unsound(archive, `\`${shown(stated.path)}\` is another entry than its directory says`)
  return nameEnd + bytes.readUInt16LE(start + 28)
}

function entryPath(archive: Archive, entry: { name: Buffer; extra: Buffer; isUtf8: boolean }): string {
  const path = decodeName(entry.name)
  if (path === undefined) throw unsound(archive, `\`${shownBytes(entry.name)}\` is not UTF-8`)
  const isAscii = path.length === entry.name.length
  if (!isAscii && !entry.isUtf8) throw unsound(archive, `\`${shown(path)}\` is not marked as UTF-8`)
  if (otherName(entry.extra, entry.name)) throw unsound(archive, `\`${shown(path)}\` has a second name`)
  return path
}

/** True where the extra field holds a Unicode path (APPNOTE 4.6.9) that is not the entry's name. */
function otherName(extra: Buffer, name: Buffer): boolean {
  for (let at = 0; at + 4 <= extra.length; ) {
    const end = at + 4 + extra.readUInt16LE(at + 2)
    if (extra.readUInt16LE(at) === UNICODE_PATH && !extra.subarray(at + 9, end).equals(name)) return true
    at = end
  }
  return false
}

function kindOf(path: string, mode: number): ArchiveEntry['kind'] {
  if (path.endsWith('/')) return 'directory'
  const kind = mode & FILE_KIND.mask
  if (kind === FILE_KIND.symlink) return 'symlink'
  return kind === 0 || kind === FILE_KIND.file ? 'file' : 'special'
}

/** Entries that share their bytes are how a small file unpacks to an endless one. */
function refuseOverlaps(archive: Archive, entries: readonly ZipEntry[], directory: Directory): void {
  const inOrder = entries.toSorted((a, b) => a.span.start - b.span.start)
  for (const [index, entry] of inOrder.entries()) {
    const limit = inOrder[index + 1]?.span.start ?? directory.start
    if (entry.span.end > limit) throw unsound(archive, `\`${shown(entry.path)}\` overlaps another entry`)
  }
}

/** Says what keeps a zip file from being sent. */
export function unsound(archive: Archive, fault: string): SourceError {
  return new SourceError(`\`${shown(archive.shownPath)}\` is no zip file that can be sent: ${fault}.`, {
    hint: 'Make it again with a plain `zip -r`, or point `code` at the directory.'
  })
}
