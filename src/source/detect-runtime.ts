import { posix } from 'node:path'
import { RUNTIMES, type Runtime } from '../model/plan.ts'

/** The files at the root that tell a runtime, the surest first. */
const MARKERS: Readonly<Record<Runtime, readonly string[]>> = {
  python: ['handler.py'],
  rust: ['Cargo.toml', 'lib.rs'],
  go: ['go.mod', 'handler.go', 'main.go'],
  deno: ['deno.json', 'deno.jsonc', 'main.ts', 'main.js']
}

/** A runtime and the file that told it. */
export type DetectedRuntime = { readonly runtime: Runtime; readonly from: string }

/** Every runtime that the files at the root of a tree speak for. One is an answer; none or several are a question. */
export function detectRuntimes(paths: readonly string[]): readonly DetectedRuntime[] {
  const present = new Set(paths)
  return RUNTIMES.flatMap((runtime) => {
    const from = MARKERS[runtime].find((marker) => present.has(marker))
    return from === undefined ? [] : [{ runtime, from }]
  })
}

/** An app that lies deeper is not what was meant by the directory that was named, but for a name that only apps have. */
const DEEPEST = 2

/** The apps in the directories below the root, by the file that told each: those that lie nearest to it. */
export function detectBelow(paths: readonly string[]): readonly DetectedRuntime[] {
  const byDirectory = Map.groupBy(paths, (path) => posix.dirname(path))
  const apps = [...byDirectory].flatMap(([directory, inside]) => {
    const depth = directory.split('/').length
    const [first] = directory === '.' ? [] : detectRuntimes(inside.map((path) => posix.basename(path)))
    const isMeant = depth <= DEEPEST || first?.from === 'handler.py'
    return first && isMeant ? [{ ...first, from: `${directory}/${first.from}`, depth }] : []
  })
  const nearest = Math.min(...apps.map(({ depth }) => depth))
  return apps.filter(({ depth }) => depth === nearest).map(({ runtime, from }) => ({ runtime, from }))
}

/** The runtime of a source file that is deployed alone. Python's has to have the name that the platform starts. */
export function runtimeOfFile(name: string): Runtime | undefined {
  if (name === 'handler.py') return 'python'
  if (name.endsWith('.rs')) return 'rust'
  if (name.endsWith('.go')) return 'go'
  return name.endsWith('.ts') ? 'deno' : undefined
}

/** For texts: every file that would have told a runtime. */
export const ALL_MARKERS = RUNTIMES.flatMap((runtime) => MARKERS[runtime]).join(', ')
