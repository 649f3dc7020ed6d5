import type { ContextPath, InspectedContext } from '../model/packing-port.ts'
import { checkArchive } from './archive/read-archive.ts'
import { CONTEXT_LIMITS } from './files/limits.ts'
import { Findings } from './secrets/findings.ts'
import { type ContextPlace, contextFault, contextTree, locateContext } from './tree/context-tree.ts'
import type { Surroundings } from './tree/find-source.ts'

/**
 * Looks at a context without packing it, for the one report of bad inputs. A wrong `code` or `dockerfile-path` is a Problem;
 * what cannot be packed throws SourceError, as it does when the context is opened.
 */
export async function inspectContext(question: ContextPath & Surroundings): Promise<InspectedContext> {
  const place = locateContext(question, question)
  if ('problem' in place) return { problems: [place.problem] }
  const paths = await pathsIn(place, question)
  const fault = contextFault(place, paths)
  return fault ? { problems: [fault] } : { hasDockerfile: paths.includes('Dockerfile') }
}

async function pathsIn(place: ContextPlace, around: Surroundings): Promise<readonly string[]> {
  if (place.kind === 'directory') return (await contextTree(place, around)).entries.map((entry) => entry.path)
  const { contents } = await checkArchive(place, { limits: CONTEXT_LIMITS, findings: new Findings([]) })
  return contents.paths
}
