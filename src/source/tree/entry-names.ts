import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { SourceError } from '../../model/errors.ts'
import { naming } from '../files/file-faults.ts'
import { decodeName, printable, printableBytes } from '../files/names.ts'

/** The names in a directory. Throws SourceError where it cannot be read, or a name is not UTF-8. */
export function entryNames(directory: string, shownPath: string): readonly string[] {
  const names = naming(shownPath, () => readdirSync(directory))
  // A name that is not UTF-8 is read with a U+FFFD; that may also stand in one that is.
  if (!names.some((name) => name.includes('\uFFFD'))) return names
  return naming(shownPath, () => readdirSync(directory, { encoding: 'buffer' })).map((bytes) => {
    const name = decodeName(bytes)
    if (name !== undefined) return name
    throw new SourceError(`\`${join(printable(shownPath), printableBytes(bytes))}\` has a name that is not UTF-8.`, {
      hint: 'Rename it.'
    })
  })
}
