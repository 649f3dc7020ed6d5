import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, join, resolve } from 'node:path'
import { status } from '@grpc/grpc-js'
import { StatusError } from '../../contract/contract.ts'
import { findPython } from './interpreter.ts'

export type ToolName = 'python3' | 'cargo' | 'go' | 'deno'

export type Tools = {
  /** Where programs are looked for, by the emulator and by what handlers start. */
  readonly path: string
  /** The absolute path of the program. Throws FAILED_PRECONDITION with how to install it. */
  find(tool: ToolName): Promise<string>
}

const INSTALL = {
  python3: 'install Python 3.10 or newer (https://www.python.org/downloads)',
  cargo: 'install Rust (https://rustup.rs)',
  go: 'install Go (https://go.dev/dl)',
  deno: 'install Deno (https://deno.com), or `npm ci` in the emulator’s repository without --omit=optional'
} satisfies Record<ToolName, string>

/** Deno is an optional dependency from npm; the other tools cannot be had there. */
const NODE_PROGRAMS = resolve(import.meta.dirname, '../../../node_modules/.bin')

/** Looks in the directories of `path`. What was missing is looked for again: it may have been installed meanwhile. */
export function createTools(path: string): Tools {
  const found = new Map<ToolName, string>()
  return {
    path,
    find: async (tool) => {
      const known = found.get(tool) ?? (await locate(tool, path))
      if (known === undefined) {
        const details = `${tool} is not on the PATH of the emulator: ${INSTALL[tool]}`
        throw new StatusError(status.FAILED_PRECONDITION, details)
      }
      found.set(tool, known)
      return known
    }
  }
}

async function locate(tool: ToolName, path: string): Promise<string | undefined> {
  if (tool === 'python3') return (await findPython(path))?.interpreter
  const directories = path.split(delimiter).filter((directory) => directory !== '')
  if (tool === 'deno') directories.push(NODE_PROGRAMS)
  for (const directory of directories) {
    const program = resolve(join(directory, tool))
    if (await isProgram(program)) return program
  }
  return undefined
}

async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
