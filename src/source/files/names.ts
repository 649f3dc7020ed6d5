import { isAscii } from './byte-order.ts'
import { PATH_LIMITS } from './limits.ts'

const SHOWN_CHARACTERS = 200
const SHORT_BYTES = Math.min(PATH_LIMITS.nameBytes, 2 * PATH_LIMITS.depth)

/** A path for texts: what is invisible or could be taken for a workflow command is escaped, what is very long is cut. */
export function printable(path: string): string {
  const escaped = path
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (each) => `\\u{${(each.codePointAt(0) ?? 0).toString(16)}}`)
    .replaceAll('##[', '\\u{23}#[')
  return escaped.length <= SHOWN_CHARACTERS ? escaped : `${escaped.slice(0, SHOWN_CHARACTERS)}…`
}

/** A name of unknown encoding for texts: every byte that is not printable ASCII is escaped. */
export function printableBytes(name: Buffer): string {
  const escaped = (each: string) => `\\x${each.charCodeAt(0).toString(16).padStart(2, '0')}`
  return printable(name.toString('latin1').replace(/[^\x20-\x7e]/g, escaped))
}

/** Undefined where the bytes are not UTF-8. */
export function decodeName(name: Buffer): string | undefined {
  const text = name.toString()
  // A name may hold a real U+FFFD, so only the way back tells a replaced byte from it.
  return !text.includes('\uFFFD') || Buffer.from(text).equals(name) ? text : undefined
}

/**
 * What is wrong with a path inside a package (docs/runner.md, Packing), as the end of a sentence; undefined where
 * nothing is. The path is relative to the root, with `/` between its parts.
 */
export function pathFault(path: string): string | undefined {
  if (path === '') return 'has no name'
  if (path.startsWith('/')) return 'is an absolute path'
  if (/^[A-Za-z]:/.test(path)) return 'starts with a drive letter'
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(path)) return 'has a control character in its name'
  if (path.includes('\\')) return 'has a backslash in its name'
  if (path.includes('##[')) return 'has a name that the runner reads as a command'
  if (/(^|\/)\.\.(\/|$)/.test(path)) return 'leads upwards with `..`'
  if (/(^|\/)\.?(\/|$)/.test(path)) return 'has an empty part or `.` in its path'
  const bytes = Buffer.byteLength(path)
  // A short path has neither a long name nor many levels.
  const parts = bytes > SHORT_BYTES ? path.split('/') : []
  if (parts.some((part) => Buffer.byteLength(part) > PATH_LIMITS.nameBytes)) {
    return `has a name over ${PATH_LIMITS.nameBytes} bytes`
  }
  if (parts.length > PATH_LIMITS.depth) return `lies more than ${PATH_LIMITS.depth} levels deep`
  if (bytes > PATH_LIMITS.bytes) return `has a path over ${PATH_LIMITS.bytes} bytes`
  return undefined
}

/**
 * Names in one directory that differ only in case or in Unicode normalization, in pairs: they are one name on some file
 * systems. Of two such names one at least is not spelled as it is folded, so that only what folds to the same is remembered.
 */
export function twinsIn(paths: readonly string[]): readonly (readonly [string, string])[] {
  const doubtful = new Set(
    prefixesOf(paths)
      .map(nameOf)
      .filter((name) => fold(name) !== name)
      .map(fold)
  )
  /** The first prefix of each folded form, and beside them those that are spelled otherwise. */
  const first = new Map<string, string>()
  const others = new Set<string>()
  const twins: (readonly [string, string])[] = []
  for (const prefix of doubtful.size > 0 ? prefixesOf(paths) : []) {
    const name = fold(nameOf(prefix))
    if (!doubtful.has(name)) continue
    const folded = parentOf(prefix) + name
    const known = first.get(folded)
    if (known === undefined) first.set(folded, prefix)
    else if (known !== prefix && !others.has(prefix)) {
      others.add(prefix)
      twins.push([known, prefix])
    }
  }
  return twins
}

/** Each path and the directories above it, but for those that the path before lies in or is. */
function* prefixesOf(paths: readonly string[]): Generator<string> {
  let before = ''
  for (const path of paths) {
    yield path
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const prefix = path.slice(0, end)
      if (before === prefix || before.startsWith(path.slice(0, end + 1))) break
      yield prefix
    }
    before = path
  }
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Upper case first, because it is the step that makes `ß` and `SS` equal. Most paths are ASCII, and fold to themselves. */
function fold(path: string): string {
  if (isAscii(path)) return path.toLowerCase()
  return path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC')
}
