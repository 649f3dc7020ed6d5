import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The runner cannot read a command file; the step fails with this message. */
class CommandFileError extends Error {
  override readonly name = 'CommandFileError'
}

/** Name and value pairs whose names ignore case: a later value replaces, the first spelling stays. */
export class NamedValues {
  readonly #entries = new Map<string, { readonly name: string; readonly value: string }>()

  set(name: string, value: string): void {
    const key = name.toLowerCase()
    this.#entries.set(key, { name: this.#entries.get(key)?.name ?? name, value })
  }

  toRecord(): Record<string, string> {
    return Object.fromEntries([...this.#entries.values()].map(({ name, value }) => [name, value]))
  }
}

/**
 * The pairs of a GITHUB_OUTPUT, GITHUB_STATE or GITHUB_ENV file, one after the other: what precedes an error counts.
 * Lines end at LF only, as the runner reads them on Linux and macOS: a CR belongs to the value.
 * @throws {CommandFileError} at a line of neither form and at a block without its delimiter
 */
export function* readPairs(text: string): Generator<readonly [name: string, value: string]> {
  let position = 0
  while (position < text.length) {
    const line = lineAt(text, position)
    position = line.next
    if (line.text === '') continue
    const equals = line.text.indexOf('=')
    const block = line.text.indexOf('<<')
    if (equals >= 0 && (block < 0 || equals < block)) {
      yield [line.text.slice(0, equals), line.text.slice(equals + 1)]
    } else if (block >= 0) {
      const value = readBlock(text, position, line.text)
      position = value.next
      yield [line.text.slice(0, block), value.text]
    } else {
      throw new CommandFileError(`Invalid format '${line.text}'`)
    }
  }
}

type Cut = { readonly text: string; readonly next: number; readonly terminated: boolean }

function lineAt(text: string, position: number): Cut {
  const end = text.indexOf('\n', position)
  if (end < 0) return { text: text.slice(position), next: text.length, terminated: false }
  return { text: text.slice(position, end), next: end + 1, terminated: true }
}

function readBlock(text: string, start: number, opening: string): { text: string; next: number } {
  const [name, ...rest] = opening.split('<<')
  const delimiter = rest.join('<<')
  if (name === '' || delimiter === '') {
    throw new CommandFileError(`Invalid format '${opening}'. Name must not be empty and delimiter must not be empty`)
  }
  let position = start
  while (position < text.length) {
    const line = lineAt(text, position)
    // The value ends before the line break that precedes the delimiter.
    if (line.text === delimiter) return { text: text.slice(start, Math.max(start, position - 1)), next: line.next }
    if (!line.terminated) throw new CommandFileError('Invalid value. EOF marker missing new line.')
    position = line.next
  }
  throw new CommandFileError(`Invalid value. Matching delimiter not found '${delimiter}'`)
}

const prefixes = {
  GITHUB_PATH: 'add_path_',
  GITHUB_ENV: 'set_env_',
  GITHUB_STEP_SUMMARY: 'step_summary_',
  GITHUB_STATE: 'save_state_',
  GITHUB_OUTPUT: 'set_output_'
} as const

export type CommandFile = keyof typeof prefixes

/** Fresh, empty command files for one stage, in the order in which the runner processes them. */
export function createCommandFiles(temporaryDirectory: string): Readonly<Record<CommandFile, string>> {
  const directory = join(temporaryDirectory, '_runner_file_commands')
  const suffix = randomUUID()
  mkdirSync(directory, { recursive: true })
  const paths = Object.entries(prefixes).map(([name, prefix]) => [name, join(directory, prefix + suffix)] as const)
  for (const [, path] of paths) writeFileSync(path, '')
  return Object.fromEntries(paths) as Record<CommandFile, string>
}

/** A command file's text; a file that the action removed is empty. */
export function readCommandFile(path: string): string {
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return ''
  return new TextDecoder().decode(readFileSync(path))
}
