import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** What a workflow needs of this repository, and what a reader of the archive looks for. */
const SHIPPED = ['action.yml', 'sweep', 'dist', 'LICENSE', 'README.md', 'SECURITY.md', 'CHANGELOG.md']

/** Makes the files of a release from the commit that is checked out at `root`. */
export function makeAssets(root: string, version: string, directory: string): void {
  const asset = (suffix: string) => path.resolve(directory, `ignite-deploy${suffix}`)
  const run = (program: string, args: readonly string[]) => execFileSync(program, args, { cwd: root, encoding: 'utf8' })
  mkdirSync(directory, { recursive: true })
  run('git', ['archive', `--prefix=ignite-deploy-${version}/`, `--output=${asset('.tar.gz')}`, 'HEAD', ...SHIPPED])
  const omitted = ['--omit=dev', '--omit=optional']
  writeFileSync(asset('.cdx.json'), run('npm', ['sbom', '--sbom-format=cyclonedx', '--package-lock-only', ...omitted]))
  copyFileSync(path.join(root, 'dist/main/licenses.txt'), asset('-licenses.txt'))
  writeFileSync(path.join(directory, 'SHA256SUMS'), checksums(directory))
}

/** In the form that `sha256sum --check` reads. */
function checksums(directory: string): string {
  const line = (file: string) => {
    const digest = createHash('sha256').update(readFileSync(path.join(directory, file)))
    return `${digest.digest('hex')}  ${file}\n`
  }
  return readdirSync(directory).sort().map(line).join('')
}
