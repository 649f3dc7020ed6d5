import { SourceError } from '../model/errors.ts'
import type { ContextPath } from '../model/ports/inspection-port.ts'
import { contextTree, locateContext } from './tree/context-tree.ts'
import type { Surroundings } from './tree/find-source.ts'

/** Files that are on the disk, and that the platform has from elsewhere. */
type Checkout = {
  /** Absolute; undefined where there is no directory that could be walked. */
  readonly root: string | undefined
  /** Relative to the root. */
  readonly paths: readonly string[]
}

/** Of what is not in the workspace. */
export const NO_CHECKOUT: Checkout = { root: undefined, paths: [] }

/** What a context has that the platform clones by itself. That it cannot be walked here is no failure. */
export async function listCheckout(source: ContextPath, around: Surroundings): Promise<Checkout> {
  const place = locateContext(source, around)
  if ('problem' in place || place.kind !== 'directory') return NO_CHECKOUT
  try {
    const { entries } = await contextTree(place, around)
    return { root: place.directory, paths: entries.map((entry) => entry.path) }
  } catch (error) {
    if (error instanceof SourceError) return NO_CHECKOUT
    throw error
  }
}
