import { crc32 } from 'node:zlib'
import { SourceError } from '../../model/errors.ts'
import { size } from '../../model/values/words.ts'
import { codeOf } from '../files/file-faults.ts'
import { printable } from '../files/names.ts'
import type { OpenFile } from '../files/open-file.ts'
import { inflate } from './inflate.ts'

const HEADER_BYTES = 1 << 16
const TRAILER_BYTES = 8
const FLAG = { headerChecksum: 2, extra: 4, name: 8, comment: 16, reserved: 0xe0 } as const

/**
 * The content of a gzip file that holds exactly one member: some readers stop after the first, and would deploy half of
 * what was tested here. Throws SourceError where it is damaged or unpacks to more than `largest` bytes.
 */
export async function* gunzip(archive: OpenFile, largest: number): AsyncGenerator<Buffer> {
  const start = headerLength(archive)
  const { chunks, packedBytes } = inflate(archive.pieces(start))
  const content = { crc: 0, bytes: 0 }
  try {
    for await (const chunk of chunks) {
      content.crc = crc32(chunk, content.crc)
      content.bytes += chunk.length
      if (content.bytes > largest) {
        throw new SourceError(`\`${printable(archive.shownPath)}\` unpacks to more than ${size(largest)}.`)
      }
      yield chunk
    }
  } catch (error) {
    if (!codeOf(error)?.startsWith('Z_')) throw error
    throw damaged(archive, 'its compressed data cannot be read', error)
  }
  checkTrailer(archive, start + packedBytes(), content)
}

function checkTrailer(archive: OpenFile, at: number, content: { crc: number; bytes: number }): void {
  if (archive.bytes < at + TRAILER_BYTES) throw damaged(archive, 'it is cut short')
  const trailer = archive.slice(at, at + TRAILER_BYTES)
  const isSound = trailer.readUInt32LE(0) === content.crc && trailer.readUInt32LE(4) === content.bytes % 2 ** 32
  if (!isSound) throw damaged(archive, 'its checksum is wrong')
  if (archive.bytes > at + TRAILER_BYTES) {
    throw new SourceError(`\`${printable(archive.shownPath)}\` goes on after its first gzip member.`, {
      hint: 'Make it again with `tar -czf`; joined gzip files are read in part only by some programs.'
    })
  }
}

/** RFC 1952, section 2.3. */
function headerLength(archive: OpenFile): number {
  const bytes = archive.slice(0, Math.min(archive.bytes, HEADER_BYTES))
  const flags = bytes[3] ?? FLAG.reserved
  if (bytes.length < 10 || bytes[2] !== 8 || flags & FLAG.reserved) throw damaged(archive, 'its header is not known')
  let at = 10
  if (flags & FLAG.extra) at += 2 + (bytes.length >= at + 2 ? bytes.readUInt16LE(at) : 0)
  for (const text of [FLAG.name, FLAG.comment]) {
    if (!(flags & text)) continue
    const end = bytes.indexOf(0, at)
    if (end < 0) throw damaged(archive, 'its header is cut short')
    at = end + 1
  }
  return flags & FLAG.headerChecksum ? at + 2 : at
}

function damaged(archive: OpenFile, fault: string, cause?: unknown): SourceError {
  return new SourceError(`\`${printable(archive.shownPath)}\` is no sound gzip file: ${fault}.`, {
    hint: 'Make it again with `tar -czf`, and check that the step before this one finished it.',
    cause
  })
}
