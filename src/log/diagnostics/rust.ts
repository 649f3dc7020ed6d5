import { type Diagnostic, type Parser, readPlace, type ToolPlace } from './diagnostic.ts'

const HEADER = /^(error|warning)(\[[\w:]{1,40}\])?: (.+)$/
const ARROW = '--> '
const PANIC = ' panicked at '

/** rustc and cargo: `error[E0425]: …`, then ` --> src/main.rs:3:5`; a build script that panics. */
export class RustParser implements Parser {
  #header: Pick<Diagnostic, 'level' | 'message'> | undefined
  #panicked: ToolPlace | undefined

  line(text: string): Diagnostic | undefined {
    if (this.#panicked) return this.#panic(text)
    const header = HEADER.exec(text)
    if (header) {
      const [, level, code = '', words = ''] = header
      this.#header = { level: level === 'error' ? 'error' : 'warning', message: words + (code && ` ${code}`) }
      return undefined
    }
    if (this.#header && text.trimStart().startsWith(ARROW)) return this.#arrow(text.trimStart().slice(ARROW.length))
    // Only the header's own arrow is its place: notes and helps have theirs.
    if (text.trim() === '' || /^(?:note|help)\b/.test(text)) this.#header = undefined
    this.#panicked = panicPlace(text)
    return undefined
  }

  end(): undefined {
    this.#header = undefined
    this.#panicked = undefined
  }

  #arrow(text: string): Diagnostic | undefined {
    const header = this.#header
    const place = readPlace(text.trimEnd())
    this.#header = undefined
    return header && place && { ...header, tool: 'rustc', place }
  }

  #panic(text: string): Diagnostic | undefined {
    const place = this.#panicked
    this.#panicked = undefined
    return { level: 'error', message: `panicked: ${text.trim()}`, tool: 'rustc', place }
  }
}

function panicPlace(text: string): ToolPlace | undefined {
  const at = text.indexOf(PANIC)
  if (at === -1 || !text.endsWith(':') || !text.trimStart().startsWith('thread ')) return undefined
  return readPlace(text.slice(at + PANIC.length, -1))
}
