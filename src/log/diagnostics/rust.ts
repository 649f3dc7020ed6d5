import { type Diagnostic, type Parser, readPlace, type ToolPlace } from './diagnostic.ts'

const HEADER = /^(error|warning)(\[[\w:]{1,40}\])?: (.+)$/
const ARROW = '--> '
const NOTE = '= note: '
const PANIC = ' panicked at '
/** cargo tells what it does in a column of its own. */
const CARGO =
  /^ {2,11}(?:Adding|Blocking|Building|Checking|Compiling|Downloaded|Downloading|Fetching|Locking|Updating) \S/
const MARK = /: (?<=(?:error|warning): )|\[(?<=(?:error|warning)\[)|:(?=\n|$)(?<=panicked at [^\n]*:)/
const MARK_OR_CARGO = new RegExp(`${MARK.source}|[ABCDFLU](?<= {2}[ABCDFLU])[a-z]{5,10} \\S`)
/** What cargo says last: that there were errors, which are told above. */
const OF_THE_END = /^(?:could not compile|aborting due to|build failed|\d+ previous errors?)/
/** Of the causes that cargo lists under an error. */
const CAUSES = 'Caused by:'

/** An error as far as it is read. */
type Pending = Pick<Diagnostic, 'level' | 'message'> & {
  /** Whether its place may still come. */
  readonly isOpen: boolean
  /** Whether other tools would not say it so. */
  readonly isRusts: boolean
}

/** rustc and cargo: `error[E0425]: …`, then ` --> src/main.rs:3:5`; an error of cargo's alone; a build script that panics. */
export class RustParser implements Parser {
  #pending: Pending | undefined
  #isCausedBy = false
  #isCargo = false
  #panicked: ToolPlace | undefined

  /** That cargo is at work needs to be seen once. */
  get mark(): RegExp {
    return this.#isCargo ? MARK : MARK_OR_CARGO
  }

  get isAmid(): boolean {
    if (this.#panicked) return true
    // Of a warning only the place can still come: without it, it is not told.
    return this.#pending !== undefined && (this.#pending.isOpen || this.#pending.level === 'error')
  }

  line(text: string): Diagnostic | undefined {
    if (this.#panicked) return this.#panic(text)
    const header = HEADER.exec(text)
    if (header) return this.#begin(header)
    this.#isCargo ||= CARGO.test(text)
    const pending = this.#pending
    const words = text.trim()
    if (pending?.isOpen && words.startsWith(ARROW)) return this.#arrow(pending, words.slice(ARROW.length))
    if (pending) this.#more(pending, text, words)
    this.#panicked = panicPlace(text)
    return undefined
  }

  end(): Diagnostic | undefined {
    this.#panicked = undefined
    return this.#finish()
  }

  #begin([, level, code = '', words = '']: RegExpExecArray): Diagnostic | undefined {
    const finished = this.#finish()
    this.#pending = {
      level: level === 'error' ? 'error' : 'warning',
      message: words + (code && ` ${code}`),
      isOpen: true,
      isRusts: code !== ''
    }
    return finished
  }

  #arrow({ level, message }: Pending, text: string): Diagnostic | undefined {
    const place = readPlace(text)
    this.#pending = undefined
    return place && { level, message, tool: 'rustc', place }
  }

  /** What belongs to an error that has no place: rustc's first note, the first of cargo's causes. */
  #more(pending: Pending, text: string, words: string): void {
    if (this.#isCausedBy && words !== '') {
      this.#isCausedBy = false
      this.#pending = { ...pending, message: `${pending.message}: ${words.replace(/^\d+: /, '')}` }
    } else if (pending.message.endsWith(':') && /^ +\S/.test(text)) {
      this.#pending = { ...pending, message: `${pending.message} ${words}` }
    } else if (text === CAUSES && !pending.message.includes(': ')) this.#isCausedBy = true
    else if (pending.isOpen && pending.isRusts && words.startsWith(NOTE)) {
      this.#pending = { ...pending, message: `${pending.message}: ${words.slice(NOTE.length)}`, isOpen: false }
    }
    // Only the header's own arrow is its place: notes and helps have theirs.
    else if (words === '' || /^(?:note|help)\b/.test(text)) this.#pending = { ...pending, isOpen: false }
  }

  /** An error without a place is told where nobody but Rust's tools can have said it. */
  #finish(): Diagnostic | undefined {
    const pending = this.#pending
    this.#pending = undefined
    this.#isCausedBy = false
    if (pending?.level !== 'error' || OF_THE_END.test(pending.message)) return undefined
    const { level, message, isRusts } = pending
    return isRusts || this.#isCargo ? { level, message, tool: 'rustc', place: undefined } : undefined
  }

  #panic(text: string): Diagnostic | undefined {
    const place = this.#panicked
    this.#panicked = undefined
    // That a build script failed says less.
    this.#pending = undefined
    return { level: 'error', message: `panicked: ${text.trim()}`, tool: 'rustc', place }
  }
}

function panicPlace(text: string): ToolPlace | undefined {
  if (!text.endsWith(':')) return undefined
  const at = text.indexOf(PANIC)
  if (at === -1 || !text.trimStart().startsWith('thread ')) return undefined
  return readPlace(text.slice(at + PANIC.length, -1))
}
