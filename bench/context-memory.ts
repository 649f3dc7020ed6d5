/**
 * How much memory a build context takes, without the upload: processes that open a context and read all of its chunks,
 * and their peak. Usage: node bench/context-memory.ts
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inspectContext } from '../src/source/inspect-context.ts'
import { makeBinary, makeTextTree } from './trees.ts'

const CREDENTIALS = ['a-bearer-token-of-forty-characters-or-so', 'a-service-account-secret']
const GOALS = { ratio: 1.3, mib: 180 }

/** Prints the bytes of the archive and the peak in MiB. */
async function readAll(root: string): Promise<void> {
  const options = { workspace: root, exclude: [], credentials: CREDENTIALS, stop: new AbortController().signal }
  const inspected = await inspectContext({ path: root, shownPath: '.', dockerfilePath: 'Dockerfile' }, options)
  if ('problems' in inspected) throw new Error('the context cannot be packed')
  const context = await inspected.found.open()
  let bytes = 0
  for await (const chunk of context.open().chunks) bytes += chunk.length
  console.log(`${bytes} ${process.resourceUsage().maxRSS / 1024}`)
}

/** Half of it sources, half of it one large file. */
function makeTree(root: string, bytes: number): void {
  makeTextTree(root, { files: Math.round(bytes / 50_000), bytes: bytes / 2 })
  makeBinary(path.join(root, 'model.bin'), bytes / 2)
  writeFileSync(path.join(root, 'Dockerfile'), 'FROM scratch\n')
}

function peakMiB(root: string): number {
  const output = execFileSync(process.execPath, [import.meta.filename, root]).toString()
  const [bytes, mib] = output.split(' ').map(Number) as [number, number]
  console.log(`${path.basename(root)}: ${(bytes / 1e6).toFixed(0)} MB packed, peak ${mib.toFixed(0)} MiB`)
  return mib
}

function compare(): void {
  const root = mkdtempSync(path.join(tmpdir(), 'bench-'))
  process.once('exit', () => rmSync(root, { recursive: true }))
  const [small, large] = [50, 500].map((mb) => {
    const tree = path.join(root, `${mb} MB`)
    makeTree(tree, mb * 1e6)
    return peakMiB(tree)
  }) as [number, number]
  console.log(`P7 500 MB / 50 MB: ${(large / small).toFixed(2)}, goal ${GOALS.ratio}`)
  console.log(`P7 peak at 500 MB: ${large.toFixed(0)} MiB, goal ${GOALS.mib}`)
}

const [tree] = process.argv.slice(2)
if (tree) await readAll(tree)
else compare()
