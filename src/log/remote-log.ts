import { count, size } from '../model/values/words.ts'
import { Gutters } from './gutters.ts'
import { LastLines } from './last-lines.ts'
import { LineStream } from './line-stream.ts'
import { LogWindow, SHOWN, type WindowSize } from './log-window.ts'
import { cleanLines, MAX_LINE, ownLine } from './remote-text.ts'
import { MOST_OPEN } from './step-lines.ts'

/**
 * In bytes, or UTF-16 units of text. Messages of one turn are gathered up to here and written at once. A larger one is
 * taken in pieces, and the sink is waited for between them.
 */
const MAX_BLOCK = 64 * 1024

const TAIL_LINES = MOST_OPEN
/** A line is cut at so many UTF-16 units, of which none takes more than three bytes, and a little is said of the rest. */
const TAIL_BYTES = TAIL_LINES * (3 * MAX_LINE + 100)

/** What is used of `process.stdout`. */
export type Sink = {
  /** False where the text was taken, but no more should be sent before `drain`. */
  write(text: string | Uint8Array): boolean
  once(event: 'drain', listener: () => void): unknown
}

/** Takes all of the log, also what the job log does not show. */
export type Keeper = {
  /** The bytes are good until it returns. */
  write(lines: Buffer): void
  /** A sentence that says where the whole log is; empty where it is nowhere. */
  readonly where: string
}

export type Outlets = {
  readonly sink: Sink
  readonly redact: (text: string) => string
  readonly keeper?: Keeper | undefined
  /** Told whole lines as the job log would have them, without their gutters. */
  readonly reader?: ((lines: string) => void) | undefined
  readonly shown?: WindowSize
}

/**
 * The way of a remote log to the job log: lines only, none of them a command, none with a known secret. Text of others
 * may be written to the sink between two writes, as it never ends in the middle of a line. Of a long log the middle is
 * left out, and a line of ours says so.
 */
export class RemoteLog {
  readonly #sink: Sink
  readonly #redact: (text: string) => string
  readonly #keeper: Keeper | undefined
  readonly #reader: Outlets['reader']
  readonly #shown: WindowSize
  readonly #window: LogWindow
  readonly #stream = new LineStream()
  #gathered = ''
  readonly #gutters = new Gutters()
  readonly #tail = new LastLines(TAIL_BYTES)
  #turn: NodeJS.Immediate | undefined
  #room: Promise<void> = Promise.resolve()
  #lines = 0
  #bytes = 0
  #isLosing = false
  #isCut = false

  constructor({ sink, redact, keeper, reader, shown = SHOWN }: Outlets) {
    this.#reader = reader
    this.#sink = sink
    this.#redact = redact
    this.#keeper = keeper
    this.#shown = shown
    this.#window = new LogWindow(shown)
  }

  /** Bytes received. */
  get bytes(): number {
    return this.#bytes
  }

  /** Lines that came of it, shown or left out. */
  get lines(): number {
    return this.#lines
  }

  /** Whether a part of it was left out of what is shown. */
  get isCut(): boolean {
    return this.#isCut
  }

  /** The last 40 lines as the job log has them, so they are as harmless anywhere else. */
  tail(): readonly string[] {
    const text = this.#tail.lines().toString()
    return text === '' ? [] : text.slice(0, -1).split('\n').slice(-TAIL_LINES)
  }

  /** Takes any piece of the log. Resolves when the sink accepts more. */
  write(chunk: Uint8Array): Promise<void> {
    this.#bytes += chunk.length
    return chunk.length <= MAX_BLOCK ? this.#gather(this.#stream.feed(chunk)) : this.#writePieces(chunk)
  }

  /** Writes what is left, also of an unfinished line. Another stream of the same log may be written afterwards. */
  end(): Promise<void> {
    this.#gathered += this.#stream.flush()
    this.#writeGathered()
    const { leftOut, last } = this.#window.end()
    if (leftOut) {
      this.#isCut = true
      this.#say(`Left out here: ${count(leftOut.lines, 'line')}, ${size(leftOut.bytes)}. ${this.#keeper?.where ?? ''}`)
    }
    this.#send(last)
    this.#isLosing = false
    return this.#room
  }

  async #writePieces(chunk: Uint8Array): Promise<void> {
    for (let start = 0; start < chunk.length; start += MAX_BLOCK) {
      await this.#gather(this.#stream.feed(chunk.subarray(start, start + MAX_BLOCK)))
    }
  }

  #gather(lines: string): Promise<void> {
    if (this.#gathered.length + lines.length > MAX_BLOCK) this.#writeGathered()
    this.#gathered += lines
    if (this.#gathered.length >= MAX_BLOCK) this.#writeGathered()
    else if (lines !== '') this.#turn ??= setImmediate(() => this.#writeGathered())
    return this.#room
  }

  #writeGathered(): void {
    clearImmediate(this.#turn)
    this.#turn = undefined
    if (this.#gathered === '') return
    const cleaned = cleanLines(this.#gathered, this.#redact)
    this.#gathered = ''
    this.#reader?.(cleaned)
    const { bytes, lineCount } = this.#gutters.before(cleaned)
    this.#lines += lineCount
    this.#tail.take(bytes)
    this.#keeper?.write(bytes)
    // What is sent may be held until the sink has room.
    this.#send(Buffer.from(this.#window.take(bytes, lineCount)))
    if (this.#window.isLosing && !this.#isLosing) this.#sayLosing()
  }

  #sayLosing(): void {
    this.#isLosing = true
    const { first, last } = this.#shown
    const where = this.#keeper?.where ?? ''
    this.#say(`The log is longer than ${size(first + last)}: from here on, only its end will be shown. ${where}`)
  }

  #say(text: string): void {
    this.#send(Buffer.from(`${ownLine(this.#redact(text)).trimEnd()}\n`))
  }

  #send(lines: Uint8Array): void {
    if (lines.length === 0 || this.#sink.write(lines)) return
    this.#room = new Promise((resolve) => {
      this.#sink.once('drain', resolve)
    })
  }
}
