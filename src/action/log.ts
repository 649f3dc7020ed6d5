import { once } from 'node:events'
import { Heartbeat, realTimers, type Timers } from '../log/heartbeat.ts'
import type { Redactor } from '../log/redact.ts'
import { RemoteLog, type Sink } from '../log/remote-log.ts'
import { cleanLine, cleanLines, isCleaned, ownLine, withoutColours } from '../log/remote-text.ts'
import { StepLines } from '../log/step-lines.ts'
import { type Section, WholeLog } from '../log/whole-log.ts'
import type { Log } from '../model/ports/ports.ts'
import { duration } from '../model/values/words.ts'
import type { Annotation } from './pinned/annotate.ts'
import * as toolkit from './toolkit.ts'

type LogSurroundings = {
  /** Where temporary files go: the whole remote log is kept there. Left out: it is not kept. */
  readonly temp?: string
  /** Told the path of the whole remote log, as soon as there is one. */
  readonly onKept?: (path: string) => void
  /** Told whole lines of remote text, as they come. */
  readonly onRemoteLines?: (lines: string) => void
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
  readonly #reader: LogSurroundings['onRemoteLines']
  readonly #whole: WholeLog | undefined
  readonly #remotes: RemoteLog[] = []
  #title: string | undefined
  /** What the step that is under way prints. */
  #lines: StepLines | undefined
  /** Whether the last step that failed has its lines in a group. */
  #isFailureFolded = false
  #heartbeat: Heartbeat | undefined
  /** Where the remote text of this group is kept. */
  #section: Section | undefined

  constructor(
    redactor: Redactor,
    { temp, onKept = () => undefined, onRemoteLines, timers = realTimers }: LogSurroundings = {}
  ) {
    this.#redactor = redactor
    this.#reader = onRemoteLines
    this.#timers = timers
    this.#whole =
      temp === undefined ? undefined : new WholeLog({ temp, onMade: onKept, onTrouble: (text) => this.warning(text) })
  }

  /** Where the whole remote log is kept. Undefined until there is remote text. */
  get keptAt(): string | undefined {
    return this.#whole?.path
  }

  /** Whether the job log shows less of a remote log than that. */
  get isCut(): boolean {
    return this.#remotes.some((remote) => remote.isCut)
  }

  /**
   * GitHub shows a group collapsed, also while it grows, and groups do not nest. A heartbeat opens none, so it is seen
   * where nothing else has come yet. In an open group it stays inside: to close the group for each would tear the output
   * of one step in pieces, and who waits for that output has unfolded it.
   */
  async group<T>(title: string, work: () => Promise<T>): Promise<T> {
    const lines = new StepLines({
      write: (text) => process.stdout.write(text),
      fold: () => toolkit.startGroup(this.clean(title))
    })
    using heartbeat = new Heartbeat(this.#timers, (ms) => {
      lines.release()
      process.stdout.write(`${ownLine(`… ${this.clean(title)}: ${duration(ms)}`)}\n`)
    })
    this.#heartbeat = heartbeat
    this.#title = title
    this.#lines = lines
    let isFailed = true
    try {
      const result = await work()
      isFailed = false
      return result
    } finally {
      this.#endGroup(lines, isFailed)
    }
  }

  info(text: string): void {
    const line = ownLine(this.clean(text))
    this.#section?.note(line)
    this.#print(line)
  }

  /** Last lines of a failed step, where they are folded away: as they were shown, not cleaned a second time. */
  again(lines: readonly string[]): void {
    if (!this.#isFailureFolded) return
    for (const line of lines) {
      if (isCleaned(line)) this.#print(this.#redactor.redact(line))
      else this.info(line)
    }
  }

  /** @param remark What the summary says in its place. */
  notice(text: string, remark = text): void {
    this.#heartbeat?.sign()
    this.#remark('notice', remark)
    toolkit.printAnnotation('notice', this.clean(text))
  }

  /** The one notice that says how a run ended well. The summary begins with it, so it is none of the remarks. */
  outcome({ title, text }: { readonly title: string; readonly text: string }): void {
    toolkit.printAnnotation('notice', this.clean(text), { title })
  }

  warning(text: string): void {
    this.#heartbeat?.sign()
    toolkit.printAnnotation('warning', this.#remark('warning', text))
  }

  /** Text that is not ours goes through the writer for remote text, and stands where our own lines of the step do. */
  remote(): RemoteLog {
    this.#section = this.#whole?.section(this.clean(this.#title ?? 'Platform'))
    const sink: Sink = {
      write: (text) => this.#write(text),
      // A pipe that broke has room for all that nobody reads.
      once: (event, listener) => void once(process.stdout, event).then(listener, listener)
    }
    const redact = (text: string): string => this.#redactor.redact(text)
    const remote = new RemoteLog({ sink, redact, keeper: this.#section, reader: this.#reader })
    this.#remotes.push(remote)
    return remote
  }

  debug(text: string): void {
    for (const line of text.split('\n')) toolkit.debug(this.clean(line))
  }

  /** Pins a diagnostic to a line of the repository. */
  pin({ level, title, message, file, line, column }: Annotation): void {
    const place = {
      file: this.clean(file),
      ...(line !== undefined && { startLine: line }),
      ...(column !== undefined && { startColumn: column })
    }
    toolkit.printAnnotation(level, this.clean(message), { title: this.clean(title), ...place })
  }

  error(title: string, lines: readonly string[]): void {
    toolkit.printAnnotation('error', lines.map((line) => this.clean(line)).join('\n'), { title: this.clean(title) })
  }

  /** One harmless line without secrets, for places other than the log. */
  clean(text: string): string {
    // Once before a cut could halve a secret, and once more when the escapes that may hide one are gone.
    return this.#redactor.redact(cleanLine(this.#redactor.redact(text)))
  }

  /** The same of a text of many lines, which stays one. */
  cleanText(text: string): string {
    const redact = (each: string): string => this.#redactor.redact(each)
    return withoutColours(cleanLines(`${text}\n`, redact).slice(0, -1))
  }

  #endGroup(lines: StepLines, isFailed: boolean): void {
    this.#title = undefined
    this.#lines = undefined
    this.#section = undefined
    this.#heartbeat = undefined
    lines.end(isFailed)
    if (lines.isFolded) toolkit.endGroup()
    if (isFailed) this.#isFailureFolded = lines.isFolded
  }

  #print(line: string): void {
    this.#write(`${line}\n`)
  }

  #write(text: string | Uint8Array): boolean {
    const room = this.#lines ? this.#lines.write(text) : process.stdout.write(text)
    // What is held is no sign of life yet.
    if (!this.#lines?.isHeld) this.#heartbeat?.sign()
    return room
  }

  #remark(kind: Remark['kind'], text: string): string {
    const line = this.clean(text)
    this.remarks.push({ kind, text: line })
    return line
  }
}
