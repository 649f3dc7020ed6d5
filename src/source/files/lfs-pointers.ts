import type { Remark } from '../../model/ports/packing-port.ts'
import { printable } from './names.ts'

const HEAD = Buffer.from('version https://git-lfs.github.com/spec/v1\n')

/** Sees the content of files, one after the other in pieces, and knows what Git LFS left in the place of large ones. */
export class LfsPointers {
  #head = Buffer.alloc(0)
  #first: string | undefined
  #count = 0

  look(shownPath: string, piece: Buffer, isLast: boolean): void {
    if (this.#head.length < HEAD.length) {
      this.#head = Buffer.concat([this.#head, piece.subarray(0, HEAD.length - this.#head.length)])
      if (this.#head.equals(HEAD)) this.#add(shownPath)
    }
    if (isLast) this.#head = Buffer.alloc(0)
  }

  remarks(): readonly Remark[] {
    if (this.#first === undefined) return []
    const name = `\`${printable(this.#first)}\``
    const what =
      this.#count === 1
        ? `${name} is a pointer of Git LFS, not the file itself`
        : `${name} and ${this.#count - 1} more are pointers of Git LFS, not the files themselves`
    return [{ level: 'warning', text: `${what}. Set \`lfs: true\` of actions/checkout.` }]
  }

  #add(shownPath: string): void {
    this.#first ??= shownPath
    this.#count += 1
  }
}
