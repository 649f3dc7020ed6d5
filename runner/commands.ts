/** One command line as the GitHub runner (v2.336) reads it; `name` is lower case, properties keep their spelling. */
export type ParsedCommand = {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
  readonly grammar: 'v1' | 'v2'
}

/** Every command name that the runner has registered when a step starts. */
export const registeredNames: ReadonlySet<string> = new Set([
  'stop-commands',
  'add-mask',
  'set-output',
  'save-state',
  'add-path',
  'set-env',
  'add-matcher',
  'remove-matcher',
  'debug',
  'notice',
  'warning',
  'error',
  'group',
  'endgroup',
  'echo'
])

// What .NET's char.IsWhiteSpace covers. JavaScript's \s lacks U+0085 and has U+FEFF.
const netWhiteSpace = '\\u0009-\\u000d\\u0020\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000'
const leadingWhiteSpace = new RegExp(`^[${netWhiteSpace}]+`)
const outerWhiteSpace = new RegExp(`^[${netWhiteSpace}]+|[${netWhiteSpace}]+$`, 'g')

// The runner replaces upper-case escapes only.
const v1Escapes = /%(?:3B|0D|0A|5D|25)/g
const v2DataEscapes = /%(?:0D|0A|25)/g
const v2PropertyEscapes = /%(?:0D|0A|3A|2C|25)/g

/**
 * The command that the runner would see in a line, if any: the `::name k=v,…::data` grammar (v2) first, then
 * `##[name k=v;…]data` (v1) anywhere in the line. While commands are stopped, `stopToken` is a known name too.
 */
export function parseCommand(line: string, stopToken?: string): ParsedCommand | undefined {
  return parseV2(line, stopToken) ?? parseV1(line, stopToken)
}

/** A property by name: the runner's properties ignore case. */
export function commandProperty(command: ParsedCommand, name: string): string | undefined {
  const key = Object.keys(command.properties).find((candidate) => asciiLower(candidate) === asciiLower(name))
  return key === undefined ? undefined : command.properties[key]
}

function parseV2(line: string, stopToken: string | undefined): ParsedCommand | undefined {
  const text = line.replace(leadingWhiteSpace, '')
  if (!text.startsWith('::')) return undefined
  const end = text.indexOf('::', 2)
  if (end < 0) return undefined
  const { name, rest } = splitName(text.slice(2, end))
  if (!isKnown(name, stopToken)) return undefined
  return {
    name: asciiLower(name),
    properties: readProperties(rest.replace(outerWhiteSpace, ''), ',', v2PropertyEscapes),
    data: unescapeText(text.slice(end + 2), v2DataEscapes),
    grammar: 'v2'
  }
}

function parseV1(line: string, stopToken: string | undefined): ParsedCommand | undefined {
  // Only the first `##[` counts: a line whose first one names nothing known is text, whatever follows.
  const start = line.indexOf('##[')
  const end = start < 0 ? -1 : line.indexOf(']', start)
  if (end < 0) return undefined
  const { name, rest } = splitName(line.slice(start + 3, end))
  if (!isKnown(name, stopToken)) return undefined
  return {
    name: asciiLower(name),
    properties: readProperties(rest, ';', v1Escapes),
    data: unescapeText(line.slice(end + 1), v1Escapes),
    grammar: 'v1'
  }
}

function splitName(info: string): { name: string; rest: string } {
  const space = info.indexOf(' ')
  return space < 0 ? { name: info, rest: '' } : { name: info.slice(0, space), rest: info.slice(space + 1) }
}

function isKnown(name: string, stopToken: string | undefined): boolean {
  return registeredNames.has(asciiLower(name)) || (stopToken !== undefined && sameName(name, stopToken))
}

function readProperties(text: string, separator: string, escapes: RegExp): Record<string, string> {
  const properties: Record<string, string> = Object.create(null)
  for (const part of text.split(separator)) {
    // .NET's Split(count: 2, RemoveEmptyEntries): leading signs go, and the signs between key and value count as one.
    const pair = /^=*([^=]+)=+([^=][\s\S]*)$/.exec(part)
    if (pair?.[1] === undefined || pair[2] === undefined) continue
    const spelled = Object.keys(properties).find((key) => sameName(key, pair[1] ?? ''))
    properties[spelled ?? pair[1]] = unescapeText(pair[2], escapes)
  }
  return properties
}

