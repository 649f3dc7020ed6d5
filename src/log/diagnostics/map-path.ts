import type { PathIndex } from './path-index.ts'

/** The code as it was packed. */
export type PackedCode = {
  /** The code's root in the repository: `.`, `services/api`. */
  readonly root: string
  readonly paths: PathIndex
}

const LONGEST_PATH = 1024
const DEEPEST = 64

/** What lies under these belongs to a toolchain or a library, whatever its name. */
const LIBRARIES =
  /^\/(?:bin|boot|dev|etc|lib|lib64|proc|sbin|sys)(?:\/|$)|^\/usr\/(?!src|local\/src)|\/(?:\.cargo|\.rustup|rustlib|rustc|registry\/src|git\/checkouts|pkg\/mod|node_modules|deno-dir|site-packages|dist-packages)(?:\/|$)|\/lib\/python\d/

/**
 * The path in the repository of the packed file that a tool means, undefined where it means another. Where the platform
 * unpacked the archive is not known: an absolute path is matched from its end, the longest match wins. A relative path
 * is taken as it is, else for the one packed file that ends so.
 */
export function mapPath(written: string, code: PackedCode): string | undefined {
  const packed = packedPath(written, code.paths)
  return packed === undefined ? undefined : inRepository(packed, code.root)
}

/** The same, relative to the archive's root. */
export function packedPath(written: string, paths: PathIndex): string | undefined {
  const path = written.length > LONGEST_PATH ? undefined : readPath(written)
  if (path === undefined) return undefined
  if (path.startsWith('/')) return bySuffix(path, paths)
  return paths.has(path) ? path : paths.onlyOneEndingIn(path)
}

export function isAbsolute(written: string): boolean {
  return written.startsWith('/') || written.startsWith('file:')
}

/** Without scheme, `.` and `..`; undefined where it leaves its root or is no path of ours to begin with. */
function readPath(written: string): string | undefined {
  const path = written.startsWith('file:///') ? decoded(written.slice('file://'.length)) : written
  if (path === undefined || /^\/?[a-z][\w+.-]*:/i.test(path)) return undefined
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return (path.startsWith('/') ? '/' : '') + parts.join('/')
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

function bySuffix(path: string, paths: PathIndex): string | undefined {
  let slash = 0
  for (let depth = 0; slash !== -1 && depth < DEEPEST; depth++) {
    const suffix = path.slice(slash + 1)
    if (paths.has(suffix)) return LIBRARIES.test(path.slice(0, slash)) ? undefined : suffix
    slash = path.indexOf('/', slash + 1)
  }
  return undefined
}

function inRepository(packed: string, root: string): string | undefined {
  const parts = root.split('/').filter((part) => part !== '' && part !== '.')
  return root.startsWith('/') || parts.includes('..') ? undefined : [...parts, packed].join('/')
}
