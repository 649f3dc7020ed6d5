import { createHash } from 'node:crypto'
import { gzip } from './gzip.ts'
import { type LookAtFile, type PackedTree, SlabPool, tarSlabs } from './tar-slabs.ts'

/** A package that is made while it is read. */
type PackageStream = {
  /** The .tar.gz, in order. */
  readonly chunks: AsyncGenerator<Buffer>
  /** Hex sha256 of the tar; to be asked after the last chunk. */
  readonly digest: () => string
}

/**
 * Packs a tree in the order given. Only a few slabs are in memory at a time, whatever the tree. Reading the chunks
 * throws SourceError naming the file, where one changed or cannot be read, and whatever `look` throws.
 */
export function streamPackage(tree: PackedTree, look?: LookAtFile): PackageStream {
  const hash = createHash('sha256')
  const pool = new SlabPool()
  function* hashed(): Generator<Buffer> {
    for (const slab of tarSlabs(tree, { look, pool })) {
      hash.update(slab)
      yield slab
    }
  }
  return { chunks: gzip(hashed(), { done: (slab) => pool.give(slab) }), digest: () => hash.digest('hex') }
}
