/** Makes what a release consists of: `npm run release:assets -- TAG DIR` writes its text into DIR, and the rest into DIR/assets. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { makeAssets } from './release-assets.ts'
import { ReleaseError, releaseNotes } from './release-notes.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8')

try {
  const [tag, directory] = process.argv.slice(2)
  const { version } = JSON.parse(read('package.json')) as { readonly version: string }
  if (directory === undefined) throw new ReleaseError('npm run release:assets -- TAG DIR')
  if (tag !== `v${version}`) throw new ReleaseError(`The tag is ${tag}, but package.json says ${version}.`)
  const notes = releaseNotes(read('CHANGELOG.md'), version)
  makeAssets(ROOT, version, path.join(directory, 'assets'))
  writeFileSync(path.join(directory, 'notes.md'), notes)
} catch (error) {
  if (!(error instanceof ReleaseError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
