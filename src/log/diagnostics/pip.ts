import type { Diagnostic, Parser, ToolPlace } from './diagnostic.ts'

/** `Collecting urllib3<3 (from requests==2.31.0->-r requirements.txt (line 2))` */
const COLLECTING = /^Collecting ([^\s(]{1,200}).*-r (\S{1,200}) \(line (\d{1,9})\)\)$/
const NO_VERSION = /^ERROR: (Could not find a version that satisfies the requirement (.{1,200}?)) \(from ([^)]{1,200})/
const CONFLICT = /^ERROR: (Cannot install (.+?) because these package versions have conflicting dependencies)/
const INVALID = /^ERROR: (Invalid requirement: .+)$/
const FROM_LINE = /\(from line (\d{1,9}) of ([^)]{1,200})\)$/
const IN_FILE = /-r (\S{1,200}) \(line (\d{1,9})\)/
/** Of a collected requirement its place, since every package is collected. */
const MARK = /: (?<=ERROR: )|\(line \d/
/** pip 24 and later quote the requirement between an invalid one and its line. */
const MOST_QUOTED = 4
const MOST_COLLECTED = 500

/** pip: requirements that cannot be met, at their line of the requirements file. */
export class PipParser implements Parser {
  readonly mark = MARK
  #file = 'requirements.txt'
  readonly #collected = new Map<string, ToolPlace>()
  #invalid: string | undefined
  #quoted = 0

  get isAmid(): boolean {
    return this.#invalid !== undefined
  }

  line(text: string): Diagnostic | undefined {
    const words = text.trimEnd()
    if (this.#invalid !== undefined) return this.#invalidAt(this.#invalid, words)
    if (words.startsWith('Collecting ')) this.#collect(words)
    // Who ran pip may have said so on the same line.
    const at = words.indexOf('ERROR: ')
    if (at === -1) return undefined
    const said = words.slice(at)
    const [, invalid] = INVALID.exec(said) ?? []
    return invalid === undefined ? this.#unmet(said) : this.#invalidAt(invalid, said)
  }

  end(): Diagnostic | undefined {
    const message = this.#invalid
    this.#invalid = undefined
    return message === undefined ? undefined : this.#error(message, { path: this.#file, line: undefined })
  }

  #collect(words: string): void {
    const [, requirement, path, line] = COLLECTING.exec(words) ?? []
    if (!requirement || !path) return
    this.#file = path
    if (this.#collected.size < MOST_COLLECTED) this.#collected.set(nameOf(requirement), { path, line: Number(line) })
  }

  #unmet(words: string): Diagnostic | undefined {
    const [, message, requirement = '', parent = ''] = NO_VERSION.exec(words) ?? []
    const anywhere = { path: this.#file, line: undefined }
    if (message) return this.#error(message, this.#collected.get(nameOf(parent)) ?? anywhere, requirement)
    const [, conflict, parties = ''] = CONFLICT.exec(words) ?? []
    if (!conflict) return undefined
    const [, path, line] = IN_FILE.exec(parties) ?? []
    if (path) return this.#error(conflict, { path, line: Number(line) })
    return this.#error(conflict, anywhere, parties.split(/,? and |, /, 1)[0])
  }

  #invalidAt(message: string, words: string): Diagnostic | undefined {
    const [, line, path] = FROM_LINE.exec(words) ?? []
    if (path) {
      this.#invalid = undefined
      this.#quoted = 0
      return this.#error(message.replace(FROM_LINE, '').trimEnd(), { path, line: Number(line) })
    }
    this.#invalid = message
    if (++this.#quoted <= MOST_QUOTED) return undefined
    this.#quoted = 0
    return this.end()
  }

  #error(message: string, place: ToolPlace, statement?: string): Diagnostic {
    return { level: 'error', message, tool: 'pip', place, ...(statement ? { statement } : {}) }
  }
}

/** `requests` of `Requests[socks]>=2`. */
function nameOf(requirement: string): string {
  return /^[\w.-]*/.exec(requirement)?.[0].toLowerCase() ?? ''
}
