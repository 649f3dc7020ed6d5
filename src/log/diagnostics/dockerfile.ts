import { type Diagnostic, type Parser, readPlace, type ToolPlace } from './diagnostic.ts'
import { LastWords } from './last-words.ts'

const PARSE_ERROR = /dockerfile parse error (?:on )?line (\d{1,9}): (.+)$/i
const KANIKO_FAILED = /^(?:Error: )?error building image: (.+)$/
/** Kaniko logs each instruction before it runs it, lines that go on joined into one. */
const KANIKO_INSTRUCTION =
  /^INFO\[[\w:.+-]{1,40}\] ((?:ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|HEALTHCHECK|LABEL|RUN|SHELL|USER|VOLUME|WORKDIR) .+)$/
/** Its own lines, between which stands what a command prints. */
const KANIKO_OWN = /^(?:INFO|WARN|DEBU|ERRO)\[/
const BUILDKIT_FAILED = /^(?:ERROR|error): (?:failed to build: )?(failed to solve: .+)$/
/** BuildKit repeats what the command that failed has printed, between two short rules. */
const BUILDKIT_REPEATS = /^ > \[[^\]]{1,200}\] (RUN .+):$/
const SHORT_RULE = '------'
const RULE = '--------------------'
/** What fails, what is run, and what may be a place. */
const MARK =
  /: (?<=(?:building image|failed to solve|[lL][iI][nN][eE] \d{1,9}): )|\[(?<=(?:INFO|> )\[)|:\d{1,15}(?:\n|$)/
/** Between BuildKit's place and its message: the source it quotes. */
const MOST_QUOTED = 60
/** Of an instruction in a message, in UTF-16 units: the cause comes after it. */
const MOST_SHOWN = 120

/** A build from a Dockerfile, by Kaniko or BuildKit. */
export class DockerfileParser implements Parser {
  readonly mark = MARK
  readonly #path: string
  #instruction: string | undefined
  readonly #said = new LastWords()
  /** BuildKit is repeating what was said. */
  #isRepeating = false
  #maybe: ToolPlace | undefined
  #place: ToolPlace | undefined
  #quoted = 0

  /** @param path Of the Dockerfile in the code, as Kaniko does not name it. */
  constructor(path: string) {
    this.#path = path
  }

  get isAmid(): boolean {
    return this.#isRunning || this.#maybe !== undefined || this.#place !== undefined
  }

  line(text: string): Diagnostic | undefined {
    const failed = this.#parseError(text) ?? this.#kaniko(text) ?? this.#buildkit(text)
    if (failed) this.end()
    else this.#follow(text)
    return failed
  }

  end(): undefined {
    this.#instruction = undefined
    this.#said.begin()
    this.#isRepeating = false
    this.#maybe = undefined
    this.#place = undefined
  }

  #follow(text: string): void {
    this.#listen(text)
    // `Dockerfile:12` alone is BuildKit's only where a rule follows.
    if (text === RULE && this.#maybe) {
      this.#place = this.#maybe
      this.#quoted = 0
    } else if (this.#place && ++this.#quoted > MOST_QUOTED) this.#place = undefined
    this.#maybe = /^\S/.test(text) && !text.includes(': ') ? readPlace(text) : undefined
  }

  /** To the instruction that is run, and to what its command prints. */
  #listen(text: string): void {
    const [, begun] = KANIKO_INSTRUCTION.exec(text) ?? BUILDKIT_REPEATS.exec(text) ?? []
    if (begun !== undefined) {
      this.#instruction = begun.trimEnd()
      this.#said.begin()
      this.#isRepeating = !text.startsWith('INFO[')
    } else if (this.#isRepeating && text === SHORT_RULE) this.#isRepeating = false
    else if (this.#isRepeating) this.#said.line(text.replace(/^\d+\.\d+ /, ''))
    else if (this.#isRunning && !KANIKO_OWN.test(text) && this.#place === undefined && text !== RULE)
      this.#said.line(text)
  }

  get #isRunning(): boolean {
    return this.#instruction?.startsWith('RUN ') ?? false
  }

  #parseError(text: string): Diagnostic | undefined {
    if (!/parse error/i.test(text)) return undefined
    const [, line, message] = PARSE_ERROR.exec(text) ?? []
    return message ? this.#error(message, this.#place ?? { path: this.#path, line: Number(line) }) : undefined
  }

  #kaniko(text: string): Diagnostic | undefined {
    if (!text.includes('error building image: ')) return undefined
    const [, message] = KANIKO_FAILED.exec(text) ?? []
    if (!message) return undefined
    const statement = this.#instruction
    const place = { path: this.#path, line: undefined }
    return statement
      ? { ...this.#error(this.#failed(statement, message), place), statement }
      : this.#error(message, place)
  }

  #buildkit(text: string): Diagnostic | undefined {
    if (!text.includes('failed to solve: ')) return undefined
    const [, message] = BUILDKIT_FAILED.exec(text) ?? []
    if (!message) return undefined
    const place = this.#place ?? { path: this.#path, line: undefined }
    const statement = this.#instruction
    return this.#error(statement ? this.#failed(statement, message) : message, place)
  }

  /** The command's own last words say more than how it ended. */
  #failed(statement: string, message: string): string {
    const shown = statement.length > MOST_SHOWN ? `${statement.slice(0, MOST_SHOWN)}…` : statement
    const said = this.#isRunning ? this.#said.text : ''
    return `${shown}: ${said || message}`
  }

  #error(message: string, place: ToolPlace): Diagnostic {
    return { level: 'error', message, tool: 'docker', place }
  }
}
