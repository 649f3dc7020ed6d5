import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import { BLOCK_BYTES, fileHeaderLike, paddingAfter } from '../packing/tar-header.ts'
import type { ArchiveEntry } from './archive-entry.ts'

/** Of one chain; Linux follows as many symlinks. */
const MOST_LINKS = 40

/** Headers that only describe the entry after them, or all of them. */
const DESCRIBING = new Set(['x', 'X', 'g', 'L', 'K', 'N'])

/** Where an entry lies in a tar archive. Its header may be preceded by headers that describe it. */
type TarPlace = { readonly from: number; readonly header: number; readonly content: number; readonly end: number }

/** The file that a hard link stands for: it may lead to another one, and its target counts from the root of the archive. */
export function fileBehind(link: ArchiveEntry, byPath: ReadonlyMap<string, ArchiveEntry>): ArchiveEntry | undefined {
  let found: ArchiveEntry | undefined = link
  for (let links = 0; found?.kind === 'hardlink' && links < MOST_LINKS; links++) {
    found = byPath.get(posix.normalize(found.target ?? ''))
  }
  return found?.kind === 'file' ? found : undefined
}

/**
 * The same archive with a file in the place of each hard link, which not every program unpacks. `entries` are those of the tar,
 * in its order.
 */
export function withoutHardLinks(
  tar: Buffer,
  entries: readonly ArchiveEntry[]
): { readonly slabs: readonly Buffer[]; readonly digest: string } {
  const places = placesIn(tar, entries.length)
  const byPath = new Map(entries.map((entry) => [posix.normalize(entry.path), entry]))
  const placeOf = new Map(entries.map((entry, index) => [entry, places[index] as TarPlace]))
  const slabs = entries.flatMap((entry) => {
    const place = placeOf.get(entry) as TarPlace
    const file = entry.kind === 'hardlink' ? fileBehind(entry, byPath) : undefined
    if (!file) return [tar.subarray(place.from, place.end)]
    const { content } = placeOf.get(file) as TarPlace
    const header = fileHeaderLike(tar.subarray(place.header, place.header + BLOCK_BYTES), file.bytes)
    const padding = Buffer.alloc(paddingAfter(file.bytes))
    return [tar.subarray(place.from, place.header), header, tar.subarray(content, content + file.bytes), padding]
  })
  const whole = [...slabs, Buffer.alloc(2 * BLOCK_BYTES)]
  const hash = createHash('sha256')
  for (const slab of whole) hash.update(slab)
  return { slabs: whole, digest: hash.digest('hex') }
}

function placesIn(tar: Buffer, count: number): readonly TarPlace[] {
  const places: TarPlace[] = []
  for (let from = 0, at = 0; places.length < count; ) {
    const bytes = Number.parseInt(tar.toString('latin1', at + 124, at + 136), 8) || 0
    const content = at + BLOCK_BYTES
    const end = content + bytes + paddingAfter(bytes)
    if (!DESCRIBING.has(tar.toString('latin1', at + 156, at + 157))) {
      places.push({ from, header: at, content, end })
      from = end
    }
    at = end
  }
  return places
}
