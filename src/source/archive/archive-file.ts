import { createHash } from 'node:crypto'
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs'
import { promisify } from 'node:util'
import { FileChanged, naming } from '../files/file-faults.ts'

const PIECE_BYTES = 1 << 18
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

const breathe = promisify(setImmediate)

/** Where an archive lies, and which file it was when it was found. */
export type ArchivePlace = { readonly real: string; readonly shownPath: string; readonly stats: Stats }

/** An archive that the user made, read in parts: it may be far larger than what fits in memory. */
export class ArchiveFile implements Disposable {
  readonly shownPath: string
  readonly bytes: number
  readonly #descriptor: number
  readonly #listed: Stats

  constructor({ real, shownPath, stats }: ArchivePlace) {
    this.shownPath = shownPath
    this.bytes = stats.size
    this.#listed = stats
    this.#descriptor = naming(shownPath, () => openSync(real, FLAGS))
  }

  /** A copy of the bytes from `start` to before `end`, which lie inside the file. */
  slice(start: number, end: number): Buffer {
    return this.#fill(Buffer.allocUnsafeSlow(end - start), start)
  }

  /** The same in pieces of 256 KiB, read as they are asked for. */
  *pieces(start = 0, end = this.bytes): Generator<Buffer> {
    for (let at = start; at < end; at += PIECE_BYTES) yield this.slice(at, Math.min(end, at + PIECE_BYTES))
  }

  /** Hex sha256 of the whole file. */
  async sha256(): Promise<string> {
    const hash = createHash('sha256')
    const buffer = Buffer.allocUnsafeSlow(PIECE_BYTES)
    for (let at = 0; at < this.bytes; at += PIECE_BYTES) {
      hash.update(this.#fill(buffer.subarray(0, this.bytes - at), at))
      await breathe()
    }
    return hash.digest('hex')
  }

  /** To be called after the last byte. Throws FileChanged where it is not the file that was found, as it was. */
  confirm(): void {
    const now = fstatSync(this.#descriptor)
    const was = this.#listed
    const isSame = now.dev === was.dev && now.ino === was.ino && now.size === was.size && now.mtimeMs === was.mtimeMs
    if (!isSame) throw new FileChanged(this.shownPath)
  }

  #fill(into: Buffer, start: number): Buffer {
    for (let filled = 0; filled < into.length; ) {
      const at = start + filled
      const read = naming(this.shownPath, () => readSync(this.#descriptor, into, filled, into.length - filled, at))
      if (read === 0) throw new FileChanged(this.shownPath)
      filled += read
    }
    return into
  }

  [Symbol.dispose](): void {
    closeSync(this.#descriptor)
  }
}
