import { existsSync } from 'node:fs'
import { join, posix } from 'node:path'
import { printable } from './files/names.ts'
import { exclusionOf, exclusionOfWhole } from './rules/exclusions.ts'

const IGNORE_FILES = ['.dockerignore', '.igniteignore']
const DEEPEST = 64

/**
 * Why a file or directory that a build looks for was not sent, as a sentence. Where the build keeps the context is not
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
  const elsewhere = paths.find((path) => path.endsWith(`/${posix.basename(name)}`))
  const hint = elsewhere === undefined ? '' : `, but \`${printable(elsewhere)}\``
  return `\`code\` has no \`${printable(name)}\`${hint}.`
}

function byWhichRule(path: string, root: string): string {
  const shown = `\`${printable(path)}\` lies in \`code\` and was left out`
  switch (exclusionOfWhole(path, true)) {
    case 'keep':
      return `${shown} by ${ignoreFilesIn(root)}.`
    case 'never':
      return `${shown}: it may never be packed.`
    case 'withhold':
      return `${shown} by default, because \`${printable(partLeftOut(path))}\` is likely to hold secrets.`
    case 'skip':
      return `${shown} by default, with \`${printable(partLeftOut(path))}\`.`
  }
}

/** The name that the default rules know, of the file or of a directory above it. */
function partLeftOut(path: string): string {
  const parts = path.split('/')
  const at = parts.findIndex(
    (_, end) => exclusionOf(parts.slice(0, end + 1).join('/'), end === parts.length - 1) !== 'keep'
  )
  return parts[at] ?? path
}

function ignoreFilesIn(root: string): string {
  const present = IGNORE_FILES.filter((name) => existsSync(join(root, name))).map((name) => `\`${name}\``)
  return present.join(' or ') || 'an ignore file'
}
