import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { credentialFound, guarded } from './credentials.ts'
import { gzip } from './gzip.ts'
import { tarSlabs } from './tar-slabs.ts'
import type { Entry } from './walk.ts'

/** A package that is made while it is read. */
export type PackageStream = {
  /** The .tar.gz, in order. */
  readonly chunks: AsyncGenerator<Buffer>
  /** Hex sha256 of the tar; to be asked after the last chunk. */
  readonly digest: () => string
}

/**
 * Packs entries in the order given. Only a few slabs are in memory at a time, whatever the tree. Reading the chunks
 * throws SourceError naming the file, where one changed, cannot be read, or holds one of the credentials.
 */
export function streamPackage(entries: readonly Entry[], credentials: readonly string[]): PackageStream {
  const hash = createHash('sha256')
  const refuse = (credential: Buffer): never => {
    const culprit = entries.find((entry) => readFileSync(entry.file).includes(credential))
    throw credentialFound(culprit?.shownPath ?? 'code')
  }
  function* hashed(): Generator<Buffer> {
    for (const slab of guarded(tarSlabs(entries), credentials, refuse)) {
      hash.update(slab)
      yield slab
    }
  }
  return { chunks: gzip(hashed()), digest: () => hash.digest('hex') }
}
