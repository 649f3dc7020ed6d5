import type { Stats } from 'node:fs'
import type { SizedFile } from './contents.ts'

/** A file as it was found. The last three and its size tell whether it is still the same when it is read. */
export type ListedFile = {
  /** Absolute path of the file, without symlinks. */
  readonly file: string
  /** As the user would write the path, for texts. */
  readonly shownPath: string
  readonly bytes: number
  /** Undefined on Windows, which tells another one of an open file. */
  readonly dev: number | undefined
  readonly ino: number
  readonly mtimeMs: number
}

/** A file to pack. */
export type Entry = SizedFile & ListedFile & { readonly executable: boolean }

/** A file that has just been looked at. */
export function listedFile(
  { file, shownPath }: Pick<ListedFile, 'file' | 'shownPath'>,
  stats: Stats,
  platform: NodeJS.Platform = process.platform
): ListedFile {
  const { ino, mtimeMs, size } = stats
  return { file, shownPath, bytes: size, dev: platform === 'win32' ? undefined : stats.dev, ino, mtimeMs }
}

/** What a thing is that is no file, directory or symlink. */
export function specialKind(stats: Stats): string {
  if (stats.isFIFO()) return 'a FIFO'
  if (stats.isSocket()) return 'a socket'
  return 'a device'
}
