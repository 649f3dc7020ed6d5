import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import type { ListedFile } from './entry.ts'
import { fileChanged, naming } from './file-faults.ts'

const PIECE_BYTES = 1 << 18

/** A listed file as a whole. Throws what OpenFile throws. */
export function wholeContent(listed: ListedFile): Buffer {
  return readWhole(listed, Buffer.allocUnsafeSlow(listed.bytes))
}

/**
 * Fills `into`, which is as long as the file, with it, and gives it. That it is the listed file is looked at once, when all
 * was read. Throws what OpenFile throws.
 */
export function readWhole(listed: ListedFile, into: Buffer): Buffer {
  const descriptor = opened(listed)
  try {
    fill(descriptor, listed.shownPath, into, 0)
    confirm(descriptor, listed)
    return into
  } finally {
    closeSync(descriptor)
  }
}

/** O_NONBLOCK because a file may have become a FIFO since it was listed; opening one waits for a writer. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/** Throws, naming the file, where it cannot be opened. It has just been listed, so that it is not looked at again. */
export function tryToOpen(place: FilePlace): void {
  closeSync(opened(place))
}

type FilePlace = Pick<ListedFile, 'file' | 'shownPath'>

function opened({ file, shownPath }: FilePlace): number {
  return naming(shownPath, () => openSync(file, FLAGS))
}

function fill(descriptor: number, shownPath: string, into: Buffer, start: number): void {
  for (let filled = 0; filled < into.length; ) {
    const at = start + filled
    const read = naming(shownPath, () => readSync(descriptor, into, filled, into.length - filled, at))
    if (read === 0) throw fileChanged(shownPath)
    filled += read
  }
}

function confirm(descriptor: number, was: ListedFile): void {
  const now = fstatSync(descriptor)
  const isThere = (was.dev === undefined || now.dev === was.dev) && now.ino === was.ino
  const isSame = isThere && now.size === was.bytes && now.mtimeMs === was.mtimeMs
  if (!isSame) throw fileChanged(was.shownPath)
}

/**
 * A listed file, opened to be read in parts: it may be far larger than what fits in memory. Every fault names the file; another
 * file in its place is a FileChanged.
 */
export class OpenFile implements Disposable {
  readonly shownPath: string
  readonly bytes: number
  readonly #listed: ListedFile
  readonly #descriptor: number

  constructor(listed: ListedFile) {
    this.shownPath = listed.shownPath
    this.bytes = listed.bytes
    this.#listed = listed
    this.#descriptor = opened(listed)
    try {
      this.confirm()
    } catch (error) {
      closeSync(this.#descriptor)
      throw error
    }
  }

  /** Fills `into` with the bytes from `start` on, and gives it. */
  fill(into: Buffer, start: number): Buffer {
    fill(this.#descriptor, this.shownPath, into, start)
    return into
  }

  /** A copy of the bytes from `start` to before `end`, which lie inside the file. */
  slice(start: number, end: number): Buffer {
    return this.fill(Buffer.allocUnsafeSlow(end - start), start)
  }

  /** The same in pieces of 256 KiB, read as they are asked for. */
  *pieces(start = 0, end = this.bytes): Generator<Buffer> {
    for (let at = start; at < end; at += PIECE_BYTES) yield this.slice(at, Math.min(end, at + PIECE_BYTES))
  }

  /** To be called after the last byte as well: it tells a file that grew while it was read. */
  confirm(): void {
    confirm(this.#descriptor, this.#listed)
  }

  [Symbol.dispose](): void {
    closeSync(this.#descriptor)
  }
}
