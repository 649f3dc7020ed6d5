import type { Parser } from './diagnostic.ts'

/** Finds the lines that hold a mark of any parser. */
export class AnyMark {
  readonly #parsers: readonly Parser[]
  #marks: readonly RegExp[] = []
  #any = /(?!)/g

  constructor(parsers: readonly Parser[]) {
    this.#parsers = parsers
  }

  /** Where the first such line begins; beyond the block where there is none. @param from Where a line begins. */
  nextLine(block: string, from: number): number {
    const any = this.#current()
    any.lastIndex = from
    const found = any.exec(block)
    return found ? Math.max(from, block.lastIndexOf('\n', found.index) + 1) : Number.POSITIVE_INFINITY
  }

  #current(): RegExp {
    if (this.#parsers.some((parser, at) => parser.mark !== this.#marks[at])) {
      this.#marks = this.#parsers.map((parser) => parser.mark)
      this.#any = new RegExp(this.#marks.map((mark) => mark.source).join('|'), 'g')
    }
    return this.#any
  }
}
