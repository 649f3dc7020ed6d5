import { posix } from 'node:path'
import type { Problem } from '../model/errors.ts'
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
 * in the tree or the archive that cannot be packed throws SourceError, as it does when it is packed.
 */
export async function inspect(question: InspectionRequest): Promise<Inspection> {
  const place = findSource(question, question)
  if ('problem' in place) return { problems: [place.problem] }
  const found = await contentsAt(place, question)
  if (found.files === 0) return { problems: [nothingIn(place)] }
  if (question.runtime) return { ...found, runtime: question.runtime, runtimeFrom: undefined }
  const detected = found.kind === 'file' ? ofFile(found) : detectRuntimes(found.paths)
  const [only, ...others] = detected
  if (!only) return { problems: [noRuntime(place, found)] }
  if (others.length > 0) return { problems: [severalRuntimes(place, detected)] }
  return { ...found, runtime: only.runtime, runtimeFrom: only.from }
}

async function contentsAt(place: FoundSource, around: Surroundings): Promise<SourceContents> {
  if (place.kind === 'directory') {
    const { exclude } = around
    const { entries, withheld } = await walk({ root: place.file, shownRoot: place.shownPath, exclude })
    return { kind: 'directory', ...contentsOf(entries), withheld, exposed: [] }
  }
  if (place.kind === 'source') {
    const files = [{ path: posix.basename(place.file), bytes: place.bytes }]
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
  const runtime = `\`runtime\` to ${choice(WITHOUT_PYTHON)}`
  const python = pythonFix(found.paths)
  if (!found.paths.includes('Dockerfile')) {
    const fix = python === undefined ? `Set ${runtime}.` : `${python} For another language, set ${runtime}.`
    return { inputs: ['runtime'], message: `${message}.`, fix }
  }
  return {
    inputs: ['dockerfile-path', 'runtime'],
    message: `${message}, and holds a Dockerfile.`,
    fix: `Set \`dockerfile-path: Dockerfile\` to build an image from it, or ${runtime}.`
  }
}

/** To name Python would not help: its app is started by the handler.py that is not there. */
const WITHOUT_PYTHON = RUNTIMES.filter((runtime) => runtime !== 'python')

function pythonFix(paths: readonly string[]): string | undefined {
  const begin = 'Python apps begin with `handler.py`:'
  const deeper = paths.find((path) => path.endsWith('/handler.py'))
  if (deeper !== undefined) return `${begin} \`${printable(deeper)}\` was found, so point \`code\` at its directory.`
  const other = paths.find((path) => path.endsWith('.py'))
  if (other === undefined) return undefined
  return `${begin} rename \`${printable(other)}\`, or point \`code\` at the directory that holds it.`
}

function severalRuntimes(place: FoundSource, detected: ReturnType<typeof detectRuntimes>): Problem {
  const could = detected.map(({ runtime, from }) => `${runtime} (${from})`)
  return {
    inputs: ['runtime'],
    message: `\`${printable(place.shownPath)}\` could be ${choice(could)}.`,
    fix: `Set \`runtime\` to ${choice(detected.map(({ runtime }) => runtime))}.`
  }
}

function choice(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
}
