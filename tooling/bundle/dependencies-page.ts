/** Writes docs/dependencies.md of the lock file and the licences in dist/. Usage: node tooling/bundle/dependencies-page.ts */
import { readFileSync, writeFileSync } from 'node:fs'
import { REASONS } from './dependency-reasons.ts'
import { type LicensedPackage, readLicences } from './licences.ts'

const ROOT = new URL('../../', import.meta.url)

const HEAD = `# Dependencies

What is installed for production, and what of it is in the bundles, in kB of code as it is committed. *Start* is what every
run of main reads, *chunks* what one reads as it needs it. Post reads packages only where it has something to do. The
texts of the licences are in \`dist/main/licenses.txt\` and \`dist/post/licenses.txt\`. The reasons are in
\`tooling/bundle/dependency-reasons.ts\`; \`npm run dependencies\` makes this page of them, of the lock file and of what
\`npm run build\` found in the chunks.
`

/** A package of the production tree. */
type Installed = { readonly name: string; readonly version: string; readonly licence: string }

type Bundles = { readonly main: readonly LicensedPackage[]; readonly post: readonly LicensedPackage[] }

/** docs/dependencies.md as lock file, bundles and reasons have it. */
export function dependenciesPage(): string {
  const { packages } = JSON.parse(text('package-lock.json'))
  const bundles = {
    main: readLicences(text('dist/main/licenses.txt')),
    post: readLicences(text('dist/post/licenses.txt'))
  }
  return `${HEAD}\n${dependenciesTable(productionTree(packages), bundles)}`
}

type LockEntry = {
  readonly version: string
  readonly license?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly devOptional?: boolean
}

/** Without what is for development; tools of a system are optional. */
function productionTree(packages: Readonly<Record<string, LockEntry>>): readonly Installed[] {
  return Object.entries(packages)
    .filter(([place, { dev, optional, devOptional }]) => place !== '' && !dev && !optional && !devOptional)
    .map(([place, { version, license = '' }]) => ({
      name: place.replace(/^.*node_modules\//, ''),
      version,
      licence: license
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Throws where a package has no reason, or a reason no package, or a bundle holds what is not installed for production. */
export function dependenciesTable(installed: readonly Installed[], bundles: Bundles, reasons = REASONS): string {
  const reasonOf = new Map(reasons.flatMap(([reason, ...names]) => names.map((name) => [name, reason])))
  const faults = faultsOf(installed, bundles, [...reasonOf.keys()])
  if (faults.length > 0) throw new Error(`tooling/bundle/dependency-reasons.ts: ${faults.join('; ')}.`)
  const rows = installed.map((each) => {
    const [main, post] = [bundles.main, bundles.post].map((list) => list.find((one) => isSame(one, each))?.files)
    const start = main?.get('index.js') ?? 0
    const sizes = [start, total(main) - start, total(post)].map(kilobytes)
    return [each.name, each.version, each.licence, ...sizes, reasonOf.get(each.name) ?? '']
  })
  const head = ['package', 'version', 'licence', 'main, start', 'main, chunks', 'post', 'why']
  return `${[head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`
}

function faultsOf(
  installed: readonly Installed[],
  { main, post }: Bundles,
  known: readonly string[]
): readonly string[] {
  const names = [...new Set(installed.map(({ name }) => name))]
  const strange = [...main, ...post].filter((each) => !installed.some((one) => isSame(one, each)))
  return [
    ...names.filter((name) => !known.includes(name)).map((name) => `${name} has no reason`),
    ...known.filter((name) => !names.includes(name)).map((name) => `${name} has a reason and is not there`),
    ...strange.map(({ name }) => `${name} is bundled and not installed for production`)
  ]
}

function isSame(one: Installed, other: Installed): boolean {
  return one.name === other.name && one.version === other.version
}

function total(files: LicensedPackage['files'] | undefined): number {
  return [...(files?.values() ?? [])].reduce((sum, bytes) => sum + bytes, 0)
}

/** Nothing is not written, so that what is there is seen. */
function kilobytes(bytes: number): string {
  return bytes === 0 ? '' : String(Math.max(1, Math.round(bytes / 1000)))
}

function text(file: string): string {
  return readFileSync(new URL(file, ROOT), 'utf8')
}

if (import.meta.main) writeFileSync(new URL('docs/dependencies.md', ROOT), dependenciesPage())
