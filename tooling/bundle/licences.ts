import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { BundledPackage } from './bundled-packages.ts'

/** A package, and what of it is in the files of one stage. */
export type LicensedPackage = {
  readonly name: string
  readonly version: string
  /** As its package.json has it. */
  readonly licence: string
  readonly files: ReadonlyMap<string, number>
}

export class UnlicensedError extends Error {
  constructor(name: string) {
    super(`${name} is in a bundle, and has no text of its licence.`)
    this.name = 'UnlicensedError'
  }
}

/** Somebody else's code is in it, by another name, and with another licence. */
export class EmbeddedError extends Error {
  constructor(module: string, source: string) {
    super(`${module} is a bundle itself, and holds ${source}. Import the parts of the package that are none.`)
    this.name = 'EmbeddedError'
  }
}

const LICENCE_FILE = /^(licen[cs]e|copying|notice)/i

/**
 * Where the texts of a package are that has them in no file of their own: the heads of its sources, by their paths in it,
 * and files of this repository. They hold for the licence that is named here.
 */
const ELSEWHERE: Readonly<Record<string, { licence: string; heads: readonly string[]; own: readonly string[] }>> = {
  '@bufbuild/protobuf': {
    licence: '(Apache-2.0 AND BSD-3-Clause)',
    heads: ['dist/esm/create.js', 'dist/esm/wire/varint.js'],
    own: ['LICENSE']
  }
}

const RULE = '='.repeat(80)

/** licenses.txt of a stage. Throws UnlicensedError and EmbeddedError. */
export function licencesText(packages: readonly BundledPackage[]): string {
  const chapters = packages.map(chapterOf).sort(({ heading: a }, { heading: b }) => (a < b ? -1 : 1))
  return chapters.map(({ heading, texts }) => `${RULE}\n${heading}\n${RULE}\n\n${texts.join('\n\n')}\n`).join('\n')
}

function chapterOf({ directory, modules, files }: BundledPackage) {
  for (const module of modules) refuseBundle(module)
  const { name, version, license } = JSON.parse(readFileSync(path.join(directory, 'package.json'), 'utf8'))
  const texts = textsOf(directory, { name, licence: license })
  if (texts.length === 0) throw new UnlicensedError(name)
  const contents = [...files].map(([file, bytes]) => `${file} ${bytes}`)
  return { heading: [`${name} ${version}`, license, ...contents].join('\n'), texts }
}

/** Its source map tells what a file was made of. */
function refuseBundle(module: string): void {
  if (!existsSync(`${module}.map`)) return
  const { sources } = JSON.parse(readFileSync(`${module}.map`, 'utf8'))
  const foreign = sources.find((source: string) => source.includes('node_modules/'))
  if (foreign !== undefined) throw new EmbeddedError(module, foreign)
}

function textsOf(directory: string, { name, licence }: { readonly name: string; readonly licence: string }) {
  const files = readdirSync(directory).filter((file) => LICENCE_FILE.test(file))
  if (files.length > 0) return files.sort().map((file) => plainText(path.join(directory, file)))
  const elsewhere = ELSEWHERE[name]
  if (elsewhere?.licence !== licence) return []
  const heads = elsewhere.heads.map((file) => headOf(plainText(path.join(directory, file))))
  return [...heads, ...elsewhere.own.map((file) => plainText(path.resolve(import.meta.dirname, '../..', file)))]
}

function plainText(file: string): string {
  return readFileSync(file, 'utf8')
    .replaceAll('\r\n', '\n')
    .replace(/^\n+|\s+$/g, '')
}

/** The comment that a source begins with. */
function headOf(source: string): string {
  const [head = ''] = /^(\/\/.*\n)+/.exec(source) ?? []
  return head.replace(/^\/\/ ?/gm, '').trimEnd()
}

const HEADING = new RegExp(`^${RULE}\n(\\S+) (\\S+)\n(.+)\n((?:\\S+ \\d+\n)+)${RULE}$`, 'gm')

/** The packages that a licenses.txt tells of. */
export function readLicences(text: string): readonly LicensedPackage[] {
  return [...text.matchAll(HEADING)].map(([, name = '', version = '', licence = '', contents = '']) => ({
    name,
    version,
    licence,
    files: new Map(contents.trimEnd().split('\n').map(fileAndBytes))
  }))
}

function fileAndBytes(line: string): readonly [string, number] {
  const [file = '', bytes] = line.split(' ')
  return [file, Number(bytes)]
}
