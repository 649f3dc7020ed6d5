import { realpathSync } from 'node:fs'
import { isAbsolute, join, relative, sep } from 'node:path'

/** True where `path` is `directory` or lies below it. Both are absolute. */
export function contains(directory: string, path: string): boolean {
  const way = relative(directory, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** The way from `root` down to `path` with `/` between its parts; empty where they are one. */
export function posixPath(root: string, path: string): string {
  return relative(root, path).split(sep).join('/')
}

/** What `join` gives for a way that is plain, such as a name, without a look at each part of the directory. */
export function entryIn(directory: string, way: string): string {
  return directory.endsWith(sep) ? directory + way : directory + sep + way
}

/** How the user would write the path of something by its path from a root that the user wrote. */
export function shownPathIn(root: string, path: string): string {
  return root === '.' && path !== '' ? path : join(root, path)
}

/** The path with its symlinks resolved, or the path itself where it does not exist. */
export function realOrSame(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
