import { inflateRawSync } from 'node:zlib'
import type { CodeFile } from './archive.ts'

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const STORED = 0
const DEFLATED = 8

/** Reads the files of a zip archive through its central directory. Throws on anything that is not one, or is zip64. */
export function readZip(bytes: Buffer): readonly CodeFile[] {
  const end = findEnd(bytes)
  const entries = bytes.readUInt16LE(end + 10)
  const files: CodeFile[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < entries; index++) {
    if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new RangeError('the directory of the zip archive is damaged')
    const nameLength = bytes.readUInt16LE(at + 28)
    const path = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    if (!path.endsWith('/')) files.push({ path, content: contentOf(bytes, at) })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return files
}

/** The end record is searched from the back, since a comment of any length may follow it. */
function findEnd(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= 0; at--) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at
  }
  throw new RangeError('the zip archive has no directory')
}

function contentOf(bytes: Buffer, entry: number): Buffer {
  const method = bytes.readUInt16LE(entry + 10)
  const size = bytes.readUInt32LE(entry + 20)
  const local = bytes.readUInt32LE(entry + 42)
  // The local header repeats name and extra field, and the latter may have another length there.
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  const packed = bytes.subarray(start, start + size)
  if (method === STORED) return packed
  if (method === DEFLATED) return inflateRawSync(packed)
  throw new RangeError(`the zip archive uses compression method ${method}`)
}
