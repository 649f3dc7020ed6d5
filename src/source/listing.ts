import { dirname } from 'node:path'
import { SourceError } from '../model/errors.ts'
import type { CodePath, ContextPath } from '../model/ports/inspection-port.ts'
import type { CheckedArchive } from './archive/read-archive.ts'
import type { Purpose } from './files/limits.ts'
import { type ContextPlace, contextFault, contextTree, locateContext } from './tree/context-tree.ts'
import { type FoundSource, findSource, type Surroundings } from './tree/find-source.ts'
import type { ListedTree } from './tree/listed-tree.ts'
import { walk } from './tree/walk.ts'

/** What is to know beside the source. `credentials` are the run's own: a package that holds one of them is refused. */
export type SourceOptions = Surroundings & {
  readonly credentials: readonly string[]
  /** Nobody waits for a large package any more when it is aborted; its reason is thrown. */
  readonly stop: AbortSignal
}

/** A directory or a single file, with the files of it that are packed. They have not been read yet. */
export type TreeListing = { readonly kind: 'tree'; readonly place: FoundSource; readonly tree: ListedTree }

/** An archive of the user's. It has been read and checked. */
export type ArchiveListing = {
  readonly kind: 'archive'
  readonly place: FoundSource
  readonly archive: CheckedArchive
  readonly purpose: Purpose
}

export type Listing = TreeListing | ArchiveListing

/** Looks at code. Throws SourceError naming what cannot be packed. */
export async function listCode(place: FoundSource, options: SourceOptions): Promise<Listing> {
  if (place.kind === 'zip' || place.kind === 'tar.gz') return await listArchive(place, options, 'code')
  const { name, directory, shownPath } = place
  const { workspace, exclude } = options
  const root =
    place.kind === 'directory'
      ? { shownRoot: shownPath }
      : { shownRoot: dirname(shownPath), single: { name, workspace } }
  return { kind: 'tree', place, tree: await walk({ root: directory, exclude, ...root }) }
}

/** The same of a context. */
export async function listContext(place: ContextPlace, options: SourceOptions): Promise<Listing> {
  if (place.kind !== 'directory') return await listArchive(place, options, 'context')
  return { kind: 'tree', place, tree: await contextTree(place, options) }
}

/** Looks at code once more, where that it is wrong is no question of inputs any longer. Throws SourceError. */
export async function listCodeAgain(code: CodePath, options: SourceOptions): Promise<Listing> {
  const place = findSource(code, options)
  if ('problem' in place) throw new SourceError(place.problem.message, { hint: place.problem.fix })
  return await listCode(place, options)
}

/** The same of a context. */
export async function listContextAgain(source: ContextPath, options: SourceOptions): Promise<Listing> {
  const place = locateContext(source, options)
  if ('problem' in place) throw new SourceError(place.problem.message, { hint: place.problem.fix })
  const listing = await listContext(place, options)
  const fault = contextFault(place, pathsIn(listing))
  if (fault) throw new SourceError(fault.message, { hint: fault.fix })
  return listing
}

export function pathsIn(listing: Listing): readonly string[] {
  return listing.kind === 'tree' ? listing.tree.entries.map(({ path }) => path) : listing.archive.contents.paths
}

async function listArchive(place: FoundSource, { credentials }: SourceOptions, purpose: Purpose): Promise<Listing> {
  const { checkArchive } = await import('./archive/read-archive.ts')
  return { kind: 'archive', place, archive: await checkArchive(place, { purpose, credentials }), purpose }
}
