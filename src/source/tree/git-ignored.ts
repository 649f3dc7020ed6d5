import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Remark } from '../../model/ports/packing-port.ts'
import { enumerate, grouped, size } from '../../model/values/words.ts'
import type { SizedFile } from '../files/contents.ts'
import { printable } from '../files/names.ts'

/** In milliseconds. It is asked for one line of the log. */
const LONGEST_GIT = 10_000
const MOST_OUTPUT = 64 * 1024 * 1024
const SHOWN = 5
const IGNORE_FILES = ['.igniteignore', '.dockerignore']

type PackedRoot = { readonly kind: string; readonly directory: string }

/**
 * What git ignores and is packed all the same, as one remark: asked where a whole repository is packed and nobody has
 * written down what to leave out. Without git, or where git does not answer, nothing is said.
 */
export async function gitIgnored(
  { kind, directory }: PackedRoot,
  entries: readonly SizedFile[]
): Promise<readonly Remark[]> {
  if (kind !== 'directory' || !existsSync(join(directory, '.git'))) return []
  if (IGNORE_FILES.some((name) => existsSync(join(directory, name)))) return []
  const names = await ignoredBy(directory, entries)
  return names.size === 0 ? [] : [remark(gathered(entries, names))]
}

async function ignoredBy(directory: string, entries: readonly SizedFile[]): Promise<ReadonlySet<string>> {
  // It takes a tenth of the start of Node, and most packages are asked nothing of.
  const { execFile } = await import('node:child_process')
  const { promise, resolve } = Promise.withResolvers<ReadonlySet<string>>()
  // A watcher that the repository configures would be a program of its own.
  const asked = ['-c', 'core.fsmonitor=false', '-C', directory, 'check-ignore', '-z', '--stdin']
  const options = { timeout: LONGEST_GIT, maxBuffer: MOST_OUTPUT, windowsHide: true }
  // It ends with 1 where it ignores nothing.
  const git = execFile('git', asked, options, (error, stdout) =>
    resolve(new Set(error ? [] : stdout.split('\0').filter((name) => name !== '')))
  )
  git.stdin?.on('error', () => undefined)
  git.stdin?.end(entries.map(({ path }) => path).join('\0'))
  return await promise
}

/** Paths and their bytes: of a directory all of whose files are ignored, the directory. Largest first. */
function gathered(entries: readonly SizedFile[], names: ReadonlySet<string>): readonly (readonly [string, number])[] {
  const kept = new Set(entries.flatMap(({ path }) => (names.has(path) ? [] : directoriesOf(path))))
  const bytesOf = new Map<string, number>()
  for (const { path, bytes } of entries) {
    if (!names.has(path)) continue
    const name = directoriesOf(path).find((directory) => !kept.has(directory)) ?? path
    bytesOf.set(name, (bytesOf.get(name) ?? 0) + bytes)
  }
  return [...bytesOf].sort(([, one], [, other]) => other - one)
}

/** `a/`, `a/b/` of `a/b/c`. */
function directoriesOf(path: string): readonly string[] {
  return Array.from(path.matchAll(/\//g), ({ index }) => path.slice(0, index + 1))
}

function remark(found: readonly (readonly [string, number])[]): Remark {
  const shown = found.slice(0, SHOWN)
  const more = found.length > shown.length ? [`${grouped(found.length - shown.length)} more`] : []
  const things = shown.map(([name, bytes]) => `\`${printable(name)}\` (${size(bytes)})`)
  const lines = shown.map(([name]) => `\`/${printable(name)}\``)
  return {
    level: 'notice',
    text:
      `Git ignores ${enumerate([...things, ...more])}, and ${found.length === 1 ? 'it is' : 'they are'} packed all the same: ` +
      `\`.gitignore\` is not read. To leave ${found.length === 1 ? 'it' : 'them'} out, write ${enumerate(lines)} into an ` +
      `\`.igniteignore\`${shown.length > 1 ? ', one a line' : ''}.`
  }
}
