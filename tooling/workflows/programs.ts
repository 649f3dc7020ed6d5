import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Pinned programs that come from registries: those of Go by path and version, those that are packages of Python by name. */
export type Programs = { readonly go: readonly string[]; readonly python: readonly string[] }

/** The programs cannot be had on this machine, and why. */
export class NoProgramsError extends Error {
  override readonly name = 'NoProgramsError'
}

/**
 * Installs programs into a folder of their own, once for these versions, and says where they lie, in the order of PATH.
 * @throws {NoProgramsError} where Go or Python is missing, or a registry cannot be reached
 */
export function installPrograms(folder: string, { go, python }: Programs): readonly string[] {
  const versions = [...go, ...python].join('\n')
  const bin = path.join(folder, 'bin')
  const venv = path.join(folder, 'venv')
  const scripts = path.join(venv, process.platform === 'win32' ? 'Scripts' : 'bin')
  // Written last, so that a folder that was left half made is made anew.
  const complete = path.join(folder, 'versions.txt')
  if (!existsSync(complete) || readFileSync(complete, 'utf8') !== versions) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    for (const program of go) install('go', ['install', program], { GOBIN: bin })
    install('python3', ['-m', 'venv', venv])
    install(path.join(scripts, 'python'), ['-m', 'pip', 'install', '--quiet', ...python])
    writeFileSync(complete, versions)
  }
  return [bin, scripts]
}

function install(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): void {
  try {
    execFileSync(program, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8'
    })
  } catch (cause) {
    throw new NoProgramsError(`${path.basename(program)} ${args.join(' ')}: ${lastWords(cause)}`, { cause })
  }
}

function lastWords(cause: unknown): string {
  const { code, stderr } = cause as { readonly code?: string; readonly stderr?: string }
  if (code === 'ENOENT') return 'it is not installed here'
  return stderr?.trim().split('\n').at(-1) ?? String(cause)
}
