import { posix } from 'node:path'
import type { ArchiveEntry } from './archive-entry.ts'
import { fileBehind } from './hard-links.ts'

/** Every entry by its path, and every directory that is only implied by what lies in it. */
type ByPath = ReadonlyMap<string, ArchiveEntry>

export function byPath(entries: readonly ArchiveEntry[]): ByPath {
  const found = new Map(entries.map((entry) => [entry.path, entry]))
  for (const { path } of entries) {
    for (const parent of parentsOf(path)) {
      if (!found.has(parent)) found.set(parent, { path: parent, kind: 'directory', bytes: 0 })
    }
  }
  return found
}

/**
 * What is wrong with where an entry lies or leads, as the end of a sentence. No entry may lie below a link, so the
 * parents of every path are directories, and the checked target of a link is the place that it really leads to.
 */
export function placeFault(entry: ArchiveEntry, entries: ByPath): string | undefined {
  if (parentsOf(entry.path).some((parent) => entries.get(parent)?.kind !== 'directory')) {
    return 'lies below something that is no directory'
  }
  if (entry.kind === 'hardlink')
    return fileBehind(entry, entries) ? undefined : 'is a hard link to no file of the archive'
  return entry.kind === 'symlink' ? symlinkFault(entry, entries) : undefined
}

function symlinkFault(link: ArchiveEntry, entries: ByPath): string | undefined {
  const target = link.target ?? ''
  // After a name, `..` could lead on from another link's target instead of from where it stands.
  const down = target.replace(/^(\.\.?(\/|$))*/, '')
  if (posix.isAbsolute(target) || down.split('/').includes('..')) return 'is a symlink out of the archive'
  const place = posix.join(posix.dirname(link.path), target).replace(/\/$/, '')
  if (place === '..' || place.startsWith('../')) return 'is a symlink out of the archive'
  if (place === '.' || link.path.startsWith(`${place}/`)) return 'is a symlink to a directory above it'
  const found = entries.get(place)
  if (!found) return 'is a symlink to nothing in the archive'
  // A link to a link could be one of a loop; a tree that was packed by `tar -h` has none.
  return found.kind === 'symlink' ? 'is a symlink to another symlink' : undefined
}

function parentsOf(path: string): readonly string[] {
  const parts = path.split('/')
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('/'))
}
