import { existsSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'
import { nearest } from '../model/values/near-name.ts'
import { printable } from './files/names.ts'
import { exclusionOf, exclusionOfWhole } from './rules/exclusions.ts'

const IGNORE_FILES = ['.dockerignore', '.igniteignore']
const DEEPEST = 64
/** Of a name so many letters: one of them may differ. A shorter one is as likely another's. */
const LETTERS_OF_NEAR = 8

/**
 * Why a file or directory that a build looks for was not sent, and what to do, as sentences. Where the build keeps the context is not
 * known, so an absolute path is tried from its longest end. Undefined where it was sent.
 */
export function whyLeftOut(
  wanted: string,
  { root, paths }: { readonly root: string; readonly paths: readonly string[] }
): string | undefined {
  const ends = endsOf(wanted)
  if (ends.some((end) => paths.some((path) => path === end || path.startsWith(`${end}/`)))) return undefined
  const found = ends.find((end) => existsSync(join(root, end)))
  return found === undefined ? notThere(ends[0] ?? wanted, paths) : byWhichRule(found, root)
}

/** `a/b.txt`, `b.txt` of `/a/b.txt`. */
function endsOf(wanted: string): readonly string[] {
  const parts = posix
    .normalize(wanted)
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
  return parts.slice(-DEEPEST).map((_, at, last) => last.slice(at).join('/'))
}

function notThere(name: string, paths: readonly string[]): string {
  const names = paths.map((path) => posix.basename(path))
  const base = posix.basename(name)
  const meant = nearest(base, names, Math.floor(base.length / LETTERS_OF_NEAR))
  const other = meant === undefined ? undefined : paths[names.indexOf(meant)]
  const lacks = `\`code\` has no \`${printable(name)}\``
  return other === undefined
    ? `${lacks}. Paths in a Dockerfile begin at \`code\`: correct the path, or make the file in a step before this one.`
    : `${lacks}, but \`${printable(other)}\`. Paths in a Dockerfile begin at \`code\`: write \`${printable(other)}\` there.`
}

function byWhichRule(path: string, root: string): string {
  const shown = `\`${printable(path)}\` lies in \`code\` and was left out`
  const isFile = statSync(join(root, path), { throwIfNoEntry: false })?.isFile() ?? true
  switch (exclusionOfWhole(path, isFile)) {
    case 'keep':
      return `${shown} by ${ignoreFilesIn(root)}: remove the line there, or add \`!${printable(path)}\` below it.`
    case 'never':
      return `${shown}: it may never be packed. Let the build do without it.`
    case 'withhold': {
      const part = printable(partLeftOut(path, isFile))
      return `${shown} by default, because \`${part}\` is likely to hold secrets. What the app reads as it runs belongs in the input \`env\`; \`!${part}\` in an ignore file takes it back.`
    }
    case 'skip': {
      const part = printable(partLeftOut(path, isFile))
      return `${shown} by default, with \`${part}\`. Make it in the Dockerfile, with the command that installs or builds it; \`!${part}\` in an ignore file takes it back.`
    }
  }
}

/** The name that the default rules know, of the file or of a directory above it. */
function partLeftOut(path: string, isFile: boolean): string {
  const parts = path.split('/')
  const at = parts.findIndex(
    (_, end) => exclusionOf(parts.slice(0, end + 1).join('/'), isFile && end === parts.length - 1) !== 'keep'
  )
  return parts[at] ?? path
}

function ignoreFilesIn(root: string): string {
  const present = IGNORE_FILES.filter((name) => existsSync(join(root, name))).map((name) => `\`${name}\``)
  return present.join(' or ') || 'an ignore file'
}
