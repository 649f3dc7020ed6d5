import { GUTTER } from './remote-text.ts'

const LINE_FEEDS = /\n/g

/** No UTF-16 unit takes more in UTF-8. */
const MAX_BYTES = 3

/** Puts the gutters before cleaned lines, so that none of them is a command, and makes bytes of them. */
export class Gutters {
  /** For one block after the other: new memory for each costs more than to clean it. */
  #memory = Buffer.alloc(0)

  /** Takes whole lines. The bytes are good until the next call. */
  before(lines: string): { readonly bytes: Buffer; readonly lineCount: number } {
    // V8 has a quick way for a pattern of one character, which `replaceAll` does not take.
    const text = lines.replace(LINE_FEEDS, `\n${GUTTER}`)
    const most = GUTTER.length + text.length * MAX_BYTES
    if (this.#memory.length < most) this.#memory = Buffer.allocUnsafe(most)
    const start = this.#memory.write(GUTTER)
    // What ends the text is the gutter of a line that is still to come.
    const end = start + this.#memory.write(text, start) - GUTTER.length
    return { bytes: this.#memory.subarray(0, end), lineCount: (text.length - lines.length) / GUTTER.length }
  }
}
