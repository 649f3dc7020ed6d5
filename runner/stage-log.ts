import { splitLines } from './commands.ts'
import type { Masks } from './masks.ts'

export type Level = 'error' | 'warning' | 'notice'

export type Annotation = {
  readonly level: Level
  readonly message: string
  readonly properties: Readonly<Record<string, string>>
}

/** The runner's limits (ExecutionContext.cs): annotations kept of each level, UTF-16 units kept of a message. */
const annotationsPerLevel = 10
const annotationLength = 4096

/** What the user sees of one stage: masked lines as the runner stores them, and the annotations that it keeps. */
export class StageLog {
  readonly lines: string[] = []
  readonly annotations: Annotation[] = []
  readonly #masks: Masks
  readonly #onLine: (line: string) => void
  readonly #debugging: boolean

  constructor(masks: Masks, onLine: (line: string) => void, debugging: boolean) {
    this.#masks = masks
    this.#onLine = onLine
    this.#debugging = debugging
  }

  output(text: string): void {
    this.#write('', text)
  }

  /** A line of the process that is no command. The runner's own step markers are broken in it. */
  outputOfProcess(line: string): void {
    this.#write('', line.replace(/##\[(?=(?:start|end)-action)/g, '##[\\'))
  }

  debug(text: string): void {
    if (!this.#debugging) return
    for (const line of splitLines(text)) this.#write('##[debug]', line)
  }

  issue(level: Level, text: string, properties: Readonly<Record<string, string>> = {}): void {
    const message = this.#masks.mask(text).slice(0, annotationLength)
    const kept = this.annotations.filter((annotation) => annotation.level === level).length
    if (kept < annotationsPerLevel) this.annotations.push({ level, message, properties })
    if (message !== '') this.#write(`##[${level}]`, message)
  }

  #write(tag: string, text: string): void {
    // Masked as a whole, so that a secret of several lines is found in one message, then shown line by line.
    const masked = this.#masks.mask(tag + text)
    for (const line of masked === '' ? [''] : splitLines(masked)) {
      this.lines.push(line)
      this.#onLine(line)
    }
  }
}

const labels: Readonly<Record<string, string>> = {
  error: 'Error: ',
  warning: 'Warning: ',
  notice: 'Notice: ',
  debug: 'Debug: ',
  command: ''
}

/** Turns stored lines into what the web page shows of them: groups unfolded, tags as words. */
export class WebView {
  #inGroup = false

  /** The line to show; nothing for the end of a group. */
  show(line: string): string | undefined {
    const { tag, text } = /^##\[(?<tag>[a-z]+)\](?<text>.*)$/s.exec(line)?.groups ?? {}
    if (tag === 'group') {
      this.#inGroup = true
      return `▼ ${text}`
    }
    if (tag === 'endgroup') {
      this.#inGroup = false
      return undefined
    }
    const label = tag === undefined ? undefined : labels[tag]
    return `${this.#inGroup ? '  ' : ''}${label === undefined ? line : label + text}`
  }
}
