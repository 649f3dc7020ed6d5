import { cleanLine, withoutColours } from '../remote-text.ts'
import { AnyMark } from './any-mark.ts'
import { BuildpacksParser } from './buildpacks.ts'
import { DenoParser } from './deno.ts'
import type { Diagnostic, Parser, ToolPlace } from './diagnostic.ts'
import { DockerfileParser } from './dockerfile.ts'
import { GoParser } from './go.ts'
import { PipParser } from './pip.ts'
import { PythonParser } from './python.ts'
import { RustParser } from './rust.ts'

/** Of one log. */
const MOST_KEPT = 1000
/** In UTF-16 units: places stand near the beginning of a line. */
const MAX_LINE = 4096
const MAX_MESSAGE = 1000

/** A builder's time, step or phase before the words of the tool that it runs. */
const PREFIX = /^(?:\d{4}-\d\d-\d\dT[\d:.]{8,20}(?:Z|[+-]\d\d:\d\d) )?(?:#\d{1,4} \d{1,6}\.\d{1,4} |\[[a-z-]{1,40}\] )?/

/** What such a prefix begins with. */
const STARTS_PREFIX = /^[\d#[]/

/** One of each tool. @param dockerfile Its path in the code. */
export function parsersFor(dockerfile = 'Dockerfile'): readonly Parser[] {
  return [
    new RustParser(),
    new GoParser(),
    new DenoParser(),
    new PythonParser(),
    new PipParser(),
    new DockerfileParser(dockerfile),
    new BuildpacksParser()
  ]
}

/**
 * Gathers what compilers and builders say is wrong from the lines of a log. Its memory is bounded. Most lines are of no
 * parser's interest: all of a block is searched once for the marks of all parsers.
 */
export class Diagnostics {
  readonly #parsers: readonly Parser[]
  readonly #marks: AnyMark
  /** To which the next line matters, whatever it holds. */
  #amid: readonly Parser[] = []
  #kept = new Map<string, Diagnostic>()
  #dropped = 0

  constructor(parsers: readonly Parser[] = parsersFor()) {
    this.#parsers = parsers
    this.#marks = new AnyMark(parsers)
  }

  /** How many came after the first 1,000; one that comes again may be counted again. */
  get dropped(): number {
    return this.#dropped
  }

  /** Takes whole cleaned lines of the log, without their gutters. */
  read(lines: string): void {
    const plain = withoutColours(lines)
    let marked = this.#marks.nextLine(plain, 0)
    let start = this.#amid.length > 0 ? 0 : marked
    while (start < plain.length) {
      const end = endOfLine(plain, start)
      this.#take(plain.slice(start, end), start === marked)
      if (start === marked) marked = this.#marks.nextLine(plain, end + 1)
      start = this.#amid.length > 0 ? end + 1 : marked
    }
  }

  /** What was found, each once, in the order of the log. Begins anew. */
  take(): readonly Diagnostic[] {
    for (const parser of this.#parsers) this.#keep(parser.end())
    this.#amid = []
    const taken = [...this.#kept.values()]
    this.#kept = new Map()
    return taken
  }

  #take(line: string, isMarked: boolean): void {
    const words = wordsOf(line.slice(0, MAX_LINE))
    const takers = isMarked ? this.#parsers.filter(({ isAmid, mark }) => isAmid || mark.test(line)) : this.#amid
    for (const parser of takers) this.#keep(parser.line(words))
    this.#amid = takers.filter(({ isAmid }) => isAmid)
  }

  #keep(found: Diagnostic | undefined): void {
    if (!found) return
    const { level, message, place } = found
    const key = [level, place?.path, place?.line, place?.column, message.slice(0, MAX_MESSAGE)].join('\n')
    if (this.#kept.has(key)) return
    if (this.#kept.size < MOST_KEPT) this.#kept.set(copied(key), clean(found))
    else this.#dropped++
  }
}

function endOfLine(lines: string, start: number): number {
  const end = lines.indexOf('\n', start)
  return end === -1 ? lines.length : end
}

function wordsOf(line: string): string {
  return STARTS_PREFIX.test(line) ? line.replace(PREFIX, '') : line
}

function clean({ message, place, callers, statement, ...rest }: Diagnostic): Diagnostic {
  return {
    ...rest,
    message: copied(cleanLine(message.slice(0, MAX_MESSAGE))),
    place: place && withOwnPath(place),
    ...(callers ? { callers: callers.map(withOwnPath) } : {}),
    ...(statement === undefined ? {} : { statement: copied(statement) })
  }
}

function withOwnPath({ quoted, ...place }: ToolPlace): ToolPlace {
  return { ...place, path: copied(place.path), ...(quoted === undefined ? {} : { quoted: copied(quoted) }) }
}

/** A piece of a string keeps the whole alive in V8, which may be a block of the log. */
function copied(text: string): string {
  return Buffer.from(text).toString()
}
