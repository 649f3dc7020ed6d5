import { posix } from 'node:path'
import { Problem } from '../model/errors.ts'
import { RUNTIMES, type Runtime } from '../model/plan.ts'
import { checkArchive } from './archive/read-archive.ts'
import { ALL_MARKERS, detectRuntimes, runtimeOfFile } from './detect-runtime.ts'
import { type Contents, checkSizes, contentsOf } from './files/contents.ts'
import { COMPILE_LIMITS } from './files/limits.ts'
import { printable } from './files/names.ts'
import { Findings } from './secrets/findings.ts'
import { type CodePath, type FoundSource, findSource, nothingIn, type Surroundings } from './tree/find-source.ts'
import { walk } from './tree/walk.ts'

/** What `code` holds, and which runtime it is for. */
export type InspectedSource = Contents & {
  readonly kind: 'directory' | 'file' | 'archive'
  readonly runtime: Runtime
  /** The file that told the runtime; undefined where the user named it. */
  readonly runtimeFrom: string | undefined
  /** Paths that stay out because they are likely to hold secrets; directories end with `/`. */
  readonly withheld: readonly string[]
  /** Such files in an archive that the user made: they are sent. */
  readonly exposed: readonly string[]
}

export type Inspection = { readonly problems: readonly Problem[] } | InspectedSource

/** What is asked about: where the code lies, and the runtime where the user named one. */
export type InspectionRequest = CodePath & Surroundings & { readonly runtime: Runtime | undefined }

type SourceContents = Omit<InspectedSource, 'runtime' | 'runtimeFrom'>

/**
 * Looks at the code without packing it, for the one report of bad inputs. A wrong `code` or `runtime` is a Problem; a file
 * in the tree or the archive that cannot be packed throws SourceError.
 */
export async function inspect(question: CodeQuestion, options: SourceOptions): Promise<InspectedCode> {
  const place = findSource(question, options)
  if ('problem' in place) return { problems: [place.problem] }
  const listing = await listCode(place, options)
  const { paths } = filesIn(listing)
  if (paths.length === 0) return { problems: [nothingIn(place, listing.kind === 'tree' ? listing.tree.withheld : [])] }
  const found = foundCode(question, listing, options)
  if (question.runtime) {
    const problem = question.runtime === 'python' ? noHandler(place, paths) : undefined
    return problem ? { problems: [problem] } : { runtime: question.runtime, runtimeFrom: undefined, found }
  }
  const detected = detectedIn(place, paths)
  const [only, ...others] = detected
  if (!only) return { problems: [noRuntime(place, paths)] }
  if (others.length > 0) return { problems: [severalRuntimes(place, detected)] }
  return { runtime: only.runtime, runtimeFrom: only.from, found }
}

async function contentsAt(place: FoundSource, around: Surroundings): Promise<SourceContents> {
  if (place.kind === 'directory') {
    const { exclude } = around
    const { entries, withheld } = await walk({ root: place.real, shownRoot: place.shownPath, exclude })
    return { kind: 'directory', ...contentsOf(entries), withheld, exposed: [] }
  }
  if (place.kind === 'source') {
    const files = [{ path: posix.basename(place.real), bytes: place.bytes }]
    checkSizes(files, place.shownPath, COMPILE_LIMITS)
    return { kind: 'file', ...contentsOf(files), withheld: [], exposed: [] }
  }
  const { contents } = await checkArchive(place, { limits: COMPILE_LIMITS, findings: new Findings([]) })
  return { kind: 'archive', ...contents, withheld: [] }
}

function ofFile(found: SourceContents): ReturnType<typeof detectRuntimes> {
  return found.paths.flatMap((from) => {
    const runtime = runtimeOfFile(from)
    return runtime ? [{ runtime, from }] : []
  })
}

function noRuntime(place: FoundSource, found: SourceContents): Problem {
  const name = `\`${printable(place.shownPath)}\``
  const lacks = found.kind === 'file' ? `${name} has no name that tells a runtime` : `${name} tells no runtime`
  const looked = found.kind === 'file' ? 'handler.py, *.rs, *.go, *.ts' : `${ALL_MARKERS} at its root`
  const message = `${lacks} (looked for ${looked})`
  const runtime = `\`runtime\` to ${choice(RUNTIMES)}`
  if (!found.paths.includes('Dockerfile')) {
    return new Problem({ inputs: ['runtime'], message: `${message}.`, fix: `Set ${runtime}.` })
  }
  return new Problem({
    inputs: ['dockerfile-path', 'runtime'],
    message: `${message}, and holds a Dockerfile.`,
    fix: `Set \`dockerfile-path: Dockerfile\` to build an image from it, or ${runtime}.`
  })
}

function severalRuntimes(place: FoundSource, detected: ReturnType<typeof detectRuntimes>): Problem {
  const could = detected.map(({ runtime, from }) => `${runtime} (${from})`)
  return new Problem({
    inputs: ['runtime'],
    message: `\`${printable(place.shownPath)}\` could be ${choice(could)}.`,
    fix: `Set \`runtime\` to ${choice(detected.map(({ runtime }) => runtime))}.`
  })
}

function choice(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
}
