import { closeSync, mkdtempSync, openSync, writeSync } from 'node:fs'
import path from 'node:path'
import { size } from '../model/values/words.ts'
import { ownLine } from './remote-text.ts'
import { endWithin } from './whole-lines.ts'

/** In bytes. The disk of a runner is shared with the rest of the job. */
const MOST_BYTES = 100_000_000

type WholeLogOptions = {
  /** Where temporary files go. */
  readonly temp: string
  /** In bytes; 100 MB where it is left out. */
  readonly most?: number
  /** The file exists now. */
  readonly onMade: (path: string) => void
  /** Nothing more is kept; said once. */
  readonly onTrouble: (text: string) => void
}

/**
 * The whole remote log of a run in one file, made with its first text. What is written must be clean already.
 *
 * Each block is written at once and synchronously: that took a quarter of the time of a stream with back-pressure (35 ms
 * against 145 ms for 100 MB on 2 cores, and under 1 ms for all but one block of 8,000). Nothing waits in memory, the
 * file is complete whenever the process ends, and a full disk is seen where it can be said.
 */
export class WholeLog {
  readonly #keeping: WholeLogOptions
  readonly #most: number
  readonly #cutLine: Buffer
  #file: number | undefined
  #path: string | undefined
  #bytes = 0
  #state: 'whole' | 'cut' | 'broken' = 'whole'

  constructor(keeping: WholeLogOptions) {
    this.#keeping = keeping
    this.#most = keeping.most ?? MOST_BYTES
    this.#cutLine = Buffer.from(`The log is longer than ${size(this.#most)}: its rest is not kept.\n`)
  }

  /** Undefined until there is a file. */
  get path(): string | undefined {
    return this.#path
  }

  /** A sentence that says where the whole log is; empty where it is nowhere. */
  get where(): string {
    if (this.#path === undefined) return ''
    if (this.#state === 'whole') return `The whole log is in ${this.#path}.`
    return this.#state === 'cut'
      ? `Its first ${size(this.#most)} are in ${this.#path}.`
      : `Its first part is in ${this.#path}.`
  }

  /** The place for one stream, whose first text stands under the title. */
  section(title: string): Section {
    return new Section(this, title)
  }

  write(lines: Buffer): void {
    if (this.#state !== 'whole') return
    try {
      this.#file ??= this.#make()
      const end = endWithin(lines, this.#most - this.#cutLine.length - this.#bytes)
      writeAll(this.#file, lines.subarray(0, end))
      this.#bytes += end
      if (end === lines.length) return
      this.#state = 'cut'
      writeAll(this.#file, this.#cutLine)
      this.#close()
    } catch (error) {
      this.#breakOff(error)
    }
  }

  #make(): number {
    const file = path.join(mkdtempSync(path.join(this.#keeping.temp, 'ignite-log-')), 'platform.log')
    const opened = openSync(file, 'wx', 0o600)
    this.#path = file
    this.#keeping.onMade(file)
    return opened
  }

  #breakOff(error: unknown): void {
    this.#state = 'broken'
    try {
      this.#close()
    } catch {
      // The first trouble is the one to tell.
    }
    const reason = Error.isError(error) ? error.message : String(error)
    const what = this.#path === undefined ? 'The whole log is not kept' : `The whole log in ${this.#path} ends early`
    this.#keeping.onTrouble(`${what}: ${reason}`)
  }

  #close(): void {
    const file = this.#file
    this.#file = undefined
    if (file !== undefined) closeSync(file)
  }
}

/** One stream of the whole log, introduced by a line of ours. */
export class Section {
  readonly #whole: WholeLog
  readonly #title: string
  #begun = false

  constructor(whole: WholeLog, title: string) {
    this.#whole = whole
    this.#title = title
  }

  get where(): string {
    return this.#whole.where
  }

  write(lines: Buffer): void {
    if (!this.#begun) this.#whole.write(Buffer.from(`${ownLine(`== ${this.#title} ==`)}\n`))
    this.#begun = true
    this.#whole.write(lines)
  }

  /** A line of ours amid the remote text, such as one on a gap. Kept only where there is such text. */
  note(line: string): void {
    if (this.#begun) this.#whole.write(Buffer.from(`${line}\n`))
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  // A disk that is nearly full takes a part, and refuses the next write.
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
}
