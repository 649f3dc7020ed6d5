import { SourceError } from '../deploy/errors.ts'
import { COMPILE_LIMITS } from './limits.ts'
import { shown } from './names.ts'

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

/** Throws SourceError, with the largest files named, where the files are more or larger than COMPILE_LIMITS. */
export function checkSizes(files: readonly SizedFile[], shownPath: string): void {
  checkCount(files.length, shownPath)
  const tooLarge = files.find((file) => file.bytes > COMPILE_LIMITS.fileBytes)
  if (tooLarge) {
    const size = readableBytes(tooLarge.bytes)
    const limit = readableBytes(COMPILE_LIMITS.fileBytes)
    throw tooMuch(`\`${shown(tooLarge.path)}\` in \`${shown(shownPath)}\` has ${size}; a file may have ${limit}`, files)
  }
  const total = files.reduce((sum, file) => sum + file.bytes, 0)
  if (total > COMPILE_LIMITS.totalBytes) {
    const limit = readableBytes(COMPILE_LIMITS.totalBytes)
    throw tooMuch(`\`${shown(shownPath)}\` holds ${readableBytes(total)}; a package may hold ${limit}`, files)
  }
}

/** Throws SourceError where there are more files than COMPILE_LIMITS allows. */
export function checkCount(files: number, shownPath: string): void {
  if (files <= COMPILE_LIMITS.files) return
  throw new SourceError(`\`${shown(shownPath)}\` holds more than ${COMPILE_LIMITS.files} files (${files} counted).`, {
    hint: 'Point `code` at the directory of the app alone.'
  })
}

/** Decimal units, one digit after the point: `12.3 MB`. */
export function readableBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`
  if (bytes < 1_000_000) return `${(bytes / 1_000).toFixed(1)} kB`
  if (bytes < 1_000_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`
  return `${(bytes / 1_000_000_000).toFixed(1)} GB`
}

function largest(files: readonly SizedFile[]): readonly SizedFile[] {
  const bySize = files.toSorted((a, b) => b.bytes - a.bytes)
  return bySize.slice(0, LARGEST).map(({ path, bytes }) => ({ path, bytes }))
}

function tooMuch(message: string, files: readonly SizedFile[]): SourceError {
  const names = largest(files).map((file) => `\`${shown(file.path)}\` ${readableBytes(file.bytes)}`)
  return new SourceError(`${message}. The largest: ${names.join(', ')}.`, {
    hint: 'Move what the app does not need out of `code`.'
  })
}
