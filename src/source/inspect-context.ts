import type { ContextPath, InspectedContext } from '../model/ports/inspection-port.ts'
import type { FoundContext } from '../model/ports/packing-port.ts'
import { type Listing, listContext, pathsIn, type SourceOptions } from './listing.ts'
import { contextFault, locateContext } from './tree/context-tree.ts'

/**
 * Looks at a context without packing it, for the one report of bad inputs. A wrong `code` or `dockerfile-path` is a Problem;
 * what cannot be packed throws SourceError.
 */
export async function inspectContext(source: ContextPath, options: SourceOptions): Promise<InspectedContext> {
  const place = locateContext(source, options)
  if ('problem' in place) return { problems: [place.problem] }
  const listing = await listContext(place, options)
  const paths = pathsIn(listing)
  const fault = contextFault(place, paths)
  if (fault) return { problems: [fault] }
  return { hasDockerfile: paths.includes('Dockerfile'), found: foundContext(source, listing, options) }
}

/** What opens is loaded by who opens. */
function foundContext(source: ContextPath, listing: Listing, options: SourceOptions): FoundContext {
  return {
    open: async () => {
      const { openFound } = await import('./open-context.ts')
      return await openFound(source, listing, options)
    }
  }
}
