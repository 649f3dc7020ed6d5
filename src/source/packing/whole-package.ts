import type { Findings } from '../secrets/findings.ts'
import { streamPackage } from './stream-package.ts'
import type { PackedTree } from './tar-slabs.ts'

/** A package that was made, in pieces. */
type WholePackage = { readonly chunks: readonly Buffer[]; readonly digest: string }

/**
 * Packs a tree in memory. Every file is read once: it is looked into, hashed and compressed from the same bytes. Throws the
 * reason of `stop`, and what `streamPackage` and the findings throw.
 */
export async function wholePackage(tree: PackedTree, findings: Findings, stop: AbortSignal): Promise<WholePackage> {
  const { chunks, digest } = streamPackage(tree, (...piece) => {
    stop.throwIfAborted()
    findings.look(...piece)
  })
  return { chunks: await Array.fromAsync(chunks), digest: digest() }
}
