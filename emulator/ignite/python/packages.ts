import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PreparationError } from '../running/runtime.ts'

const run = promisify(execFile)

const INSTALL_TIMEOUT_MS = 120_000

/**
 * Installs what requirements.txt names into `.packages` beside it, as the platform does before the first run.
 * Nothing happens where the file is missing or names no package. pip gets the emulator's environment: mirrors and
 * proxies are configured there. Throws PreparationError.
 */
export async function installPackages(python: string, directory: string, signal: AbortSignal): Promise<void> {
  const requirements = join(directory, 'requirements.txt')
  if (!namesPackages(await readFile(requirements, 'utf8').catch(() => ''))) return
  const args = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check']
  args.push('--target', join(directory, '.packages'), '-r', requirements)
  try {
    await run(python, args, { cwd: directory, timeout: INSTALL_TIMEOUT_MS, signal })
  } catch (cause) {
    const said = Error.isError(cause) && 'stderr' in cause ? String(cause.stderr).trim() : String(cause)
    throw new PreparationError(`pip install -r requirements.txt failed: ${said}`, { cause })
  }
}

function namesPackages(requirements: string): boolean {
  return requirements.split('\n').some((line) => /^[^#\s]/.test(line.trim()))
}
