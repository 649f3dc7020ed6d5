import * as core from '@actions/core'
import type { Log } from '../deploy/ports.ts'
import type { Redactor } from './redact.ts'
import { RemoteLog } from './remote-log.ts'
import { cleanLine, ownLine } from './remote-text.ts'

export type Remark = { readonly kind: 'notice' | 'warning'; readonly text: string }

/**
 * The job log. Every text is redacted and made harmless here, our own sentences too: they carry names and answers that
 * came from elsewhere.
 */
export class RunnerLog implements Log {
  /** Notices and warnings so far, for the summary. */
  readonly remarks: Remark[] = []
  readonly #redactor: Redactor
  #pendingGroup: string | undefined
  #inGroup = false

  constructor(redactor: Redactor) {
    this.#redactor = redactor
  }

  async group<T>(title: string, work: () => Promise<T>): Promise<T> {
    this.#pendingGroup = title
    try {
      return await work()
    } finally {
      this.#pendingGroup = undefined
      if (this.#inGroup) core.endGroup()
      this.#inGroup = false
    }
  }

  info(text: string): void {
    this.#openGroup()
    for (const line of this.#lines(text)) process.stdout.write(`${ownLine(line)}\n`)
  }

  notice(text: string): void {
    core.notice(this.#remark('notice', text))
  }

  warning(text: string): void {
    core.warning(this.#remark('warning', text))
  }

  /** Text that is not ours goes through the writer for remote text, and opens the group as our own lines do. */
  remote(): RemoteLog {
    const sink = {
      write: (text: string): boolean => {
        this.#openGroup()
        return process.stdout.write(text)
      },
      once: (event: 'drain', listener: () => void): unknown => process.stdout.once(event, listener)
    }
    return new RemoteLog(sink, (text) => this.#redactor.redact(text))
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
