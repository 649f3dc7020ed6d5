import { type Diagnostic, type Parser, readPlace, type ToolPlace } from './diagnostic.ts'

const PARSE_ERROR = /dockerfile parse error (?:on )?line (\d{1,9}): (.+)$/i
const KANIKO_FAILED = /^(?:Error: )?error building image: (.+)$/
/** Kaniko logs each instruction before it runs it, lines that go on joined into one. */
const KANIKO_INSTRUCTION =
  /^INFO\[[\w:.+-]{1,40}\] ((?:ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|HEALTHCHECK|LABEL|RUN|SHELL|USER|VOLUME|WORKDIR) .+)$/
const BUILDKIT_FAILED = /^(?:ERROR|error): (?:failed to build: )?(failed to solve: .+)$/
const RULE = '--------------------'
/** Between BuildKit's place and its message: the source it quotes. */
const MOST_QUOTED = 60

/** A build from a Dockerfile, by Kaniko or BuildKit. */
export class DockerfileParser implements Parser {
  readonly #path: string
  #instruction: string | undefined
  #maybe: ToolPlace | undefined
  #place: ToolPlace | undefined
  #quoted = 0

  /** @param path Of the Dockerfile in the code, as Kaniko does not name it. */
  constructor(path: string) {
    this.#path = path
  }

  line(text: string): Diagnostic | undefined {
    const failed = this.#parseError(text) ?? this.#kaniko(text) ?? this.#buildkit(text)
    if (failed) this.end()
    else this.#follow(text)
    return failed
  }

  end(): undefined {
    this.#instruction = undefined
    this.#maybe = undefined
    this.#place = undefined
  }

  #follow(text: string): void {
    if (text.startsWith('INFO[')) this.#instruction = KANIKO_INSTRUCTION.exec(text)?.[1]?.trimEnd() ?? this.#instruction
    // `Dockerfile:12` alone is BuildKit's only where a rule follows.
    if (text === RULE && this.#maybe) {
      this.#place = this.#maybe
      this.#quoted = 0
    } else if (this.#place && ++this.#quoted > MOST_QUOTED) this.#place = undefined
    this.#maybe = /^\S/.test(text) && !text.includes(': ') ? readPlace(text) : undefined
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
    return statement ? { ...this.#error(`${statement}: ${message}`, place), statement } : this.#error(message, place)
  }

  #buildkit(text: string): Diagnostic | undefined {
    if (!text.includes('failed to solve: ')) return undefined
    const [, message] = BUILDKIT_FAILED.exec(text) ?? []
    return message ? this.#error(message, this.#place ?? { path: this.#path, line: undefined }) : undefined
  }

  #error(message: string, place: ToolPlace): Diagnostic {
    return { level: 'error', message, tool: 'docker', place }
  }
}
