import { posix } from 'node:path'
import { Problem } from '../model/errors.ts'
import { RUNTIMES } from '../model/plan.ts'
import { enumerate } from '../model/values/words.ts'
import { ALL_MARKERS, type DetectedRuntime, detectBelow } from './detect-runtime.ts'
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
      ? `Set ${runtime}.`
      : `Python apps begin with \`handler.py\`: rename ${quoted(otherPython)}, or point \`code\` at the directory that holds it. ` +
        `For another language, set ${runtime}.`
  return (
    tooHigh(place, message, detectBelow(paths)) ?? new Problem({ inputs: ['runtime'], message: `${message}.`, fix })
  )
}

/** What is wrong where Python code has the file that the platform starts in a directory alone. */
export function noHandler(place: FoundSource, paths: readonly string[]): Problem | undefined {
  if (place.kind === 'source' || paths.includes('handler.py')) return undefined
  const below = detectBelow(paths).filter(({ runtime }) => runtime === 'python')
  return tooHigh(place, `${quoted(place.shownPath)} has no handler.py at its root`, below)
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
  const found = below.slice(0, SHOWN_APPS).map(({ from }) => quoted(from))
  const more = below.length > SHOWN_APPS ? ` and ${below.length - SHOWN_APPS} more` : ''
  const directory = posix.dirname(first.from)
  const isArchive = place.kind !== 'directory'
  return new Problem({
    inputs: ['code'],
    message: `${message}, but found ${more === '' ? enumerate(found) : `${found.join(', ')}${more}`}.`,
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
