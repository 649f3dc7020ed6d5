import { execFile, execFileSync } from 'node:child_process'
import { cpSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { BUNDLED, COMPILED, ROOT } from './places.ts'

/** The programs that hold a part of src/. */
const OURS = ['pack', 'read-context', 'upload', 'log-reader']

const run = promisify(execFile)

/**
 * Compiles the programs, and bundles ours with what they take of src/, as it is shipped. To take the types away at each
 * start, and to find a hundred files, costs as much as packing three thousand.
 */
export async function compilePrograms(): Promise<void> {
  for (const directory of [COMPILED, BUNDLED]) rmSync(directory, { recursive: true, force: true })
  execFileSync('tsc', ['-p', path.join(ROOT, 'bench/tsconfig.json'), '--outDir', COMPILED], { stdio: 'inherit' })
  cpSync(path.join(ROOT, 'proto'), path.join(COMPILED, 'proto'), { recursive: true })
  writeFileSync(path.join(COMPILED, 'package.json'), '{ "type": "module" }\n')
  await Promise.all(
    OURS.map((name) => {
      const source = path.join(COMPILED, 'bench/programs', `${name}.js`)
      return run('ncc', ['build', source, '-q', '-o', path.join(BUNDLED, name)])
    })
  )
}
