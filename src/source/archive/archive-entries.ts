import { SourceError } from '../../model/errors.ts'
import type { Remark } from '../../model/ports/packing-port.ts'
import {
  type Contents,
  checkCount,
  checkDirectories,
  checkSizes,
  contentsOf,
  type SizedFile
} from '../files/contents.ts'
import { LIMITS, type Purpose } from '../files/limits.ts'
import { pathFault, printable } from '../files/names.ts'
import { checkTwins } from '../files/twins.ts'
import { exclusionOfWhole } from '../rules/exclusions.ts'
import type { ArchiveEntry } from './archive-entry.ts'
import { byPath, placeFault } from './archive-links.ts'
import { fileBehind } from './hard-links.ts'

/** What an archive holds, after the checks. */
export type ArchiveContents = Contents & {
  /** Its files, without symlinks; of code, a hard link is the file that it stands for. */
  readonly held: readonly SizedFile[]
  /** Files likely to hold secrets. They are sent, since an archive is not repacked, so the log must name them. */
  readonly exposed: readonly string[]
  readonly remarks: readonly Remark[]
}

/** Holds an archive to the rules of a tree (docs/runner.md, Packing). Throws SourceError naming archive and entry. */
export function checkEntries(stated: readonly ArchiveEntry[], shownPath: string, purpose: Purpose): ArchiveContents {
  const limits = LIMITS[purpose]
  const isRoot = (entry: ArchiveEntry) => entry.kind === 'directory' && entry.path === ''
  const entries = stated.map((entry) => ({ ...entry, path: plainPath(entry) })).filter((entry) => !isRoot(entry))
  const stored = entries.filter((entry) => entry.kind !== 'directory')
  checkCount(stored.length, shownPath, limits)
  checkDirectories(entries.length - stored.length, shownPath, limits)
  for (const entry of entries) refuse(entry, ownFault(entry), shownPath)
  const repeated = firstRepeated(entries)
  if (repeated) refuse(repeated, 'is there twice', shownPath)
  const known = byPath(entries)
  for (const entry of entries) refuse(entry, placeFault(entry, known), shownPath)
  const remarks = checkTwins([...known.keys()], shownPath, purpose)
  const files = purpose === 'code' ? stored.map((file) => asSent(file, known)) : stored
  checkSizes(files, shownPath, limits)
  const exposed = files.map((file) => file.path).filter((path) => exclusionOfWhole(path, true) === 'withhold')
  const held = files.filter(({ kind }) => kind !== 'symlink')
  return { ...contentsOf(files), held, exposed, remarks }
}

/** Of code, a hard link is sent as the file that it stands for. */
function asSent(file: ArchiveEntry, known: ReadonlyMap<string, ArchiveEntry>): ArchiveEntry {
  return file.kind === 'hardlink' ? { ...file, bytes: fileBehind(file, known)?.bytes ?? 0 } : file
}

/** As a tree would name it: `tar -C dir .` writes `./` before every path, and directories end with `/`. */
export function plainPath(entry: ArchiveEntry): string {
  const path = entry.path.replace(/^(\.\/)+/, '')
  if (entry.kind !== 'directory') return path
  return path === '.' ? '' : path.replace(/\/$/, '')
}

function refuse(entry: ArchiveEntry, fault: string | undefined, shownPath: string): void {
  if (fault === undefined) return
  throw new SourceError(`The entry \`${printable(entry.path)}\` of \`${printable(shownPath)}\` ${fault}.`, {
    hint:
      entry.kind === 'hardlink'
        ? 'Make the archive again with `tar --hard-dereference`, or point `code` at the directory.'
        : 'Make the archive again without it, or point `code` at the directory.'
  })
}

function ownFault(entry: ArchiveEntry): string | undefined {
  if (entry.kind === 'special') return 'is no file, directory or link'
  const fault = pathFault(entry.path)
  if (fault) return fault
  return exclusionOfWhole(entry.path, entry.kind === 'file') === 'never' ? 'may never be packed' : undefined
}

/** A directory may be named twice; which of two files a reader keeps, nobody knows. */
function firstRepeated(entries: readonly ArchiveEntry[]): ArchiveEntry | undefined {
  const kinds = new Map<string, ArchiveEntry['kind']>()
  return entries.find(({ path, kind }) => {
    const before = kinds.get(path)
    kinds.set(path, kind)
    return before !== undefined && !(before === 'directory' && kind === 'directory')
  })
}
