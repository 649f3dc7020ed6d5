import type { Stats } from 'node:fs'
import type { SizedFile } from './contents.ts'

/** A file to pack. The last four tell whether it is still the same file when it is read. */
export type Entry = SizedFile & {
  /** Absolute path of the file, without symlinks. */
  readonly file: string
  /** As the user would write the path, for texts. */
  readonly shownPath: string
  readonly executable: boolean
  readonly dev: number
  readonly ino: number
  readonly mtimeMs: number
}

/** An entry for a file that has just been looked at. */
export function entryOf(
  file: { readonly path: string; readonly real: string; readonly shownPath: string },
  stats: Stats
): Entry {
  const { dev, ino, mtimeMs, size } = stats
  const executable = (stats.mode & 0o100) !== 0
  return { path: file.path, file: file.real, shownPath: file.shownPath, bytes: size, executable, dev, ino, mtimeMs }
}

/** What a thing is that is no file, directory or symlink. */
export function specialKind(stats: Stats): string {
  if (stats.isFIFO()) return 'a FIFO'
  if (stats.isSocket()) return 'a socket'
  return 'a device'
}
