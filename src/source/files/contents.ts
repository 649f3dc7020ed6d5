import { SourceError } from '../../model/errors.ts'
import { size } from '../../model/values/words.ts'
import type { Limits } from './limits.ts'
import { printable } from './names.ts'

const LARGEST = 5

/** One file by its POSIX path from the root. */
export type SizedFile = { readonly path: string; readonly bytes: number }

/** What a package holds, or would hold. */
export type Contents = {
  readonly files: number
  /** Sum of the files' sizes. */
  readonly contentBytes: number
  readonly largest: readonly SizedFile[]
  readonly paths: readonly string[]
}

export function contentsOf(files: readonly SizedFile[]): Contents {
  return {
    files: files.length,
    contentBytes: files.reduce((sum, file) => sum + file.bytes, 0),
    largest: largest(files),
    paths: files.map((file) => file.path)
  }
}

/** Throws SourceError, with the largest files named, where the files are more or larger than the limits allow. */
export function checkSizes(files: readonly SizedFile[], shownPath: string, limits: Limits): void {
  checkCount(files.length, shownPath, limits)
  const tooLarge = files.find((file) => file.bytes > limits.fileBytes)
  if (tooLarge) {
    const name = `\`${printable(tooLarge.path)}\` in \`${printable(shownPath)}\``
    throw tooMuch(`${name} has ${size(tooLarge.bytes)}; a file may have ${size(limits.fileBytes)}`, files)
  }
  const total = files.reduce((sum, file) => sum + file.bytes, 0)
  if (total > limits.totalBytes) {
    const limit = size(limits.totalBytes)
    throw tooMuch(`\`${printable(shownPath)}\` holds ${size(total)}; a package may hold ${limit}`, files)
  }
}

/** Throws SourceError where there are more files than the limits allow. */
export function checkCount(files: number, shownPath: string, limits: Pick<Limits, 'files'>): void {
  if (files > limits.files) throw tooMany(`more than ${limits.files} files (${files} counted)`, shownPath)
}

/** Throws SourceError where there are more directories than the limits allow. */
export function checkDirectories(directories: number, shownPath: string, limits: Limits): void {
  if (directories > limits.directories) throw tooMany(`more than ${limits.directories} directories`, shownPath)
}

function largest(files: readonly SizedFile[]): readonly SizedFile[] {
  const bySize = files.toSorted((a, b) => b.bytes - a.bytes)
  return bySize.slice(0, LARGEST).map(({ path, bytes }) => ({ path, bytes }))
}

function tooMany(what: string, shownPath: string): SourceError {
  return new SourceError(`\`${printable(shownPath)}\` holds ${what}.`, {
    hint: 'Point `code` at the directory of the app alone, or leave files out by an `.igniteignore`.'
  })
}

function tooMuch(message: string, files: readonly SizedFile[]): SourceError {
  const names = largest(files).map((file) => `\`${printable(file.path)}\` ${size(file.bytes)}`)
  return new SourceError(`${message}. The largest: ${names.join(', ')}.`, {
    hint: 'Leave out what the app does not need by an `.igniteignore`, or move it out of `code`.'
  })
}
