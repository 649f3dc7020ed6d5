import { posix } from 'node:path'
import { SourceError } from '../deploy/errors.ts'
import { type Contents, checkCount, checkSizes, contentsOf } from './contents.ts'
import { verdictOnWhole } from './exclusions.ts'
import { COMPILE_LIMITS } from './limits.ts'
import { pathFault, refuseTwins, shown } from './names.ts'

/** An archive that the user made. */
export type Archive = { readonly bytes: Buffer; readonly shownPath: string }

/** One entry as the archive states it. Nothing of it has been checked. */
export type ArchiveEntry = {
  readonly path: string
  readonly kind: 'file' | 'directory' | 'symlink' | 'hardlink' | 'special'
  /** Of the content, in bytes. */
  readonly bytes: number
  /** Where a link leads, as the archive states it. */
  readonly target?: string | undefined
}

/** What an archive holds, after the checks. */
export type ArchiveContents = Contents & {
  /** Files likely to hold secrets. They are sent, since an archive is not repacked, so the log must name them. */
  readonly exposed: readonly string[]
}

type ByPath = ReadonlyMap<string, ArchiveEntry>

/** Holds an archive to the rules of a tree (docs/runner.md 3.4). Throws SourceError naming the archive and the entry. */
export function checkEntries(stated: readonly ArchiveEntry[], shownPath: string): ArchiveContents {
  const entries = stated.map((entry) => ({ ...entry, path: plainPath(entry) })).filter((entry) => entry.path !== '')
  checkCount(entries.filter((entry) => entry.kind !== 'directory').length, shownPath)
  if (entries.length > COMPILE_LIMITS.files + COMPILE_LIMITS.directories) {
    throw new SourceError(`\`${shown(shownPath)}\` has more than ${COMPILE_LIMITS.directories} directories.`)
  }
  for (const entry of entries) refuse(entry, ownFault(entry), shownPath)
  const byPath = new Map<string, ArchiveEntry>()
  for (const entry of entries) {
    const same = byPath.get(entry.path)
    const repeated = same !== undefined && !(same.kind === 'directory' && entry.kind === 'directory')
    refuse(entry, repeated ? 'is there twice' : undefined, shownPath)
    byPath.set(entry.path, entry)
  }
  for (const entry of entries) refuse(entry, placeFault(entry, byPath), shownPath)
  refuseTwins([...byPath.keys()], shownPath)
  const files = entries.filter((entry) => entry.kind !== 'directory')
  checkSizes(files, shownPath)
  const exposed = files.map((file) => file.path).filter((path) => verdictOnWhole(path, true) === 'withhold')
  return { ...contentsOf(files), exposed }
}

/** `tar -C dir .` writes `./` before every path, and directories end with `/`. */
function plainPath(entry: ArchiveEntry): string {
  const path = entry.path.replace(/^(\.\/)+/, '')
  if (entry.kind !== 'directory') return path
  return path === '.' ? '' : path.replace(/\/$/, '')
}

function refuse(entry: ArchiveEntry, fault: string | undefined, shownPath: string): void {
  if (fault === undefined) return
  throw new SourceError(`The entry \`${shown(entry.path)}\` of \`${shown(shownPath)}\` ${fault}.`, {
    hint: 'Make the archive again without it, or point `code` at the directory.'
  })
}

function ownFault(entry: ArchiveEntry): string | undefined {
  if (entry.kind === 'special') return 'is no file, directory or link'
  const never = verdictOnWhole(entry.path, entry.kind === 'file') === 'never'
  return pathFault(entry.path) ?? (never ? 'may never be packed' : undefined)
}

function placeFault(entry: ArchiveEntry, byPath: ByPath): string | undefined {
  for (const parent of parentsOf(entry.path)) {
    const kind = byPath.get(parent)?.kind
    if (kind !== undefined && kind !== 'directory') return `lies below \`${shown(parent)}\`, which is no directory`
  }
  if (entry.kind === 'hardlink') {
    const isFile = byPath.get(withoutDot(entry.target ?? ''))?.kind === 'file'
    return isFile ? undefined : 'is a hard link to no file of the archive'
  }
  return entry.kind === 'symlink' ? symlinkFault(entry, byPath) : undefined
}

function parentsOf(path: string): readonly string[] {
  const parts = path.split('/')
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('/'))
}

/**
 * A `..` after a name could lead through another symlink to anywhere, so only leading ones are taken: no parent of an
 * entry is a symlink, which makes those mean what they say. The rest leads down, at most to links held to the same rule.
 */
function symlinkFault(link: ArchiveEntry, byPath: ByPath): string | undefined {
  const target = link.target ?? ''
  if (posix.isAbsolute(target) || /^[A-Za-z]:|\\/.test(target)) return 'is a symlink out of the archive'
  if (/(^|\/)(?!\.\.\/)[^/]+\/(.*\/)?\.\.(\/|$)/.test(target)) return 'is a symlink with `..` after a name'
  const place = resolved(link)
  if (place === '..' || place.startsWith('../')) return 'is a symlink out of the archive'
  return leadsNowhere(link, byPath) ? 'is a symlink to nothing in the archive' : undefined
}

function leadsNowhere(link: ArchiveEntry, byPath: ByPath): boolean {
  const seen = new Set<string>()
  let at: ArchiveEntry | undefined = link
  while (at?.kind === 'symlink') {
    if (seen.has(at.path)) return true
    seen.add(at.path)
    const place = resolved(at)
    at = byPath.get(place)
    if (!at) return place !== '.' && ![...byPath.keys()].some((path) => path.startsWith(`${place}/`))
  }
  return false
}

function resolved(link: ArchiveEntry): string {
  return posix.join(posix.dirname(link.path), link.target ?? '').replace(/(?<=.)\/$/, '')
}

function withoutDot(path: string): string {
  return path.replace(/^(\.\/)+/, '')
}
