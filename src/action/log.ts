import * as core from '@actions/core'
import type { Log } from '../deploy/ports.ts'
import { duration } from '../deploy/words.ts'
import { Heartbeat, realTimers, type Timers } from './heartbeat.ts'
import type { Redactor } from './redact.ts'
import { RemoteLog, type Sink } from './remote-log.ts'
import { cleanLine, isCleaned, ownLine } from './remote-text.ts'
import { type Section, WholeLog } from './whole-log.ts'

export type Surroundings = {
  /** Where temporary files go: the whole remote log is kept there. Left out: it is not kept. */
  readonly temp?: string
  /** Told the path of the whole remote log, as soon as there is one. */
  readonly onKept?: (path: string) => void
  readonly timers?: Timers
}

export type Remark = { readonly kind: 'notice' | 'warning'; readonly text: string }

/**
 * The job log. Every text is redacted and made harmless here, our own sentences too: they carry names and answers that
 * came from elsewhere.
 */
export class RunnerLog implements Log {
  /** Notices and warnings so far, for the summary. */
  readonly remarks: Remark[] = []
  readonly #redactor: Redactor
  readonly #timers: Timers
  readonly #whole: WholeLog | undefined
  #title: string | undefined
  #pendingGroup: string | undefined
  #inGroup = false
  #heartbeat: Heartbeat | undefined
  /** Where the remote text of this group is kept. */
  #section: Section | undefined

  constructor(redactor: Redactor, { temp, onKept = () => undefined, timers = realTimers }: Surroundings = {}) {
    this.#redactor = redactor
    this.#timers = timers
    this.#whole =
      temp === undefined ? undefined : new WholeLog({ temp, onMade: onKept, onTrouble: (text) => this.warning(text) })
  }

  /** Where the whole remote log is kept. Undefined until there is remote text. */
  get keptAt(): string | undefined {
    return this.#whole?.path
  }

  /**
   * GitHub shows a group collapsed, also while it grows, and groups do not nest. A heartbeat opens none, so it is seen
   * where nothing else has come yet. In an open group it stays inside: to close the group for each would tear the output
   * of one step in pieces, and who waits for that output has unfolded it.
   */
  async group<T>(title: string, work: () => Promise<T>): Promise<T> {
    using heartbeat = new Heartbeat(this.#timers, (ms) =>
      this.#print(ownLine(`… ${this.clean(title)}: ${duration(ms)}`))
    )
    this.#heartbeat = heartbeat
    this.#title = title
    this.#pendingGroup = title
    try {
      return await work()
    } finally {
      this.#title = undefined
      this.#pendingGroup = undefined
      if (this.#inGroup) core.endGroup()
      this.#inGroup = false
      this.#section = undefined
      this.#heartbeat = undefined
    }
  }

  info(text: string): void {
    this.#openGroup()
    for (const line of this.#lines(text).map(ownLine)) {
      this.#section?.note(line)
      this.#print(line)
    }
  }

  /** Lines of a remote log once more: as they were shown, not cleaned a second time. */
  again(lines: readonly string[]): void {
    for (const line of lines) {
      if (isCleaned(line)) this.#print(this.#redactor.redact(line))
      else this.info(line)
    }
  }

  notice(text: string): void {
    this.#heartbeat?.sign()
    core.notice(this.#remark('notice', text))
  }

  warning(text: string): void {
    this.#heartbeat?.sign()
    core.warning(this.#remark('warning', text))
  }

  /** Text that is not ours goes through the writer for remote text, and opens the group as our own lines do. */
  remote(): RemoteLog {
    this.#section = this.#whole?.section(this.clean(this.#title ?? 'Platform'))
    const sink: Sink = {
      write: (text) => {
        this.#openGroup()
        this.#heartbeat?.sign()
        return process.stdout.write(text)
      },
      once: (event, listener) => process.stdout.once(event, listener)
    }
    return new RemoteLog({ sink, redact: (text) => this.#redactor.redact(text), keeper: this.#section })
  }

  debug(text: string): void {
    for (const line of this.#lines(text)) core.debug(line)
  }

  error(title: string, text: string): void {
    core.error(this.#lines(text).join('\n'), { title: this.clean(title) })
  }

  /** One harmless line without secrets, for places other than the log. */
  clean(text: string): string {
    // Once before a cut could halve a secret, and once more when the escapes that may hide one are gone.
    return this.#redactor.redact(cleanLine(this.#redactor.redact(text)))
  }

  #openGroup(): void {
    if (this.#pendingGroup === undefined) return
    core.startGroup(this.clean(this.#pendingGroup))
    this.#pendingGroup = undefined
    this.#inGroup = true
  }

  #print(line: string): void {
    this.#heartbeat?.sign()
    process.stdout.write(`${line}\n`)
  }

  #remark(kind: Remark['kind'], text: string): string {
    const lines = this.#lines(text).join('\n')
    this.remarks.push({ kind, text: lines })
    return lines
  }

  #lines(text: string): readonly string[] {
    const redacted = this.#redactor.redact(text)
    return redacted.split('\n').map((line) => this.clean(line))
  }
}
