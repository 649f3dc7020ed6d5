import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Absolute paths of the submodules of the repository that a directory lies in, as its `.gitmodules` names them. */
export function submodulesAround(directory: string): ReadonlySet<string> {
  const repository = repositoryOf(directory)
  if (repository === undefined) return new Set()
  try {
    const lines = readFileSync(join(repository, '.gitmodules'), 'utf8').split('\n')
    return new Set(lines.flatMap((line) => submodulePath(line) ?? []).map((path) => join(repository, path)))
  } catch {
    return new Set()
  }
}

function submodulePath(line: string): string | undefined {
  const [key = '', ...rest] = line.split('=')
  return key.trim() === 'path' ? rest.join('=').trim().replaceAll('"', '') : undefined
}

/** The nearest directory that has a `.git`. */
function repositoryOf(directory: string): string | undefined {
  if (existsSync(join(directory, '.git'))) return directory
  const parent = dirname(directory)
  return parent === directory ? undefined : repositoryOf(parent)
}
