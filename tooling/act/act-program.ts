import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** The version that the workflows are tried with. */
const VERSION = 'v0.2.89'

/** Of this clone alone: it goes with node_modules, and Go's own cache makes the next one quick. */
const CACHE = join(import.meta.dirname, '../../node_modules/.cache/act')

type Installation = { readonly cache?: string; readonly env?: NodeJS.ProcessEnv }

/** act could not be had; the message says what is missing. */
export class InstallError extends Error {}

/** Where act is; compiled by the user's Go, unless an earlier call did. */
export function installAct({ cache = CACHE, env = process.env }: Installation = {}): string {
  const folder = join(cache, VERSION)
  const program = join(folder, 'act')
  if (existsSync(program)) return program
  mkdirSync(folder, { recursive: true })
  const unfinished = mkdtempSync(join(folder, 'unfinished-'))
  try {
    compile({ ...env, GOBIN: unfinished })
    renameSync(join(unfinished, 'act'), program)
  } finally {
    rmSync(unfinished, { recursive: true })
  }
  return program
}

function compile(env: NodeJS.ProcessEnv): void {
  try {
    execFileSync('go', ['install', `github.com/nektos/act@${VERSION}`], { env, stdio: 'inherit' })
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT'
    const why = isMissing ? 'there is none: install it (https://go.dev/dl)' : 'it failed: see above'
    throw new InstallError(`act ${VERSION} is compiled by Go, but ${why}`, { cause })
  }
}