function unescapeText(text: string, escapes: RegExp): string {
  return text.replace(escapes, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)))
}

function sameName(left: string, right: string): boolean {
  return asciiLower(left) === asciiLower(right)
}

/** Lower case of A-Z only: an ordinal comparison does not fold the Kelvin sign to k as toLowerCase does. */
function asciiLower(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}

/** Cuts one output stream into lines as .NET's StreamReader does: at LF, CRLF and lone CR, and at nothing else. */
export class LineSplitter {
  // A byte order mark at the very start of the stream is dropped, by StreamReader and by TextDecoder alike.
  readonly #decoder = new TextDecoder('utf-8')
  #pending: string[] = []
  #endedInCarriageReturn = false

  /** The lines that this chunk completes. A CR at its end waits for the next byte, which may be its LF. */
  push(chunk: Uint8Array): string[] {
    return this.#cut(this.#decoder.decode(chunk, { stream: true }))
  }

  /** What was left without a line break. */
  end(): string[] {
    const lines = this.#cut(this.#decoder.decode())
    const last = this.#takePending('')
    return this.#endedInCarriageReturn || last !== '' ? [...lines, last] : lines
  }

  #cut(text: string): string[] {
    if (text === '') return []
    const held = this.#endedInCarriageReturn ? '\r' : ''
    this.#endedInCarriageReturn = text.endsWith('\r')
    const complete = this.#endedInCarriageReturn ? text.slice(0, -1) : text
    const pieces = (held + complete).split(/\r\n|\n|\r/)
    const tail = pieces.pop() ?? ''
    const [first, ...others] = pieces
    const lines = first === undefined ? [] : [this.#takePending(first), ...others]
    // A list, because a line of many chunks would otherwise be copied once a chunk.
    this.#pending.push(tail)
    return lines
  }

  #takePending(end: string): string {
    const line = this.#pending.join('') + end
    this.#pending = []
    return line
  }
}

/** The lines of a whole text, as the runner cuts them. */
export function splitLines(text: string): string[] {
  const splitter = new LineSplitter()
  return [...splitter.push(new TextEncoder().encode(text)), ...splitter.end()]
}

export type StreamName = 'stdout' | 'stderr'

/**
 * One line of output. `text` is printed, `command` is executed, `stop` and `resume` are printed and switch commands off
 * and on, `refused` is a stop-commands with a token that the runner throws at, which fails the step at once.
 */
export type OutputLine = {
  readonly kind: 'text' | 'command' | 'stop' | 'resume' | 'refused'
  readonly stream: StreamName
  readonly number: number
  readonly text: string
  readonly command?: ParsedCommand
}

/** Reads both streams of one step: the stop state is shared by them and ends with the step. */
export class CommandReader {
  readonly #splitters = { stdout: new LineSplitter(), stderr: new LineSplitter() }
  #stopToken: string | undefined
  #refused = false
  #count = 0

  push(stream: StreamName, chunk: Uint8Array): OutputLine[] {
    return this.#read(stream, this.#splitters[stream].push(chunk))
  }

  end(): OutputLine[] {
    return [
      ...this.#read('stdout', this.#splitters.stdout.end()),
      ...this.#read('stderr', this.#splitters.stderr.end())
    ]
  }

  #read(stream: StreamName, lines: readonly string[]): OutputLine[] {
    const read: OutputLine[] = []
    for (const text of lines) {
      // The exception ends the runner's reading: what follows a refused token is never looked at.
      if (this.#refused) break
      this.#count += 1
      read.push(this.#classify({ kind: 'text', stream, number: this.#count, text }))
    }
    return read
  }

  #classify(line: OutputLine): OutputLine {
    const command = parseCommand(line.text, this.#stopToken)
    if (command === undefined) return line
    if (this.#stopToken !== undefined) {
      if (!sameName(command.name, this.#stopToken)) return line
      this.#stopToken = undefined
      return { ...line, kind: 'resume', command }
    }
    if (command.name !== 'stop-commands') return { ...line, kind: 'command', command }
    if (!isStopToken(command.data)) {
      this.#refused = true
      return { ...line, kind: 'refused', command }
    }
    this.#stopToken = command.data
    return { ...line, kind: 'stop', command }
  }
}

function isStopToken(token: string): boolean {
  return token !== '' && !sameName(token, 'pause-logging') && !registeredNames.has(asciiLower(token))
}
