import type { Entry } from '../files/entry.ts'
import { OpenFile, readWhole } from '../files/open-file.ts'
import type { ListedTree } from '../tree/listed-tree.ts'
import { BLOCK_BYTES, directoryHeader, paddingAfter, tarHeader } from './tar-header.ts'

/** Sees the content of a file in pieces, in order. */
export type LookAtFile = (shownPath: string, piece: Buffer, isLast: boolean) => void

/** What of a tree goes into a package. */
export type PackedTree = Pick<ListedTree, 'entries' | 'emptyDirectories'>

type Options = {
  /** Sees each content before a slab with its last byte is given. */
  readonly look?: LookAtFile | undefined
  /** Where slabs are taken from; whoever has read one may give it back. */
  readonly pool?: SlabPool
}

/**
 * The bytes of a tar archive in slabs of 1 MiB, the first ones and the last shorter. Files are read straight into the slab,
 * which is three times faster than promises (docs/runner.md, Packing), and only as slabs are asked for, so that a tree of
 * any size needs the memory of a few slabs. Throws SourceError naming the file.
 */
export function* tarSlabs(tree: PackedTree, { look, pool = new SlabPool() }: Options = {}): Generator<Buffer> {
  const slabs = new SlabWriter(pool)
  const append = (header: Buffer) => slabs.append(header.length, (into, from) => header.copy(into, 0, from))
  for (const path of tree.emptyDirectories) yield* append(directoryHeader(path))
  for (const entry of tree.entries) {
    const header = tarHeader(entry)
    const padding = paddingAfter(entry.bytes)
    const member = slabs.reserve(header.length + entry.bytes + padding)
    if (member) writeMember(member, header, entry, look)
    else {
      yield* append(header)
      yield* fileBytes(slabs, entry, look)
      yield* slabs.append(padding, (into) => into.fill(0))
    }
  }
  yield* slabs.append(2 * BLOCK_BYTES, (into) => into.fill(0))
  yield* slabs.rest()
}

/** Most files fit into what is left of a slab, and take no generator then. */
function writeMember(into: Buffer, header: Buffer, entry: Entry, look?: LookAtFile): void {
  const end = header.length + entry.bytes
  header.copy(into)
  const content = readWhole(entry, into.subarray(header.length, end))
  if (content.length > 0) look?.(entry.shownPath, content, true)
  into.fill(0, end)
}

function* fileBytes(slabs: SlabWriter, entry: Entry, look?: LookAtFile): Generator<Buffer> {
  using file = new OpenFile(entry)
  yield* slabs.append(entry.bytes, (into, from) => {
    file.fill(into, from)
    look?.(entry.shownPath, into, from + into.length === entry.bytes)
  })
  file.confirm()
}

class SlabWriter {
  readonly #pool: SlabPool
  #slab: Buffer
  #used = 0
  #given = 0

  constructor(pool: SlabPool) {
    this.#pool = pool
    this.#slab = pool.take(slabBytes(0))
  }

  #next(): Buffer {
    const full = this.#slab
    this.#given += 1
    this.#slab = this.#pool.take(slabBytes(this.#given))
    this.#used = 0
    return full
  }

  /** So much of the slab, to be written at once; undefined where that would not leave a rest of it. */
  reserve(bytes: number): Buffer | undefined {
    const end = this.#used + bytes
    if (end >= this.#slab.length) return undefined
    const reserved = this.#slab.subarray(this.#used, end)
    this.#used = end
    return reserved
  }

  /** Lets `write` fill `bytes` bytes, in as many pieces as slabs are touched, and gives the slabs that became full. */
  *append(bytes: number, write: (into: Buffer, from: number) => void): Generator<Buffer> {
    for (let done = 0; done < bytes; ) {
      const piece = Math.min(bytes - done, this.#slab.length - this.#used)
      write(this.#slab.subarray(this.#used, this.#used + piece), done)
      done += piece
      this.#used += piece
      if (this.#used === this.#slab.length) yield this.#next()
    }
  }

  *rest(): Generator<Buffer> {
    if (this.#used > 0) yield this.#slab.subarray(0, this.#used)
  }
}

const SLAB_BYTES = 1 << 20

/** Small, so that compressing begins at once, and the two cores of a runner share a package of a few files. */
const FIRST_BYTES = [1 << 17, 1 << 17, 1 << 18, 1 << 19]

/** How large a slab is, by its number from 0. The bytes of a package depend on it. */
export function slabBytes(number: number): number {
  return FIRST_BYTES[number] ?? SLAB_BYTES
}

/** Slabs that are used again and again: fresh ones would heap up as garbage faster than it is collected. */
export class SlabPool {
  readonly #free: Buffer[] = []

  /** A slab of at most 1 MiB, with whatever was in it before. */
  take(bytes: number): Buffer {
    return (this.#free.pop() ?? Buffer.allocUnsafeSlow(SLAB_BYTES)).subarray(0, bytes)
  }

  /** Gives back a slab, or the part of one that was used, that nobody will read any more. */
  give(used: Buffer): void {
    this.#free.push(Buffer.from(used.buffer as ArrayBuffer))
  }
}
