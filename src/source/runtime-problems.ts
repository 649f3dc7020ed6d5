import { posix } from 'node:path'
import { Problem } from '../model/errors.ts'
import { RUNTIMES, type Runtime } from '../model/plan.ts'
import { enumerate, firstOf } from '../model/values/words.ts'
import { ALL_MARKERS, type DetectedRuntime, detectBelow, detectRuntimes } from './detect-runtime.ts'
import { printable } from './files/names.ts'
import type { FoundSource } from './tree/find-source.ts'

const SHOWN_APPS = 3

/** To name Python would not help: its app is started by the handler.py that is not there. */
const WITHOUT_PYTHON = RUNTIMES.filter((runtime) => runtime !== 'python')

/** Nothing at the root tells what the code is for. */
export function noRuntime(place: FoundSource, paths: readonly string[]): Problem {
  const isFile = place.kind === 'source'
  const name = quoted(place.shownPath)
  const lacks = isFile ? `${name} has no name that tells a runtime` : `${name} tells no runtime`
  const looked = isFile ? 'handler.py, *.rs, *.go, *.ts' : `${ALL_MARKERS} at its root`
  const message = `${lacks} (looked for ${looked})`
  const runtime = `\`runtime\` to ${choice(WITHOUT_PYTHON)}`
  if (paths.includes('Dockerfile')) {
    return new Problem({
      inputs: ['dockerfile-path', 'runtime'],
      message: `${message}, and holds a Dockerfile.`,
      fix: `Set \`dockerfile-path: Dockerfile\` to build an image from it, or ${runtime}.`
    })
  }
  const otherPython = paths.find((path) => path.endsWith('.py'))
  const fix =
    otherPython === undefined
      ? `Point \`code\` at the directory of the app, or set ${runtime}.`
      : `${renamed(otherPython)} For another language, set ${runtime}.`
  return (
    tooHigh(place, message, detectBelow(paths)) ?? new Problem({ inputs: ['runtime'], message: `${message}.`, fix })
  )
}

/** What is wrong where Python code has the file that the platform starts in a directory alone. */
export function noHandler(place: FoundSource, paths: readonly string[]): Problem | undefined {
  if (place.kind === 'source' || paths.includes('handler.py')) return undefined
  const below = detectBelow(paths).filter(({ runtime }) => runtime === 'python')
  const message = `${quoted(place.shownPath)} has no handler.py at its root`
  return tooHigh(place, message, below) ?? misnamed(message, paths)
}

function misnamed(message: string, paths: readonly string[]): Problem | undefined {
  const other = paths.find((path) => path.endsWith('.py') && !path.includes('/'))
  return other === undefined
    ? undefined
    : new Problem({ inputs: ['code'], message: `${message}.`, fix: renamed(other) })
}

function renamed(path: string): string {
  return `Python apps begin with \`handler.py\`: rename ${quoted(path)}, or point \`code\` at the directory that holds it.`
}

/** The ends of the names that a runtime's code has. */
const ENDS: Readonly<Record<Runtime, readonly string[]>> = {
  python: ['.py'],
  rust: ['.rs'],
  go: ['.go'],
  deno: ['.ts', '.js', '.mjs', '.tsx', '.jsx']
}

/** What is wrong where no file is of the runtime that is named, and another's app lies there. */
export function otherRuntime(place: FoundSource, runtime: Runtime, paths: readonly string[]): Problem | undefined {
  const detected = detectRuntimes(paths)
  const isOwn =
    detected.some((each) => each.runtime === runtime) ||
    paths.some((path) => ENDS[runtime].some((end) => path.endsWith(end)))
  const [found] = detected
  if (isOwn || !found) return undefined
  return new Problem({
    inputs: ['runtime'],
    message: `${quoted(place.shownPath)} holds no file of \`runtime: ${runtime}\`, but ${quoted(found.from)}, which is ${found.runtime}.`,
    fix: `Remove \`runtime\`, or point \`code\` at the directory that holds the ${runtime} code.`
  })
}

export function severalRuntimes(place: FoundSource, detected: readonly DetectedRuntime[]): Problem {
  const could = detected.map(({ runtime, from }) => `${runtime} (${from})`)
  return new Problem({
    inputs: ['runtime'],
    message: `${quoted(place.shownPath)} could be ${choice(could)}.`,
    fix: `Set \`runtime\` to ${choice(detected.map(({ runtime }) => runtime))}.`
  })
}

/** `code` names a directory above the app, or the archive was made of one. */
function tooHigh(place: FoundSource, message: string, below: readonly DetectedRuntime[]): Problem | undefined {
  const [first] = below
  if (!first) return undefined
  const found = below.map(({ from }) => quoted(from))
  const directory = posix.dirname(first.from)
  const isArchive = place.kind !== 'directory'
  return new Problem({
    inputs: ['code'],
    message: `${message}, but found ${found.length > SHOWN_APPS ? firstOf(found, SHOWN_APPS) : enumerate(found)}.`,
    fix: isArchive
      ? `Make the archive inside ${quoted(directory)}, so that ${quoted(posix.basename(first.from))} lies at its root.`
      : `Point \`code\` at ${quoted(posix.join(place.shownPath, directory))}.`
  })
}

function quoted(path: string): string {
  return `\`${printable(path)}\``
}

function choice(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
}
