import { type Diagnostic, type Parser, readPlace } from './diagnostic.ts'

const VET = 'vet: '
/** With a column, which a line of Go's own logger lacks. */
const FOUND = /^(\S{1,500}\.go:\d{1,9}:\d{1,9}|(?:\S{1,500}\/)?go\.(?:mod|sum|work):\d{1,9}(?::\d{1,9})?): (.+)$/
const MARK = /:\d(?<=go(?:\.mod|\.sum|\.work)?:\d)/
/** The compiler indents what belongs to the line before: `have (int)`, `want (string)`. */
const MOST_DETAILS = 4

/** go build and go vet: `./main.go:12:2: undefined: x`, `go.mod:4: …`. */
export class GoParser implements Parser {
  readonly mark = MARK
  #pending: Diagnostic | undefined
  #details: string[] = []

  get isAmid(): boolean {
    return this.#pending !== undefined
  }

  line(text: string): Diagnostic | undefined {
    if (this.#pending && text.startsWith('\t')) {
      if (this.#details.length < MOST_DETAILS) this.#details.push(text.trim())
      return undefined
    }
    const finished = this.end()
    this.#pending = read(text)
    return finished
  }

  end(): Diagnostic | undefined {
    const pending = this.#pending
    const details = this.#details
    this.#pending = undefined
    this.#details = []
    return pending && { ...pending, message: details.reduce(joined, pending.message) }
  }
}

function joined(message: string, detail: string): string {
  return message + (message.endsWith(':') ? ' ' : '; ') + detail
}

function read(text: string): Diagnostic | undefined {
  const words = text.startsWith(VET) ? text.slice(VET.length) : text
  const [, written = '', message] = FOUND.exec(words) ?? []
  const place = readPlace(written)
  return place && message !== undefined ? { level: 'error', message, tool: 'go', place } : undefined
}
