import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import type { Sighting } from '../model/known-failure.ts'
import { nearest } from '../model/values/near-name.ts'
import { contains, posixPath, realOrSame } from './files/containment.ts'
import { printable } from './files/names.ts'
import { whyLeftOut } from './why-left-out.ts'

/** In letters that differ, of a long name: what is further off was not meant. */
const MOST_DIFFERING = 2

const NODE_FILE = /\.(?:[cm]?[jt]sx?|json)$/

/** Where the code lies that was packed. */
type PackedPlace = {
  readonly root: string
  readonly paths: readonly string[]
  /** Absolute path of the checkout. */
  readonly workspace: string
}

type ModuleLanguage = 'python' | 'node' | 'rust' | 'go'

/**
 * What the code tells of a module that a program misses, with what to do: a name that is nearly right, a file
 * that was left out or lies elsewhere, a package that is named and not installed. Undefined where it tells nothing.
 */
export function whereModule(language: ModuleLanguage, wanted: string, place: PackedPlace): Sighting | undefined {
  switch (language) {
    case 'python':
      return ofPython(wanted.split('.')[0] ?? wanted, place)
    case 'node':
      return wanted.startsWith('.') || wanted.startsWith('/') ? ofNodeFile(wanted, place) : ofNodePackage(wanted, place)
    case 'rust':
      return ofRust(wanted, place)
    case 'go':
      return near(wanted, namesIn('go.mod', /^\s*(?:require\s+)?([\w.~-]+(?:\/[\w.~-]+)+) v\d/gm, place), 'go.mod')
  }
}

function ofPython(name: string, place: PackedPlace): Sighting | undefined {
  const { root, paths } = place
  const files = [`${name}.py`, name]
  const own = files.find((file) => existsSync(join(root, file)))
  if (own !== undefined) return sure(whyLeftOut(own, place))
  const deeper = paths.find((path) => path.endsWith(`/${name}.py`) || path.endsWith(`/${name}/__init__.py`))
  if (deeper !== undefined) return sure(elsewhere(deeper.replace(/\/__init__\.py$/, ''), 'Python'))
  const outside = outsideOf(place, files)
  if (outside !== undefined) return sure(notSent(outside))
  const required = namesIn('requirements.txt', /^([A-Za-z0-9][\w.-]*)/gm, place)
  const isSame = (each: string): boolean => each.toLowerCase().replace(/[-.]/g, '_') === name.toLowerCase()
  if (required.some(isSame)) return sure(notInstalled(name, 'requirements.txt', 'pip install -r requirements.txt'))
  const modules = paths.flatMap((path) => /^([^/]+)(?:\.py$|\/.*\.py$)/.exec(path)?.[1] ?? [])
  return near(name, modules, 'code') ?? near(name, required, 'requirements.txt')
}

function ofNodeFile(wanted: string, { paths }: PackedPlace): Sighting | undefined {
  const stem = (path: string): string => posix.basename(path).replace(NODE_FILE, '')
  const files = paths.filter((path) => NODE_FILE.test(path))
  const meant = nearNames(stem(wanted), files.map(stem))
  const file = meant === undefined ? undefined : files.find((path) => stem(path) === meant)
  if (file === undefined) return undefined
  return sure(
    `\`code\` holds \`${printable(file)}\`: if that is meant, correct the path, and copy the file in the Dockerfile to where it is looked for.`
  )
}

function ofNodePackage(wanted: string, place: PackedPlace): Sighting | undefined {
  const name = wanted.startsWith('@') ? wanted.split('/').slice(0, 2).join('/') : (wanted.split('/')[0] ?? wanted)
  const { dependencies, devDependencies } = packageJson(place)
  if (devDependencies.includes(name)) {
    return sure(
      `package.json names \`${printable(name)}\` under devDependencies, which \`npm ci --omit=dev\` leaves out: move it to dependencies.`
    )
  }
  if (dependencies.includes(name)) return sure(notInstalled(name, 'package.json', 'npm ci --omit=dev'))
  return near(name, dependencies, 'package.json')
}

