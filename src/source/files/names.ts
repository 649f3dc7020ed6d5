import { isAscii } from './byte-order.ts'
import { PATH_LIMITS } from './limits.ts'

const SHOWN_CHARACTERS = 200

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
  const parts = path.split('/')
  if (parts.includes('..')) return 'leads upwards with `..`'
  if (parts.includes('.') || parts.includes('')) return 'has an empty part or `.` in its path'
  if (parts.some((part) => Buffer.byteLength(part) > PATH_LIMITS.nameBytes)) {
    return `has a name over ${PATH_LIMITS.nameBytes} bytes`
  }
  if (parts.length > PATH_LIMITS.depth) return `lies more than ${PATH_LIMITS.depth} levels deep`
  if (Buffer.byteLength(path) > PATH_LIMITS.bytes) return `has a path over ${PATH_LIMITS.bytes} bytes`
  return undefined
}

/**
 * Names in one directory that differ only in case or in Unicode normalization, in pairs: they are one name on some file
 * systems.
 */
export function twinsIn(paths: readonly string[]): readonly (readonly [string, string])[] {
  /** The first prefix of each folded form, and beside them those that are spelled otherwise. */
  const first = new Map<string, string>()
  const others = new Set<string>()
  const twins: (readonly [string, string])[] = []
  for (const path of paths) {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
      const prefix = path.slice(0, end)
      const folded = fold(prefix)
      const known = first.get(folded)
      if (known === prefix || others.has(prefix)) break
      if (known === undefined) first.set(folded, prefix)
      else {
        others.add(prefix)
        if (parentOf(known) === parentOf(prefix)) twins.push([known, prefix])
      }
    }
  }
  return twins
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

/** Upper case first, because it is the step that makes `ß` and `SS` equal. Most paths are ASCII, and fold to themselves. */
function fold(path: string): string {
  if (isAscii(path)) return path.toLowerCase()
  return path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC')
}
