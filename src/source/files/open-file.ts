import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import type { Entry } from './entry.ts'
import { FileChanged, naming } from './file-faults.ts'

/** O_NONBLOCK because a file may have become a FIFO since it was listed; opening one waits for a writer. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/** A listed file, opened for reading. Every fault names the file; another file in its place is a FileChanged. */
export class OpenFile implements Disposable {
  readonly #entry: Entry
  readonly #descriptor: number

  constructor(entry: Entry) {
    this.#entry = entry
    this.#descriptor = naming(entry.shownPath, () => openSync(entry.file, FLAGS))
  }

  /** Reads on from where the last call stopped, until `into` is full. */
  fill(into: Buffer): void {
    for (let filled = 0; filled < into.length; ) {
      const read = naming(this.#entry.shownPath, () =>
        readSync(this.#descriptor, into, filled, into.length - filled, null)
      )
      if (read === 0) throw new FileChanged(this.#entry.shownPath)
      filled += read
    }
  }

  /** To be called after the last byte: one look then tells a swapped file and a growing one as well. */
  confirm(): void {
    const now = fstatSync(this.#descriptor)
    const entry = this.#entry
    const same = now.dev === entry.dev && now.ino === entry.ino
    if (!same || now.size !== entry.bytes || now.mtimeMs !== entry.mtimeMs) throw new FileChanged(entry.shownPath)
  }

  [Symbol.dispose](): void {
    closeSync(this.#descriptor)
  }
}
