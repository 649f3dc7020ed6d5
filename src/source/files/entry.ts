import type { Stats } from 'node:fs'
import { entryIn, shownPathIn } from './containment.ts'
import type { SizedFile } from './contents.ts'
import type { Purpose } from './limits.ts'

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
  return { file, shownPath, bytes: stats.size, dev: deviceOf(stats, platform), ino: stats.ino, mtimeMs: stats.mtimeMs }
}

/** Where a tree lies and what it is for: one for all of its files. */
export type Tree = {
  readonly root: string
  readonly shownRoot: string
  readonly purpose: Purpose
  readonly platform: NodeJS.Platform
}

/** A file of a tree, of which there may be a hundred thousand: what follows from its path is not kept beside it. */
export class TreeEntry implements Entry {
  readonly path: string
  readonly bytes: number
  readonly dev: number | undefined
  readonly ino: number
  readonly mtimeMs: number
  readonly executable: boolean
  readonly #tree: Tree
  /** Where a symlink leads to. */
  readonly #elsewhere: string | undefined

  constructor(tree: Tree, { path, real }: { readonly path: string; readonly real: string }, stats: Stats) {
    this.path = path
    this.bytes = stats.size
    this.dev = deviceOf(stats, tree.platform)
    this.ino = stats.ino
    this.mtimeMs = stats.mtimeMs
    this.executable = isExecutable(stats, tree)
    this.#tree = tree
    this.#elsewhere = real === entryIn(tree.root, path) ? undefined : real
  }

  get file(): string {
    return this.#elsewhere ?? entryIn(this.#tree.root, this.path)
  }

  get shownPath(): string {
    return shownPathIn(this.#tree.shownRoot, this.path)
  }
}

function deviceOf(stats: Stats, platform: NodeJS.Platform): number | undefined {
  return platform === 'win32' ? undefined : stats.dev
}

/** Windows does not say which files are programs; docker takes all of a context for such there. */
function isExecutable(stats: Stats, { purpose, platform }: Tree): boolean {
  return platform === 'win32' && purpose === 'context' ? true : (stats.mode & 0o100) !== 0
}

/** What a thing is that is no file, directory or symlink. */
export function specialKind(stats: Stats): string {
  if (stats.isFIFO()) return 'a FIFO'
  if (stats.isSocket()) return 'a socket'
  return 'a device'
}
