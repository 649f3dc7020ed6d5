import { execFileSync } from 'node:child_process'
import { cpSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { COMPILED, ROOT } from './places.ts'

/**
 * Compiles the programs and what they take of src/. What is shipped is JavaScript: taking the types away at each start
 * costs as much as packing two thousand files.
 */
export function compilePrograms(): void {
  rmSync(COMPILED, { recursive: true, force: true })
  execFileSync('tsc', ['-p', path.join(ROOT, 'bench/tsconfig.json'), '--outDir', COMPILED], { stdio: 'inherit' })
  cpSync(path.join(ROOT, 'proto'), path.join(COMPILED, 'proto'), { recursive: true })
  writeFileSync(path.join(COMPILED, 'package.json'), '{ "type": "module" }\n')
}
