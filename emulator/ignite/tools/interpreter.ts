import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What was found on a PATH: a shim takes longer to answer than everything else that an emulator starts with. */
const found = new Map<string, string>()

/**
 * The absolute path of python3, undefined where there is none. The interpreter is asked itself, since a version
 * manager's shim needs more of the environment than a handler gets.
 */
export async function findPython(path: string): Promise<string | undefined> {
  const known = found.get(path)
  if (known !== undefined && existsSync(known)) return known
  const python = await askPython(path)
  if (python !== undefined) found.set(path, python)
  return python
}

async function askPython(path: string): Promise<string | undefined> {
  try {
    const { stdout } = await run('python3', ['-S', '-c', 'import sys; print(sys.executable)'], { env: { PATH: path } })
    return stdout.trim() || undefined
  } catch {
    return undefined
  }
}
