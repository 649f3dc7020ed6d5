import { existsSync } from 'node:fs'
import path from 'node:path'

/**
 * Where a directory lies in the repository that holds it: annotations attach by paths from there, also where it was
 * checked out below the workspace. Without a repository the workspace counts. Undefined where it lies outside of that.
 */
export function repositoryPlace(directory: string, workspace: string): string | undefined {
  if (relativePlace(workspace, directory) === undefined) return undefined
  let top = directory
  while (top !== workspace && !existsSync(path.join(top, '.git'))) top = path.dirname(top)
  return relativePlace(top, directory)
}

/** With `/`, whatever the system writes; undefined where the way leads out. */
export function relativePlace(from: string, to: string, system: path.PlatformPath = path): string | undefined {
  const parts = system.relative(from, to).split(system.sep)
  return parts[0] === '..' || system.isAbsolute(parts.join(system.sep)) ? undefined : parts.join('/')
}
