import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type ArchiveContents, checkEntries } from '../../../src/source/archive/archive-entries.ts'
import type { ArchiveEntry } from '../../../src/source/archive/archive-entry.ts'

function checked(entries: readonly ArchiveEntry[]): ArchiveContents {
  return checkEntries(entries, 'x.zip', 'code')
}

function file(path: string, bytes = 1): ArchiveEntry {
  return { path, kind: 'file', bytes }
}

function directory(path: string): ArchiveEntry {
  return { path, kind: 'directory', bytes: 0 }
}

function link(path: string, target: string, kind: 'symlink' | 'hardlink' = 'symlink'): ArchiveEntry {
  return { path, kind, bytes: 0, target }
}

test('a sound archive tells its contents, with `./` taken off', () => {
  const entries = [
    directory('./'),
    directory('./a/'),
    file('./a/b', 3),
    file('./c', 5),
    directory('a/'),
    link('l', 'a/b')
  ]
  expect(checked(entries)).toEqual({
    files: 3,
    contentBytes: 8,
    largest: [
      { path: 'c', bytes: 5 },
      { path: 'a/b', bytes: 3 },
      { path: 'l', bytes: 0 }
    ],
    paths: ['a/b', 'c', 'l'],
    held: [
      { path: 'a/b', kind: 'file', bytes: 3 },
      { path: 'c', kind: 'file', bytes: 5 }
    ],
    exposed: [],
    remarks: []
  })
})

test('sensitive files in an archive are told, since they are sent', () => {
  const entries = [file('.env'), file('.env.example'), file('.aws/credentials'), file('a.pem'), file('node_modules/x')]
  expect(checked(entries).exposed).toEqual(['.env', '.aws/credentials', 'a.pem'])
})

const REFUSED: readonly [string, readonly ArchiveEntry[], RegExp][] = [
  ['climbs', [file('../x')], /The entry `\.\.\/x` of `x\.zip` leads upwards/],
  ['climbs inside', [file('a/../../x')], /`a\/\.\.\/\.\.\/x` .* leads upwards/],
  ['is absolute', [file('/etc/x')], /`\/etc\/x` .* absolute/],
  ['has a drive', [file('C:/x')], /`C:\/x` .* drive letter/],
  ['has a backslash', [file('a\\..\\x')], /backslash/],
  ['has a newline', [file('a\nb')], /`a\\u\{a\}b` .* control character/],
  ['has no name', [file('')], /`` of `x\.zip` has no name/],
  ['is a directory that climbs', [directory('../d/')], /leads upwards/],
  ['is .git', [file('sub/.git/config')], /`sub\/\.git\/config` .* may never be packed/],
  ['is a gha-creds file', [file('gha-creds-1.json')], /may never be packed/],
  ['is a device', [{ path: 'null', kind: 'special', bytes: 0 }], /`null` .* no file, directory or link/],
  ['is there twice', [file('a'), file('b'), file('./a')], /`a` .* is there twice/],
  ['is a file and a directory', [file('a'), directory('a/')], /`a` .* is there twice/],
  ['lies below a file', [file('a'), file('a/b')], /`a\/b` .* lies below something/],
  ['lies below a symlink', [directory('d'), link('l', 'd'), file('l/x')], /`l\/x` .* lies below something/],
  ['is a case twin', [file('a/X'), file('a/x')], /differ only in case/],
  ['is a case twin of a directory', [file('A/x'), file('a/y')], /differ only in case/],
  ['links out', [link('l', '../x')], /`l` .* is a symlink out of the archive/],
  ['links to the parent', [link('a/l', '../..')], /is a symlink out of the archive/],
  ['links to an absolute path', [link('l', '/etc/passwd')], /is a symlink out of the archive/],
  ['links through a name and back', [file('a/b'), link('l', 'a/../a/b')], /is a symlink out of the archive/],
  ['links to nothing', [link('l', 'nothing')], /is a symlink to nothing/],
  ['links to itself', [link('l', 'l')], /is a symlink to another symlink/],
  ['links to a link', [file('a'), link('k', 'a'), link('l', 'k')], /is a symlink to another symlink/],
  ['links to its directory', [file('a/b'), link('a/l', '../a')], /is a symlink to a directory above it/],
  ['links to the root', [file('a/b'), link('a/l', '..')], /is a symlink to a directory above it/],
  ['has no target', [link('l', '')], /is a symlink to/],
  ['links hard to nothing', [link('l', '../x', 'hardlink')], /is a hard link to no file/],
  ['links hard to a symlink', [file('a'), link('s', 'a'), link('l', 's', 'hardlink')], /is a hard link to no file/],
  ['links hard in a circle', [link('a', 'b', 'hardlink'), link('b', 'a', 'hardlink')], /is a hard link to no file/],
  ['is too large', [file('a', 100_000_001)], /`a` in `x\.zip` has 100\.0 MB; a file may have/],
  ['is one of too many', Array.from({ length: 20_001 }, (_, at) => file(`${at}`)), /more than 20000 files/],
  ['is one directory too many', Array.from({ length: 20_001 }, (_, at) => directory(`${at}/`)), /20000 directories/],
  ['adds up to too much', [file('a', 90e6), file('b', 90e6), file('c', 90e6)], /holds 270\.0 MB; a package may hold/]
]

test.each(REFUSED)('an entry that %s is refused', (_, entries, message) => {
  expect(() => checked(entries)).toThrow(message)
})

test.each([
  ['to a file beside it', [file('a'), link('l', 'a')]],
  ['to a file above it', [file('a'), link('d/l', '../a')]],
  ['to a directory that is only implied', [file('d/e/f'), link('l', './d/e/')]],
  ['hard, to a file', [file('a'), link('b/l', './a', 'hardlink')]],
  ['hard, to a hard link', [file('a'), link('b', 'a', 'hardlink'), link('c', 'b', 'hardlink')]],
  ['hard, by a way that is not plain', [file('d/a'), link('b', 'd/./../d//a', 'hardlink')]]
])('a link %s is taken', (_, entries) => {
  expect(() => checked(entries)).not.toThrow()
})

test('how a hard link to nothing is mended is said', () => {
  const refused = () => checked([link('l', 'gone', 'hardlink')])
  expect(refused).toThrow(expect.objectContaining({ hint: expect.stringContaining('`tar --hard-dereference`') }))
})

test('names that differ only in case are a warning in a context', () => {
  expect(checkEntries([file('a/X'), file('a/x')], 'x.zip', 'context').remarks).toEqual([
    { level: 'warning', text: expect.stringMatching(/^`a\/X` and `a\/x` in `x\.zip` differ only in case/) }
  ])
})

test('whatever the entries, what is accepted stays below the root', () => {
  const part = fc.constantFrom('a', 'b', '..', '.', '', 'c\n', '.git', 'l')
  const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'))
  const kind = fc.constantFrom<ArchiveEntry['kind']>('file', 'directory', 'symlink', 'hardlink')
  const entry = fc.record({ path, kind, bytes: fc.nat(9), target: path })
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 4 }), (entries) => {
      let paths: readonly string[] = []
      try {
        paths = checked(entries).paths
      } catch (error) {
        expect((error as Error).name).toBe('SourceError')
      }
      for (const each of paths) expect(each).toMatch(/^(a|b|l)(\/(a|b|l))*$/)
      expect(new Set(paths).size).toBe(paths.length)
    }),
    { numRuns: 2_000 }
  )
})
