import { types } from 'node:util'
import { FileChanged } from '../../model/changed-file.ts'
import { SourceError } from '../../model/errors.ts'
import { printable } from './names.ts'

/** The code of a file system error, such as `ENOENT`; undefined for any other error. */
export function codeOf(error: unknown): string | undefined {
  return types.isNativeError(error) && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** What a listed file gives where it is none any more, but gone, below a file, a symlink, a directory or a pipe. */
const CHANGED: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'EISDIR', 'ESPIPE'])

/** A file system error in words that name the file. What is not one comes back as it is. */
export function readFailure(error: unknown, shownPath: string): unknown {
  const code = codeOf(error)
  if (code === undefined) return error
  if (CHANGED.has(code)) return fileChanged(shownPath)
  const { fault, cure } = readFault(code)
  return new SourceError(`\`${printable(shownPath)}\` ${fault}.`, { cause: error, hint: cure })
}

/** Why something cannot be read, as the end of a sentence, and what to do about it. */
export function readFault(code: string): { readonly fault: string; readonly cure: string | undefined } {
  const isDenied = code === 'EACCES' || code === 'EPERM'
  return isDenied
    ? { fault: 'cannot be read: permission denied', cure: 'Give the user of the runner the right to read it.' }
    : { fault: `cannot be read: ${code}`, cure: undefined }
}

/** A file was another one when it was read than when it was listed. */
export function fileChanged(shownPath: string): FileChanged {
  return new FileChanged(`\`${printable(shownPath)}\``)
}

/** Does work on a file; a file system error is thrown in words that name the file. */
export function naming<T>(shownPath: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw readFailure(error, shownPath)
  }
}
