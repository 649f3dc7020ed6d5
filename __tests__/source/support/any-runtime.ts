import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Runtime } from '../../../src/model/plan.ts'

/** A runtime that code may be named for: Python's where its file is there, else Go's, which asks for no name. */
export function anyRuntime(code: string): Runtime {
  const isPython = path.basename(code) === 'handler.py' || existsSync(path.join(code, 'handler.py'))
  return isPython ? 'python' : 'go'
}
