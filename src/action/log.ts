import { once } from 'node:events'
import * as core from '@actions/core'
import { Heartbeat, realTimers, type Timers } from '../log/heartbeat.ts'
import type { Redactor } from '../log/redact.ts'
import { RemoteLog, type Sink } from '../log/remote-log.ts'
import { cleanLine, isCleaned, ownLine } from '../log/remote-text.ts'
import { type Section, WholeLog } from '../log/whole-log.ts'
import type { Log } from '../model/ports.ts'
import { duration } from '../model/words.ts'
import type { Annotation } from './annotate.ts'

type LogSurroundings = {
  /** Where temporary files go: the whole remote log is kept there. Left out: it is not kept. */
  readonly temp?: string
  /** Told the path of the whole remote log, as soon as there is one. */
  readonly onKept?: (path: string) => void
  /** Told each line of remote text. */
  readonly onRemoteLine?: (line: string) => void
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
  readonly #reader: LogSurroundings['onRemoteLine']
  readonly #whole: WholeLog | undefined
  #title: string | undefined
  #pendingGroup: string | undefined
  #inGroup = false
  #heartbeat: Heartbeat | undefined
  /** Where the remote text of this group is kept. */
  #section: Section | undefined

  constructor(
    redactor: Redactor,
    { temp, onKept = () => undefined, onRemoteLine, timers = realTimers }: LogSurroundings = {}
  ) {
    this.#redactor = redactor
    this.#reader = onRemoteLine
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
    const line = ownLine(this.clean(text))
    this.#section?.note(line)
    this.#print(line)
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
      // A pipe that broke has room for all that nobody reads.
      once: (event, listener) => void once(process.stdout, event).then(listener, listener)
    }
    const redact = (text: string): string => this.#redactor.redact(text)
    return new RemoteLog({ sink, redact, keeper: this.#section, reader: this.#reader })
  }

  debug(text: string): void {
    for (const line of text.split('\n')) core.debug(this.clean(line))
  }

  /** Pins a diagnostic to a line of the repository. */
  pin({ level, title, message, file, line, column }: Annotation): void {
    const place = {
      file: this.clean(file),
      ...(line !== undefined && { startLine: line }),
      ...(column !== undefined && { startColumn: column })
    }
    const say = level === 'error' ? core.error : core.warning
    say(this.clean(message), { title: this.clean(title), ...place })
  }

  error(title: string, lines: readonly string[]): void {
    core.error(lines.map((line) => this.clean(line)).join('\n'), { title: this.clean(title) })
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
    const line = this.clean(text)
    this.remarks.push({ kind, text: line })
    return line
  }
}