function ofRust(name: string, place: PackedPlace): Sighting | undefined {
  const plain = name.replaceAll('-', '_')
  const file = place.paths.find((path) => path === `src/${plain}.rs` || path === `src/${plain}/mod.rs`)
  if (file !== undefined) {
    return sure(`\`code\` holds \`${file}\`: declare it with \`mod ${plain};\`, and use it as \`crate::${plain}\`.`)
  }
  const modules = place.paths.flatMap((path) => /^src\/(\w+)(?:\.rs|\/mod\.rs)$/.exec(path)?.[1] ?? [])
  const crates = cratesIn(place).map((each) => each.replaceAll('-', '_'))
  return near(plain, crates, 'Cargo.toml') ?? near(plain, modules, 'code')
}

/** The keys under `[dependencies]`, and the names of `[dependencies.name]`. */
function cratesIn(place: PackedPlace): readonly string[] {
  const sections = textOf('Cargo.toml', place).split(/^\[/m)
  return sections.flatMap((section) => {
    const [head = ''] = section.split('\n', 1)
    const [, table] = /dependencies\.([\w-]+)\]/.exec(head) ?? []
    if (table !== undefined) return [table]
    return /dependencies\]/.test(head) ? Array.from(section.matchAll(/^([\w-]+)\s*=/gm), ([, key = '']) => key) : []
  })
}

function packageJson(place: PackedPlace): {
  readonly dependencies: readonly string[]
  readonly devDependencies: readonly string[]
} {
  try {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(textOf('package.json', place))
    return { dependencies: Object.keys(dependencies), devDependencies: Object.keys(devDependencies) }
  } catch {
    return { dependencies: [], devDependencies: [] }
  }
}

function sure(says: string | undefined): Sighting | undefined {
  return says === undefined ? undefined : { says, isSure: true }
}

function near(name: string, names: readonly string[], where: string): Sighting | undefined {
  const meant = nearNames(
    name,
    names.filter((each) => each !== name)
  )
  if (meant === undefined) return undefined
  const says = `\`${where}\` has \`${printable(meant)}\`: if that is meant, correct \`${printable(name)}\` in the code.`
  return { says, isSure: false }
}

function nearNames(name: string, names: readonly string[]): string | undefined {
  return nearest(name, names, Math.min(MOST_DIFFERING, Math.floor(name.length / 4)))
}

function elsewhere(path: string, who: string): string {
  return `\`code\` holds \`${printable(path)}\`, and ${who} looks at its root: move it there, or import it from where it lies.`
}

function notSent(path: string): string {
  return `The repository has \`${printable(path)}\` outside of \`code\`, and only \`code\` is sent: move it into \`code\`, or copy it there in a step before this one.`
}

function notInstalled(name: string, file: string, command: string): string {
  return `${file} names \`${printable(name)}\`, so it was not installed: let the Dockerfile copy ${file}, and then \`RUN ${command}\`.`
}

/** Beside the code, or beside a directory above it; from the workspace. */
function outsideOf({ root, workspace }: PackedPlace, files: readonly string[]): string | undefined {
  const top = realOrSame(workspace)
  for (let directory = root; directory !== top && contains(top, directory); ) {
    directory = dirname(directory)
    const found = files.find((file) => existsSync(join(directory, file)))
    if (found !== undefined) return posixPath(top, join(directory, found))
  }
  return undefined
}

function namesIn(file: string, pattern: RegExp, place: PackedPlace): readonly string[] {
  return Array.from(textOf(file, place).matchAll(pattern), ([, name = '']) => name)
}

/** Of a file that was packed; empty where it cannot be had. */
function textOf(file: string, { root, paths }: PackedPlace): string {
  if (!paths.includes(file)) return ''
  try {
    return readFileSync(join(root, file), 'utf8')
  } catch {
    return ''
  }
}
