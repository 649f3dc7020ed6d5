import { cleanLine, withoutColours } from '../remote-text.ts'
import { BuildpacksParser } from './buildpacks.ts'
import { DenoParser } from './deno.ts'
import type { Diagnostic, Parser, ToolPlace } from './diagnostic.ts'
import { DockerfileParser } from './dockerfile.ts'
import { GoParser } from './go.ts'
import { Listener } from './listener.ts'
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
 * parser's interest: they are searched for marks as one text, which takes a fifth of the time of asking each.
 */
export class Diagnostics {
  readonly #listeners: readonly Listener[]
  #kept = new Map<string, Diagnostic>()
  #dropped = 0

  constructor(parsers: readonly Parser[] = parsersFor()) {
    this.#listeners = parsers.map((parser) => new Listener(parser))
  }

  /** How many came after the first 1,000; one that comes again may be counted again. */
  get dropped(): number {
    return this.#dropped
  }

  /** Takes whole cleaned lines of the log, without their gutters. */
  read(lines: string): void {
    const plain = withoutColours(lines)
    for (const listener of this.#listeners) listener.seek(plain, 0)
    for (let start = this.#next(); start < plain.length; start = this.#next()) {
      const end = endOfLine(plain, start)
      const words = wordsOf(plain.slice(start, Math.min(end, start + MAX_LINE)))
      for (const listener of this.#listeners) {
        if (listener.next > start) continue
        this.#keep(listener.parser.line(words))
        listener.seek(plain, end + 1)
      }
    }
  }

  /** What was found, each once, in the order of the log. Begins anew. */
  take(): readonly Diagnostic[] {
    for (const { parser } of this.#listeners) this.#keep(parser.end())
    const taken = [...this.#kept.values()]
    this.#kept = new Map()
    return taken
  }

  /** Where the next line begins that any parser wants. */
  #next(): number {
    let first = Number.POSITIVE_INFINITY
    for (const { next } of this.#listeners) if (next < first) first = next
    return first
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
