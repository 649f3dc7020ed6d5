import { SourceError } from '../../model/errors.ts'
import { decodeName, printable, printableBytes } from '../files/names.ts'
import type { OpenFile } from '../files/open-file.ts'
import type { ArchiveEntry } from './archive-entry.ts'

/** Bytes of an archive, from `start` to before `end`. */
type Span = { readonly start: number; readonly end: number }

/** An entry of a zip file. */
export type ZipEntry = ArchiveEntry & {
  readonly method: number
  readonly crc: number
  /** The compressed content. */
  readonly content: Span
  /** The local header and the content. */
  readonly span: Span
}

const END = { signature: 0x06054b50, bytes: 22, commentBytes: 0xffff } as const
const CENTRAL = { signature: 0x02014b50, bytes: 46 } as const
const LOCAL = { signature: 0x04034b50, bytes: 30 } as const
const FLAG = { encrypted: 1 | 64 | 8_192, utf8: 2_048 } as const
const UNICODE_PATH = 0x7075
const UNIX = 3
const FILE_KIND = { mask: 0o170000, directory: 0o040000, file: 0o100000, symlink: 0o120000 } as const

/** More than a hundred thousand entries with long names have. */
const LARGEST_DIRECTORY_BYTES = 1 << 26

type DirectorySpan = Span & { readonly entries: number }

/** The central directory in memory; places in it count from its start. */
type CentralDirectory = { readonly bytes: Buffer; readonly directory: DirectorySpan }

/**
 * Reads the central directory of a zip file (APPNOTE 4.3.12) and holds each local header to it, because programs differ
 * in which of the two they believe. Contents are not unpacked. Throws SourceError naming the archive and the entry.
 */
export function zipEntries(archive: OpenFile): readonly ZipEntry[] {
  const directory = endRecord(archive)
  if (directory.end - directory.start > LARGEST_DIRECTORY_BYTES) throw unsound(archive, 'its directory is too large')
  const central = { bytes: archive.slice(directory.start, directory.end), directory }
  const entries: ZipEntry[] = []
  let at = 0
  while (entries.length < directory.entries) {
    const { entry, next } = centralEntry(archive, central, at)
    entries.push(entry)
    at = next
  }
  if (at !== central.bytes.length) throw unsound(archive, 'its directory is longer than its entries')
  refuseOverlaps(archive, entries, directory)
  return entries
}

function endRecord(archive: OpenFile): DirectorySpan {
  const from = Math.max(0, archive.bytes - END.bytes - END.commentBytes)
  const bytes = archive.slice(from, archive.bytes)
  for (let at = bytes.length - END.bytes; at >= 0; at--) {
    if (bytes.readUInt32LE(at) !== END.signature) continue
    if (at + END.bytes + bytes.readUInt16LE(at + 20) !== bytes.length) continue
    const entries = bytes.readUInt16LE(at + 10)
    const length = bytes.readUInt32LE(at + 12)
    const start = bytes.readUInt32LE(at + 16)
    if (entries === 0xffff || start === 0xffffffff || length === 0xffffffff)
      throw unsound(archive, 'it is a zip64 file')
    if (bytes.readUInt16LE(at + 4) !== 0 || bytes.readUInt16LE(at + 8) !== entries)
      throw unsound(archive, 'it is split')
    if (start + length !== from + at) throw unsound(archive, 'its directory is not where it says')
    return { start, end: from + at, entries }
  }
  throw unsound(archive, 'it has no directory at its end')
}

function centralEntry(archive: OpenFile, central: CentralDirectory, at: number): { entry: ZipEntry; next: number } {
  const { bytes, directory } = central
  const isThere = at + CENTRAL.bytes <= bytes.length && bytes.readUInt32LE(at) === CENTRAL.signature
  if (!isThere) throw unsound(archive, 'its directory is cut short')
  const nameEnd = at + CENTRAL.bytes + bytes.readUInt16LE(at + 28)
  const extraEnd = nameEnd + bytes.readUInt16LE(at + 30)
  const next = extraEnd + bytes.readUInt16LE(at + 32)
  if (next > bytes.length) throw unsound(archive, 'its directory is cut short')
  const name = bytes.subarray(at + CENTRAL.bytes, nameEnd)
  const flags = bytes.readUInt16LE(at + 8)
  const path = entryPath(archive, { name, extra: bytes.subarray(nameEnd, extraEnd), isUtf8: (flags & FLAG.utf8) !== 0 })
  if (flags & FLAG.encrypted) throw unsound(archive, `\`${printable(path)}\` is encrypted`)
  const sizes = { packed: bytes.readUInt32LE(at + 20), content: bytes.readUInt32LE(at + 24) }
  const start = bytes.readUInt32LE(at + 42)
  if ([sizes.packed, sizes.content, start].includes(0xffffffff))
    throw unsound(archive, `\`${printable(path)}\` is zip64`)
  const method = bytes.readUInt16LE(at + 10)
  const from = localContent(archive, { start, name, method, path })
  const content = { start: from, end: from + sizes.packed }
  if (content.end > directory.start) throw unsound(archive, `\`${printable(path)}\` is cut short`)
  const madeBy = bytes[at + 5]
  const kind = kindOf(path, madeBy === UNIX ? bytes.readUInt16LE(at + 40) : 0)
  const crc = bytes.readUInt32LE(at + 16)
  const span = { start, end: content.end }
  return { entry: { path, kind, bytes: sizes.content, method, crc, content, span }, next }
}

/** Where the content starts, after a local header that says the same as the directory. */
function localContent(
  archive: OpenFile,
  stated: { readonly start: number; readonly name: Buffer; readonly method: number; readonly path: string }
): number {
  const { start, name } = stated
  const nameEnd = start + LOCAL.bytes + name.length
  const header = nameEnd <= archive.bytes ? archive.slice(start, nameEnd) : Buffer.alloc(LOCAL.bytes)
  const isSame =
    header.readUInt32LE(0) === LOCAL.signature &&
    header.readUInt16LE(8) === stated.method &&
    header.readUInt16LE(26) === name.length &&
    header.subarray(LOCAL.bytes).equals(name)
  if (!isSame) throw unsound(archive, `\`${printable(stated.path)}\` is another entry than its directory says`)
  return nameEnd + header.readUInt16LE(28)
}

function entryPath(archive: OpenFile, entry: { name: Buffer; extra: Buffer; isUtf8: boolean }): string {
  const path = decodeName(entry.name)
  if (path === undefined) throw unsound(archive, `\`${printableBytes(entry.name)}\` is not UTF-8`)
  const isAscii = path.length === entry.name.length
  if (!isAscii && !entry.isUtf8) throw unsound(archive, `\`${printable(path)}\` is not marked as UTF-8`)
  if (otherName(entry.extra, entry.name)) throw unsound(archive, `\`${printable(path)}\` has a second name`)
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
function refuseOverlaps(archive: OpenFile, entries: readonly ZipEntry[], directory: DirectorySpan): void {
  const inOrder = entries.toSorted((a, b) => a.span.start - b.span.start)
  for (const [index, entry] of inOrder.entries()) {
    const limit = inOrder[index + 1]?.span.start ?? directory.start
    if (entry.span.end > limit) throw unsound(archive, `\`${printable(entry.path)}\` overlaps another entry`)
  }
}

/** Says what keeps a zip file from being sent. */
export function unsound(archive: OpenFile, fault: string): SourceError {
  return new SourceError(`\`${printable(archive.shownPath)}\` is no zip file that can be sent: ${fault}.`, {
    hint: 'Make it again with a plain `zip -r`, or point `code` at the directory.'
  })
}
