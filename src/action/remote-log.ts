import { LineStream } from './line-stream.ts'
import { cleanBlock } from './remote-text.ts'

/** In UTF-16 units. Messages of one turn are gathered up to here and written at once. */
const MAX_GATHERED = 64 * 1024

const TAIL_LINES = 40

/** What is used of `process.stdout`. */
export type Sink = {
  /** False where the text was taken, but no more should be sent before `drain`. */
  write(text: string): boolean
  once(event: 'drain', listener: () => void): unknown
}

/**
 * The way of a remote log to the job log: lines only, none of them a command, none with a known secret. Text of others
 * may be written to the sink between two writes, as it never ends in the middle of a line.
 */
export class RemoteLog {
  readonly #sink: Sink
  readonly #redact: (text: string) => string
  readonly #stream = new LineStream()
  #gathered = ''
  #turn: NodeJS.Immediate | undefined
  #room: Promise<void> = Promise.resolve()
  #tail: readonly string[] = []
  #lines = 0
  #bytes = 0

  constructor(sink: Sink, redact: (text: string) => string) {
    this.#sink = sink
    this.#redact = redact
  }

  /** Bytes received. */
  get bytes(): number {
    return this.#bytes
  }

  /** Lines written. */
  get lines(): number {
    return this.#lines
  }

  /** The last 40 lines as they were written, so they are as harmless anywhere else. */
  tail(): readonly string[] {
    return this.#tail
  }

  /** Takes any piece of the log. Resolves when the sink accepts more. */
  write(chunk: Uint8Array): Promise<void> {
    this.#bytes += chunk.length
    return this.#gather(this.#stream.feed(chunk))
  }

  /** Writes what is left, also of an unfinished line. Another stream of the same log may be written afterwards. */
  end(): Promise<void> {
    this.#gathered += this.#stream.flush()
    this.#writeGathered()
    return this.#room
  }

  #gather(lines: string): Promise<void> {
    this.#gathered += lines
    if (this.#gathered.length >= MAX_GATHERED) this.#writeGathered()
    else if (lines !== '') this.#turn ??= setImmediate(() => this.#writeGathered())
    return this.#room
  }

  #writeGathered(): void {
    clearImmediate(this.#turn)
    this.#turn = undefined
    if (this.#gathered === '') return
    const text = cleanBlock(this.#gathered, this.#redact)
    this.#gathered = ''
    this.#lines += countLines(text)
    this.#tail = [...this.#tail, ...lastLines(text)].slice(-TAIL_LINES)
    if (this.#sink.write(text)) return
    this.#room = new Promise((resolve) => {
      this.#sink.once('drain', resolve)
    })
  }
}

function countLines(text: string): number {
  let count = 0
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) count++
  return count
}

function lastLines(text: string): string[] {
  let start = text.length - 1
  for (let count = 0; count < TAIL_LINES && start > 0; count++) start = text.lastIndexOf('\n', start - 1)
  return text.slice(start + 1, -1).split('\n')
}
