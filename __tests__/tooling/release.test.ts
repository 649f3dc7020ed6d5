import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { makeAssets } from '../../tooling/release/release-assets.ts'
import { releaseNotes } from '../../tooling/release/release-notes.ts'
import { ROOT } from '../support/deploying.ts'

const CHANGELOG = `# Changelog

## Unreleased

## 1.1.0 - to be released

### Added

## 1.0.1 - 2026-12-02

## 1.0.0 - 2026-12-01

### Added

- All.
`

test('the notes are what stands below the heading', () => {
  expect(releaseNotes(CHANGELOG, '1.0.0')).toBe('### Added\n\n- All.\n')
})

test.each([
  ['1.1.0', 'CHANGELOG.md has no date yet behind "## 1.1.0 - ", but 1.1.0 - to be released.'],
  ['1.0.1', 'CHANGELOG.md says nothing below "## 1.0.1 - 2026-12-02".'],
  ['1.0', 'CHANGELOG.md has no section "## 1.0 - DATE".'],
  ['2.0.0', 'CHANGELOG.md has no section "## 2.0.0 - DATE".']
])('%s cannot be released', (version, says) => {
  expect(() => releaseNotes(CHANGELOG, version)).toThrow(says)
})

test('the changelog knows the version of package.json', () => {
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'))
  expect(readFileSync(path.join(ROOT, 'CHANGELOG.md'), 'utf8')).toContain(`\n## ${version} - `)
})

test('the assets hold the action, what is in it, and digests that agree', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'release-'))
  try {
    makeAssets(ROOT, '1.2.3', directory)
    const run = (program: string, ...args: string[]) =>
      execFileSync(program, args, { cwd: directory, encoding: 'utf8' })
    const packed = run('tar', 'tzf', 'ignite-deploy.tar.gz').split('\n')
    const wanted = ['action.yml', 'sweep/action.yml', 'dist/main/index.js', 'dist/post/index.js', 'LICENSE']
    expect(packed).toEqual(expect.arrayContaining(wanted.map((file) => `ignite-deploy-1.2.3/${file}`)))
    expect(packed.filter((file) => file.includes('/src/'))).toEqual([])

    const read = (file: string) => readFileSync(path.join(directory, file), 'utf8')
    const names = JSON.parse(read('ignite-deploy.cdx.json')).components.map(({ name }: { name: string }) => name)
    const { dependencies } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'))
    expect(names).toEqual(expect.arrayContaining(Object.keys(dependencies)))
    expect(names).not.toContain('jest')

    expect(run('sha256sum', '--check', 'SHA256SUMS').match(/: OK$/gm)).toHaveLength(3)
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
})
