import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * The absolute path of python3, undefined where there is none. The interpreter is asked itself, since a version
 * manager's shim needs more of the environment than a handler gets.
 */
export async function findPython(path: string): Promise<string | undefined> {
  try {
    const { stdout } = await run('python3', ['-c', 'import sys; print(sys.executable)'], { env: { PATH: path } })
    return stdout.trim() || undefined
  } catch {
    return undefined
  }
}
