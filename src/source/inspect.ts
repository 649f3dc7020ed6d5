import type { CodePath, CodeQuestion, InspectedCode } from '../model/ports/inspection-port.ts'
import type { FoundCode } from '../model/ports/packing-port.ts'
import { type DetectedRuntime, detectRuntimes, runtimeOfFile } from './detect-runtime.ts'
import { type Listing, listCode, pathsIn, type SourceOptions } from './listing.ts'
import { noHandler, noRuntime, otherRuntime, severalRuntimes } from './runtime-problems.ts'
import { type FoundSource, findSource, nothingIn } from './tree/find-source.ts'

/**
 * Looks at the code without packing it, for the one report of bad inputs. A wrong `code` or `runtime` is a Problem; a file
 * in the tree or the archive that cannot be packed throws SourceError.
 */
export async function inspect(question: CodeQuestion, options: SourceOptions): Promise<InspectedCode> {
  const place = findSource(question, options)
  if ('problem' in place) return { problems: [place.problem] }
  const listing = await listCode(place, options)
  const paths = pathsIn(listing)
  if (paths.length === 0) return { problems: [nothingIn(place, listing.kind === 'tree' ? listing.tree.withheld : [])] }
  const found = foundCode(question, listing, options)
  if (question.runtime) {
    const problem =
      question.runtime === 'python' ? noHandler(place, paths) : otherRuntime(place, question.runtime, paths)
    return problem ? { problems: [problem] } : { runtime: question.runtime, runtimeFrom: undefined, found }
  }
  const detected = detectedIn(place, paths)
  const [only, ...others] = detected
  if (!only) return { problems: [noRuntime(place, paths)] }
  if (others.length > 0) return { problems: [severalRuntimes(place, detected)] }
  return { runtime: only.runtime, runtimeFrom: only.from, found }
}

/** What packs is loaded by who packs. */
function foundCode(code: CodePath, listing: Listing, options: SourceOptions): FoundCode {
  return {
    pack: async () => {
      const { packFound } = await import('./pack.ts')
      return await packFound(code, listing, options)
    }
  }
}

function detectedIn({ kind, name }: FoundSource, paths: readonly string[]): readonly DetectedRuntime[] {
  if (kind !== 'source') return detectRuntimes(paths)
  const runtime = runtimeOfFile(name)
  return runtime ? [{ runtime, from: name }] : []
}
