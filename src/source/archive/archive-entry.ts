/** One entry as the archive states it. */
export type ArchiveEntry = {
  readonly path: string
  readonly kind: 'file' | 'directory' | 'symlink' | 'hardlink' | 'special'
  /** Of the content, in bytes. */
  readonly bytes: number
  /** Where a link leads, as the archive states it. */
  readonly target?: string | undefined
}

/** Sees the content of an entry in pieces; the last one may be empty. */
export type LookAt = (entry: ArchiveEntry, piece: Buffer, isLast: boolean) => void
