import { promisify } from 'node:util'
import { crc32, type InflateRaw, inflateRaw } from 'node:zlib'
import { SourceError } from '../deploy/errors.ts'
import type { Archive } from './archive-entries.ts'
import { readableBytes } from './contents.ts'
import { COMPILE_LIMITS } from './limits.ts'
import { shown } from './names.ts'

/** Room for the headers and padding of as many files as a package may have. */
const TAR_BYTES = COMPILE_LIMITS.totalBytes + COMPILE_LIMITS.files * 2_048
const TRAILER_BYTES = 8
const FLAG = { headerChecksum: 2, extra: 4, name: 8, comment: 16, reserved: 0xe0 } as const

type Inflated = { readonly buffer: Buffer; readonly engine: InflateRaw }
const inflate = promisify(inflateRaw) as unknown as (bytes: Buffer, options: object) => Promise<Inflated>

/**
 * The content of a gzip file that holds exactly one member: some readers stop after the first, and would deploy half of
 * what was tested here. Throws SourceError where it is damaged or unpacks to more than a package may hold.
 */
export async function gunzip(archive: Archive): Promise<Buffer> {
  const start = headerLength(archive)
  const { buffer, engine } = await inflated(archive, start)
  const end = start + engine.bytesWritten
  if (archive.bytes.length < end + TRAILER_BYTES) throw damaged(archive, 'it is cut short')
  const crc = archive.bytes.readUInt32LE(end)
  const length = archive.bytes.readUInt32LE(end + 4)
  if (crc !== crc32(buffer) || length !== buffer.length % 2 ** 32) throw damaged(archive, 'its checksum is wrong')
  if (archive.bytes.length > end + TRAILER_BYTES) {
    throw new SourceError(`\`${shown(archive.shownPath)}\` goes on after its first gzip member.`, {
      hint: 'Make it again with `tar -czf`; joined gzip files are read in part only by some programs.'
    })
  }
  return buffer
}

async function inflated(archive: Archive, start: number): Promise<Inflated> {
  try {
    return await inflate(archive.bytes.subarray(start), { info: true, maxOutputLength: TAR_BYTES })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw new SourceError(`\`${shown(archive.shownPath)}\` unpacks to more than ${readableBytes(TAR_BYTES)}.`)
    }
    throw damaged(archive, 'its compressed data cannot be read', error)
  }
}

/** RFC 1952, section 2.3. */
function headerLength(archive: Archive): number {
  const { bytes } = archive
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

function damaged(archive: Archive, fault: string, cause?: unknown): SourceError {
  return new SourceError(`\`${shown(archive.shownPath)}\` is no sound gzip file: ${fault}.`, { cause })
}
