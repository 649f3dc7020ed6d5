import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A zip written by these lines of Python about `archive`, so that reader and writer share no mistake. */
export function zipfile(lines: readonly string[]): Buffer {
  const directory = mkdtempSync(join(tmpdir(), 'zip-test-'))
  try {
    const program = ['import sys, zipfile', 'with zipfile.ZipFile(sys.argv[1], "w") as archive:']
    program.push(...lines.map((line) => `    ${line}`))
    execFileSync('python3', ['-c', program.join('\n'), join(directory, 'made.zip')])
    return readFileSync(join(directory, 'made.zip'))
  } finally {
    rmSync(directory, { recursive: true })
  }
}
