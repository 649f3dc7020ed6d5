import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Absolute paths: of the interpreter, and of the one that its virtual environment was made of, else the same. */
type Python = { readonly interpreter: string; readonly base: string }

/** What was found on a PATH: a shim takes longer to answer than everything else that an emulator starts with. */
const found = new Map<string, Python>()

const QUESTION = 'import sys; print(sys.executable); print(sys._base_executable)'

/**
 * Where python3 is, undefined where there is none. The interpreter is asked itself, since a version manager's shim needs
 * more of the environment than a handler gets.
 */
export async function findPython(path: string): Promise<Python | undefined> {
  const known = found.get(path)
  if (known !== undefined && existsSync(known.interpreter)) return known
  const python = await askPython(path)
  if (python !== undefined) found.set(path, python)
  return python
}

async function askPython(path: string): Promise<Python | undefined> {
  try {
    const { stdout } = await run('python3', ['-S', '-c', QUESTION], { env: { PATH: path } })
    const [interpreter, base] = stdout.split(/\r?\n/)
    return interpreter && base ? { interpreter, base } : undefined
  } catch {
    return undefined
  }
}
