/**
 * Bundles the entries of build/ into dist/, with the licences of all that is in their chunks (ncc's own list knows the last
 * chunk alone), and fails where a run would read more than its budget. Usage: node tooling/bundle/bundle.ts
 */
import { execFile } from 'node:child_process'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { asciiOf } from './ascii.ts'
import { BUDGETS, checkBudget } from './budgets.ts'
import { packagesIn } from './bundled-packages.ts'
import { nameChunks } from './chunk-names.ts'
import { licencesText } from './licences.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

/** Reached by the administration services of a gRPC server alone: it is 0.4 MB with what it needs. */
const LEFT_OUT = '@grpc/proto-loader'

async function bundle(stage: 'main' | 'post'): Promise<void> {
  const entry = path.join('build', `${stage}.js`)
  const output = path.join('dist', stage)
  const stats = path.join('build', `${stage}.stats.json`)
  const ncc = path.join(ROOT, 'node_modules/@vercel/ncc/dist/ncc/cli.js')
  const args = [ncc, 'build', entry, '-e', LEFT_OUT, '-o', output, '--no-cache', '--stats-out', stats]
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: ROOT })
  for (const name of globSync('*.js', { cwd: path.join(ROOT, output) })) {
    const file = path.join(ROOT, output, name)
    writeFileSync(file, asciiOf(readFileSync(file, 'utf8')))
  }
  const { modules, chunks: numbered } = JSON.parse(readFileSync(path.join(ROOT, stats), 'utf8'))
  const chunks = nameChunks(numbered, path.join(ROOT, output))
  writeFileSync(path.join(ROOT, output, 'licenses.txt'), licencesText(packagesIn({ chunks, modules })))
  const { what, bytes } = BUDGETS[stage]
  const read = checkBudget(chunks, path.join(ROOT, output), BUDGETS[stage])
  process.stderr.write(stderr)
  process.stdout.write(`${stdout}What ${what} reads: ${read} of ${bytes} bytes.\n`)
}

for (const end of await Promise.allSettled([bundle('main'), bundle('post')])) {
  if (end.status === 'rejected') throw end.reason
}
