import { types } from 'node:util'
import { SourceError } from '../../model/errors.ts'
import { printable } from './names.ts'

/** A file was another one when it was read than when it was listed. Packing once more may succeed. */
export class FileChanged extends SourceError {
  constructor(shownPath: string) {
    super(`\`${printable(shownPath)}\` changed while it was being packed.`, {
      hint: 'Let the steps that write files end before the deployment starts.'
    })
  }
}

/** The code of a file system error, such as `ENOENT`; undefined for any other error. */
export function codeOf(error: unknown): string | undefined {
  return types.isNativeError(error) && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** A file system error in words that name the file. What is not one comes back as it is. */
export function readFailure(error: unknown, shownPath: string): unknown {
  const code = codeOf(error)
  if (code === undefined) return error
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP') return new FileChanged(shownPath)
  const denied = code === 'EACCES' || code === 'EPERM'
  return new SourceError(`\`${printable(shownPath)}\` cannot be read: ${denied ? 'permission denied' : code}.`, {
    cause: error,
    hint: denied ? 'Give the user of the runner the right to read it.' : undefined
  })
}

/** Does work on a file; a file system error is thrown in words that name the file. */
export function naming<T>(shownPath: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw readFailure(error, shownPath)
  }
}
