import type { Remark } from '../../model/ports/packing-port.ts'
import { printable } from './names.ts'

const HEAD = Buffer.from('version https://git-lfs.github.com/spec/v1\n')

/** Sees the content of files, one after the other in pieces, and knows what Git LFS left in the place of large ones. */
export class LfsPointers {
  /** How many bytes of the head the file has begun with; all of them where it is known whether it is a pointer. */
  #matched = 0
  #first: string | undefined
  #count = 0

  look(shownPath: string, piece: Buffer, isLast: boolean): void {
    const bytes = Math.min(piece.length, HEAD.length - this.#matched)
    if (bytes > 0) {
      const end = this.#matched + bytes
      const isHead = piece.compare(HEAD, this.#matched, end, 0, bytes) === 0
      if (isHead && end === HEAD.length) this.#add(shownPath)
      this.#matched = isHead ? end : HEAD.length
    }
    if (isLast) this.#matched = 0
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
