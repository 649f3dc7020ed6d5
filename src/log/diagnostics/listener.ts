import type { Parser } from './diagnostic.ts'

/** Leads a parser through blocks of lines, past those that mean nothing to it. */
export class Listener {
  readonly parser: Parser
  #next = 0

  constructor(parser: Parser) {
    this.parser = parser
  }

  /** Where the next line begins that the parser wants; beyond the block where there is none. */
  get next(): number {
    return this.#next
  }

  /** @param from Where a line begins. */
  seek(block: string, from: number): void {
    this.#next = this.parser.isAmid ? from : startOfMarked(block, from, this.parser.mark)
  }
}

function startOfMarked(block: string, from: number, mark: RegExp): number {
  mark.lastIndex = from
  const found = mark.exec(block)
  return found ? Math.max(from, block.lastIndexOf('\n', found.index) + 1) : Number.POSITIVE_INFINITY
}
