import type { Log, RemoteText } from '../../model/ports/ports.ts'

/** More of a log is not remembered; a replay of it can then not be told from news. */
const MOST_REMEMBERED = 16 * 1024 * 1024

/**
 * A log that is attached again after it broke: what the server repeats is shown once. Where the server repeats nothing,
 * or something else, lines may be missing, and a line of ours says so.
 */
export class ReplayedLog {
  readonly #remote: RemoteText
  readonly #log: Log
  #seen = new Uint8Array(64 * 1024)
  #length = 0
  /** How much of `#seen` this attachment has repeated so far; undefined when it repeats no more. */
  #repeated: number | undefined
  #attachments = 0
  #trouble: string | undefined
  #forgetful = false
  #isWhole = false
  /** Whether the stream before this one came to its own end. */
  #wasWhole = false

  constructor(remote: RemoteText, log: Log) {
    this.#remote = remote
    this.#log = log
  }

  /** A stream begins, the first or another one. */
  attach(): void {
    this.#repeated = this.#attachments++ === 0 ? undefined : 0
    this.#wasWhole = this.#isWhole
    this.#trouble = undefined
    this.#isWhole = false
  }

  /** The stream came to its own end. */
  ended(): void {
    this.#isWhole = true
  }

  /** The stream broke, for that reason. */
  broke(trouble: string): void {
    this.#trouble = trouble
  }

  /** There is no log yet, for that reason: nothing can have been said before its first byte. */
  notMade(trouble: string): void {
    this.#trouble = trouble
    this.#attachments--
  }

  async take(chunk: Uint8Array): Promise<void> {
    if (this.#repeated === undefined) return await this.#show(chunk)
    const same = this.#sameAs(chunk, this.#repeated)
    this.#repeated += same
    if (this.#length > 0 && !this.#forgetful && this.#repeated === this.#length) {
      this.#repeated = undefined
      return await this.#show(chunk.subarray(same))
    }
    if (same < chunk.length) await this.#breakOff(this.#repeated, chunk.subarray(same))
  }

  /**
   * Shows what is left. A last attachment that did not repeat all that came before it leaves a gap, unless it told nothing
   * after one that had come to its own end; where nothing ever came of a log that breaks, there is none to have a gap.
   */
  async close(): Promise<void> {
    if (this.#length === 0 && this.#trouble !== undefined) this.#log.info(`The log is not shown: ${this.#trouble}`)
    else if (this.#repeated !== undefined && !(this.#wasWhole && this.#repeated === 0)) await this.#gap()
    await this.#remote.end()
  }

  /** What was taken for a repetition is news: shown, with a word on the gap before it. */
  async #breakOff(held: number, rest: Uint8Array): Promise<void> {
    this.#repeated = undefined
    await this.#gap()
    await this.#show(this.#seen.slice(0, held))
    await this.#show(rest)
  }

  async #gap(): Promise<void> {
    await this.#remote.end()
    this.#log.info('The log was interrupted here: lines may be missing, or shown twice.')
  }

  #sameAs(chunk: Uint8Array, from: number): number {
    const most = Math.min(chunk.length, this.#length - from)
    let same = 0
    while (same < most && chunk[same] === this.#seen[from + same]) same++
    return same
  }

  async #show(chunk: Uint8Array): Promise<void> {
    this.#remember(chunk)
    if (chunk.length > 0) await this.#remote.write(chunk)
  }

  #remember(chunk: Uint8Array): void {
    if (this.#length + chunk.length > MOST_REMEMBERED) {
      this.#forgetful = true
      return
    }
    while (this.#length + chunk.length > this.#seen.length) {
      const larger = new Uint8Array(this.#seen.length * 2)
      larger.set(this.#seen)
      this.#seen = larger
    }
    this.#seen.set(chunk, this.#length)
    this.#length += chunk.length
  }
}
