import { type Diagnostic, type Parser, readPlace, type ToolPlace } from './diagnostic.ts'

const TRACEBACK = 'Traceback (most recent call last):'
const FRAME = /^File "([^"]{1,500})", line (\d{1,15})(?:, in .+)?$/
/** `ValueError: no price`, `shop.errors.Missing`. */
const EXCEPTION = /^([A-Za-z_][\w.]{0,200})(?:: (.+))?$/
const WARNING = /^([A-Za-z]{0,60}Warning): (.+)$/
/** A frame or a warning: what announces a traceback means nothing without frames. */
const MARK = /File "|: (?<=Warning: )/
/** The innermost ones matter. */
const MOST_FRAMES = 50
/** Of a quoted line, in UTF-16 units: enough to tell it from another one. */
const MOST_QUOTED = 200

/** Tracebacks and syntax errors: frames, then the exception; warnings on a line of their own. */
export class PythonParser implements Parser {
  readonly mark = MARK
  #frames: ToolPlace[] = []
  /** Where the exception's line will begin. */
  #indent = 0
  #isAfterFrame = false

  get isAmid(): boolean {
    return this.#frames.length > 0
  }

  line(raw: string): Diagnostic | undefined {
    const text = withoutGroupFrame(raw)
    const words = text.trim()
    const indent = text.length - text.trimStart().length
    const isAfterFrame = this.#isAfterFrame
    this.#isAfterFrame = false
    if (words.endsWith(TRACEBACK)) this.#begin(indent)
    else if (words.startsWith('File "')) this.#frame(words, indent)
    else if (this.#frames.length > 0 && words !== '' && indent <= this.#indent) return this.#finish(words)
    else if (isAfterFrame && words !== '') this.#quote(words)
    else if (words.includes('Warning: ')) return readWarning(words)
    return undefined
  }

  end(): undefined {
    this.#frames = []
    this.#isAfterFrame = false
  }

  #begin(indent: number): void {
    this.#frames = []
    this.#indent = indent
  }

  #frame(words: string, indent: number): void {
    const [, path, line] = FRAME.exec(words) ?? []
    if (!path) return
    if (this.#frames.length === 0) this.#indent = Math.max(0, indent - 2)
    this.#frames.push({ path, line: Number(line) })
    if (this.#frames.length > MOST_FRAMES) this.#frames.shift()
    this.#isAfterFrame = true
  }

  #quote(words: string): void {
    const frame = this.#frames.pop()
    if (frame) this.#frames.push({ ...frame, quoted: words.slice(0, MOST_QUOTED) })
  }

  #finish(words: string): Diagnostic | undefined {
    const [place, ...callers] = this.#frames.reverse()
    this.#frames = []
    return EXCEPTION.test(words) ? { level: 'error', message: words, tool: 'python', place, callers } : undefined
  }
}

/** The frames of exception groups stand behind bars: `  |   File …`, `    | ValueError: …`. */
function withoutGroupFrame(text: string): string {
  const bar = /^ {2,40}[|+] /.exec(text)
  return bar ? text.slice(bar[0].length) : text
}

function readWarning(words: string): Diagnostic | undefined {
  const at = words.indexOf(': ')
  const message = words.slice(at + 2)
  const place = readPlace(words.slice(0, at))
  return place && WARNING.test(message) ? { level: 'warning', message, tool: 'python', place } : undefined
}
