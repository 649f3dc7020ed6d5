import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { SourceError } from '../../model/errors.ts'
import { grouped, size } from '../../model/values/words.ts'
import { codeOf, readFailure } from '../files/file-faults.ts'
import { decodeName, printable } from '../files/names.ts'
import { neverPackedIn } from './exclusions.ts'

/** A larger one is no list of patterns, and would cost minutes. */
const LARGEST_BYTES = 1_000_000

/** In characters. No path is as long (PATH_LIMITS), and a regular expression has an end. */
const LONGEST_LINE = 4_096

/** O_NONBLOCK because opening a FIFO waits for a writer. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/** An ignore file. `lines` are as they stand, without their line ends and the BOM. */
export type IgnoreFile = { readonly lines: readonly string[]; readonly shownPath: string }

/** Reads an ignore file; undefined where there is none. Throws SourceError naming the file, and the line where it is one. */
export function readIgnoreFile(file: string, shownPath: string): IgnoreFile | undefined {
  const bytes = contentOf(file, shownPath)
  if (bytes === undefined) return undefined
  const lines = bytes.toString('latin1').split('\n')
  const decoded = lines.map((line, index) => {
    const text = decodeName(Buffer.from(line, 'latin1'))
    if (text === undefined || text.includes('\0')) throw badPattern(shownPath, index, 'is not UTF-8 text')
    const { length } = text.startsWith('#') ? '' : text.trim()
    if (length > LONGEST_LINE) throw badPattern(shownPath, index, tooLong(length))
    return text.replace(/\r$/, '')
  })
  return { lines: decoded.with(0, (decoded[0] ?? '').replace(/^\uFEFF/, '')), shownPath }
}

/** The names that a file asks for and that are never packed. */
export function askedInVain({ lines }: IgnoreFile): readonly string[] {
  const exceptions = lines.filter((line) => line.startsWith('!'))
  return exceptions.flatMap((line) => neverPackedIn(line.slice(1).trim()) ?? [])
}

/** Names the place of a pattern that cannot be understood; `index` counts from 0. */
export function badPattern(shownPath: string, index: number, fault: string): SourceError {
  return new SourceError(`Line ${index + 1} of \`${printable(shownPath)}\` ${fault}.`, {
    hint: 'Correct the line, or put a backslash before a character that is meant as it stands.'
  })
}

function tooLong(length: number): string {
  return `has ${grouped(length)} characters; a pattern may have ${grouped(LONGEST_LINE)}`
}

function contentOf(file: string, shownPath: string): Buffer | undefined {
  const descriptor = opened(file, shownPath)
  if (descriptor === undefined) return undefined
  try {
    const stats = fstatSync(descriptor)
    if (!stats.isFile())
      throw new SourceError(`\`${printable(shownPath)}\` is no file, so it cannot say what to leave out.`)
    if (stats.size > LARGEST_BYTES) {
      const sizes = `${size(stats.size)}; it may have ${size(LARGEST_BYTES)}`
      throw new SourceError(`\`${printable(shownPath)}\` has ${sizes}.`)
    }
    return readFileSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function opened(file: string, shownPath: string): number | undefined {
  try {
    return openSync(file, FLAGS)
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw readFailure(error, shownPath)
  }
}

/**
 * What ignore files say of a path. `kept`: the last pattern that matches it is an exception. `named`: the same, and the
 * exception names it. A pattern that ends in nothing but wildcards (`!src/**`) names nothing: who writes it thinks of the
 * sources, not of the `.env` among them.
 */
export type IgnoreMatch = 'none' | 'ignored' | 'kept' | 'named'

/** True where the last part of a pattern says more than "anything". */
export function namesSomething(pattern: string): boolean {
  const parts = pattern.split('/').filter((part) => part !== '')
  return /[^*?]/.test(parts.at(-1) ?? '')
}
