import { crc32, deflateRawSync } from 'node:zlib'
import type { ArchiveEntry } from '../../../src/source/archive/archive-entry.ts'
import { tarEntries } from '../../../src/source/archive/tar-archive.ts'

/** The entries of a tar archive that is not compressed. */
export function entriesIn(tar: Buffer): Promise<readonly ArchiveEntry[]> {
  return tarEntries([tar], { shownPath: 'x.tar', look: () => {}, count: () => {} })
}

export type TarSpec = {
  readonly path: string | Buffer
  /** `0` file, `1` hard link, `2` symlink, `3` device, `5` directory, `6` FIFO. */
  readonly type?: string
  readonly content?: string
  readonly target?: string
}

/** A tar archive that states what it is told to. */
export function makeTar(entries: readonly TarSpec[]): Buffer {
  const blocks = entries.flatMap(({ path, type = '0', content = '', target = '' }) => {
    const header = Buffer.alloc(512)
    Buffer.from(path).copy(header, 0, 0, 100)
    header.write('0000644\x000000000\x000000000\x00', 100)
    header.write(Buffer.byteLength(content).toString(8).padStart(11, '0'), 124)
    header.write('00000000000\x00        ', 136)
    header.write(type, 156)
    header.write(target, 157)
    header.write('ustar\x0000', 257)
    const sum = header.reduce((total, byte) => total + byte, 0)
    header.write(`${sum.toString(8).padStart(6, '0')}\x00 `, 148)
    return [header, Buffer.from(content), Buffer.alloc((512 - (Buffer.byteLength(content) % 512)) % 512)]
  })
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}

export type ZipSpec = {
  readonly path: string | Buffer
  readonly content?: string | Buffer
  readonly method?: number
  readonly flags?: number
  /** Unix mode with its file kind. */
  readonly mode?: number
  readonly crc?: number
  /** What the directory states instead of the length of the content. */
  readonly size?: number
  /** What the local header states instead of the path. */
  readonly localPath?: string
  readonly extra?: Buffer
  /** Points at the bytes of the entry before instead of having its own. */
  readonly overlaps?: boolean
}

const UTF8 = 2_048

/** A zip file that states what it is told to. */
export function makeZip(entries: readonly ZipSpec[], comment = ''): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let start = 0
  for (const spec of entries) {
    const local = localPart(spec)
    const at = spec.overlaps ? 0 : start
    if (!spec.overlaps) {
      locals.push(local)
      start += local.length
    }
    central.push(centralPart(spec, at))
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(start, 16)
  end.writeUInt16LE(comment.length, 20)
  return Buffer.concat([...locals, directory, end, Buffer.from(comment)])
}

function packedContent(spec: ZipSpec): Buffer {
  const content = Buffer.from(spec.content ?? '')
  return (spec.method ?? 8) === 8 ? deflateRawSync(content) : content
}

function shared(spec: ZipSpec): Buffer {
  const content = Buffer.from(spec.content ?? '')
  const fields = Buffer.alloc(22)
  fields.writeUInt16LE(spec.flags ?? UTF8, 2)
  fields.writeUInt16LE(spec.method ?? 8, 4)
  fields.writeUInt32LE(spec.crc ?? crc32(content), 10)
  fields.writeUInt32LE(packedContent(spec).length, 14)
  fields.writeUInt32LE(spec.size ?? content.length, 18)
  return fields
}

function localPart(spec: ZipSpec): Buffer {
  const name = Buffer.from(spec.localPath ?? spec.path)
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  shared(spec).copy(header, 4)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, name, packedContent(spec)])
}

function centralPart(spec: ZipSpec, start: number): Buffer {
  const name = Buffer.from(spec.path)
  const extra = spec.extra ?? Buffer.alloc(0)
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header[5] = 3
  shared(spec).copy(header, 6)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt16LE(extra.length, 30)
  header.writeUInt16LE(spec.mode ?? 0o100644, 40)
  header.writeUInt32LE(start, 42)
  return Buffer.concat([header, name, extra])
}
