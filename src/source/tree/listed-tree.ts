import type { Remark } from '../../model/ports/packing-port.ts'
import type { Entry } from '../files/entry.ts'
import type { Purpose } from '../files/limits.ts'
import type { Rules } from '../rules/decide.ts'
import type { IgnoreFile } from '../rules/ignore-file.ts'

/** What of a directory is to be packed. */
export type ListedTree = {
  /** In byte order of their paths. */
  readonly entries: readonly Entry[]
  /** Directories of a context that hold nothing which is packed; an image gets them too. In byte order. */
  readonly emptyDirectories: readonly string[]
  /** Names of directories left out by default, each once. In byte order. */
  readonly skipped: readonly string[]
  /** Paths left out because they are likely to hold secrets; directories end with `/`. In byte order. */
  readonly withheld: readonly string[]
  readonly remarks: readonly Remark[]
}

export type WalkRoot = {
  /** Absolute path of the directory, without symlinks. */
  readonly root: string
  /** The directory as the user wrote it. */
  readonly shownRoot: string
  /** Absolute paths of what is never packed. Those that do not lie inside the root mean nothing here. */
  readonly exclude: readonly string[]
  /** `code` where left out. */
  readonly purpose?: Purpose
  /** Rules besides those of the `.igniteignore` files in the tree. */
  readonly rules?: Rules
  /** The file that they come from, where there is one. */
  readonly rulesFrom?: IgnoreFile | undefined
  /** The one name in the root that is listed. Where it is a symlink, it may lead anywhere in the workspace. */
  readonly single?: { readonly name: string; readonly workspace: string }
  /** The system that the tree lies on; this one where left out. */
  readonly platform?: NodeJS.Platform
}
