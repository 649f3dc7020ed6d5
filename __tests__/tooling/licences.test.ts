import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { BundledPackage } from '../../tooling/bundle/bundled-packages.ts'
import { EmbeddedError, licencesText, readLicences, UnlicensedError } from '../../tooling/bundle/licences.ts'

let root: string

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'licences-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** A package with these files, of which `index.js` is in the bundle. */
function packageOf(name: string, files: Readonly<Record<string, string>>, license = 'MIT'): BundledPackage {
  const directory = path.join(root, name)
  mkdirSync(directory, { recursive: true })
  writeFileSync(path.join(directory, 'package.json'), JSON.stringify({ name, version: '1.2.3', license }))
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(directory, file), text)
  return { directory, modules: [path.join(directory, 'index.js')], files: new Map([['1.index.js', 70]]) }
}

test('all texts of a package are there, and what is read back is what was found', () => {
  const text = licencesText([
    packageOf('b', { 'LICENSE-MIT': 'Copyright B\r\n' }),
    packageOf('a', { 'license.md': 'Copyright A', NOTICE: 'Thanks to C' }, 'Apache-2.0')
  ])
  const rule = '='.repeat(80)
  expect(text).toBe(
    `${rule}\na 1.2.3\nApache-2.0\n1.index.js 70\n${rule}\n\nThanks to C\n\nCopyright A\n\n` +
      `${rule}\nb 1.2.3\nMIT\n1.index.js 70\n${rule}\n\nCopyright B\n`
  )
  expect(readLicences(text)).toEqual([
    { name: 'a', version: '1.2.3', licence: 'Apache-2.0', files: new Map([['1.index.js', 70]]) },
    { name: 'b', version: '1.2.3', licence: 'MIT', files: new Map([['1.index.js', 70]]) }
  ])
})

test('a package without a text fails', () => {
  const bare = packageOf('bare', { 'README.md': 'MIT' })
  expect(() => licencesText([bare])).toThrow(new UnlicensedError('bare'))
})

test('a text from elsewhere holds for the licence that it was looked up for', () => {
  const other = packageOf('@bufbuild/protobuf', {}, 'UNLICENSED')
  expect(() => licencesText([other])).toThrow(UnlicensedError)
})

test('a package that hides others in a file of its own fails', () => {
  const sources = ['../src/a.ts', '../node_modules/hidden/index.ts']
  const bundle = packageOf('bundle', { LICENSE: 'Copyright', 'index.js.map': JSON.stringify({ sources }) })
  expect(() => licencesText([bundle])).toThrow(EmbeddedError)
  const plain = packageOf('plain', { LICENSE: 'Copyright', 'index.js.map': JSON.stringify({ sources: ['a.ts'] }) })
  expect(licencesText([plain])).toContain('plain 1.2.3')
})
