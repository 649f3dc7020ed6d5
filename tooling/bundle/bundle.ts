/**
 * Bundles an entry of build/ into dist/, with the licences of all that is in its chunks (ncc's own list knows the last
 * chunk alone), and fails where a run would read more than its budget. Usage: node tooling/bundle/bundle.ts main|post
 */
import { execFileSync } from 'node:child_process'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { asciiOf } from './ascii.ts'
import { BUDGETS, checkBudget } from './budgets.ts'
import { packagesIn } from './bundled-packages.ts'
import { nameChunks } from './chunk-names.ts'
import { licencesText } from './licences.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

/** Reached by the administration services of a gRPC server alone: it is 0.4 MB with what it needs. */
const LEFT_OUT = '@grpc/proto-loader'

const stage = process.argv[2]
if (stage !== 'main' && stage !== 'post') throw new Error('Say which: main or post.')

const entry = path.join('build', `${stage}.js`)
const output = path.join('dist', stage)
const stats = path.join('build', `${stage}.stats.json`)
const ncc = path.join(ROOT, 'node_modules/@vercel/ncc/dist/ncc/cli.js')
execFileSync(process.execPath, [ncc, 'build', entry, '-e', LEFT_OUT, '-o', output, '--stats-out', stats], {
  cwd: ROOT,
  stdio: 'inherit'
})
for (const name of globSync('*.js', { cwd: path.join(ROOT, output) })) {
  const file = path.join(ROOT, output, name)
  writeFileSync(file, asciiOf(readFileSync(file, 'utf8')))
}
const { modules, chunks: numbered } = JSON.parse(readFileSync(path.join(ROOT, stats), 'utf8'))
const chunks = nameChunks(numbered, path.join(ROOT, output))
writeFileSync(path.join(ROOT, output, 'licenses.txt'), licencesText(packagesIn({ chunks, modules })))
const { what, bytes } = BUDGETS[stage]
const read = checkBudget(chunks, path.join(ROOT, output), BUDGETS[stage])
process.stdout.write(`What ${what} reads: ${read} of ${bytes} bytes.\n`)
