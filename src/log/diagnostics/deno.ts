import { type Diagnostic, type Parser, readPlace, type ToolPlace } from './diagnostic.ts'

const TYPE_ERROR = /^(?:error: )?(TS\d{1,6}) \[(ERROR|WARN)\]: (.+)$/
/** Said before the end, and without a place. */
const SUMMARY = /^(?:Type checking failed|Found \d+ errors)\.$/
const ERROR = 'error: '
const MARK = /: (?<=error: )|\[(?:ERROR|WARN)\]: /
/** Source and hints that may stand between a message and its place. */
const MOST_LINES = 30

/** deno check, compile and run: a message, some source, then `    at file:///…/main.ts:3:7`. */
export class DenoParser implements Parser {
  readonly mark = MARK
  #message: Pick<Diagnostic, 'level' | 'message'> | undefined
  #lines = 0

  get isAmid(): boolean {
    return this.#message !== undefined
  }

  line(text: string): Diagnostic | undefined {
    const header = readHeader(text)
    if (header) return this.#begin(header)
    if (!this.#message) return undefined
    const frame = readFrame(text)
    if (frame) return this.#finish(frame)
    this.#lines++
    if (text.trim() === '' || this.#lines > MOST_LINES) this.#message = undefined
    return undefined
  }

  end(): undefined {
    this.#message = undefined
  }

  #begin(header: Pick<Diagnostic, 'level' | 'message'>): Diagnostic | undefined {
    this.#message = header
    this.#lines = 0
    const inline = readInline(header.message)
    return inline && this.#finish(inline.place, inline.message)
  }

  #finish(place: ToolPlace, message = this.#message?.message ?? ''): Diagnostic | undefined {
    const level = this.#message?.level ?? 'error'
    this.#message = undefined
    return { level, message, tool: 'deno', place }
  }
}

function readHeader(text: string): Pick<Diagnostic, 'level' | 'message'> | undefined {
  const [, code, level, words] = TYPE_ERROR.exec(text) ?? []
  if (code) return { level: level === 'ERROR' ? 'error' : 'warning', message: `${words} [${code}]` }
  if (!text.startsWith(ERROR)) return undefined
  const message = text.slice(ERROR.length)
  return SUMMARY.test(message) ? undefined : { level: 'error', message }
}

/** `… at file:///app/main.ts:1:5` at the end of a message. */
function readInline(text: string): { readonly message: string; readonly place: ToolPlace } | undefined {
  const at = text.lastIndexOf(' at file:///')
  const place = at === -1 ? undefined : readPlace(text.slice(at + ' at '.length))
  return place && { message: text.slice(0, at), place }
}

/** `    at file:///app/main.ts:3:7`, or `    at f (file:///app/main.ts:3:7)`. */
function readFrame(text: string): ToolPlace | undefined {
  const frame = text.trim()
  if (!frame.startsWith('at ')) return undefined
  const url = frame.indexOf('file:///')
  if (url === -1) return undefined
  return readPlace(frame.slice(url, frame.endsWith(')') ? -1 : undefined))
}
