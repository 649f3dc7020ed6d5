import { gzipSync } from 'node:zlib'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ArchiveError, readArchive } from '../../../../emulator/ignite/code/archive.ts'
import { tarball } from '../support/tarball.ts'
import { zipfile } from '../support/zipfile.ts'

function zipped(lastPath: string): Buffer {
  return zipfile([
    'archive.comment = b"made by a test"',
    'archive.writestr("handler.py", "x = 1\\n" * 500, zipfile.ZIP_DEFLATED)',
    'archive.writestr("lib/", "")',
    'archive.writestr("lib/data.bin", bytes(range(256)), zipfile.ZIP_STORED)',
    'info = zipfile.ZipInfo("extra.txt")',
    'info.extra = b"XX\\x04\\x00abcd"',
    'archive.writestr(info, "with an extra field")',
    `archive.writestr("${lastPath}", "last", zipfile.ZIP_DEFLATED)`
  ])
}

test('the files of a tar.gz come with plain paths, directories do not', async () => {
  const files = await readArchive(tarball({ 'lib/': { type: 'Directory' }, './handler.py': 'x', 'lib/a.py': 'y' }))
  expect(files?.map(({ path, content }) => [path, content.toString()])).toEqual([
    ['handler.py', 'x'],
    ['lib/a.py', 'y']
  ])
})

test('a zip is read whether its entries are stored or deflated', async () => {
  const files = await readArchive(zipped('dossier/été.txt'))
  expect(files?.map((file) => file.path)).toEqual(['handler.py', 'lib/data.bin', 'extra.txt', 'dossier/été.txt'])
  expect(files?.map((file) => file.content.length)).toEqual([3000, 256, 19, 4])
  expect(files?.[2]?.content.toString()).toBe('with an extra field')
  expect(files?.[1]?.content).toEqual(Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)))
})

test.each(['', 'x', 'PKG = 1', 'def handler(payload, ctx): pass'])('%j is a single file', async (source) => {
  expect(await readArchive(Buffer.from(source))).toBeUndefined()
})

test.each([
  ['a path above the root', () => tarball({ '../evil': 'x' })],
  ['a path above the root inside', () => tarball({ 'a/../../evil': 'x' })],
  ['an absolute path', () => tarball({ '/etc/evil': 'x' })],
  ['a symbolic link', () => tarball({ link: { type: 'SymbolicLink' } })],
  ['a hard link', () => tarball({ link: { type: 'Link' } })],
  ['a path above the root in a zip', () => zipped('../evil')],
  ['an absolute path in a zip', () => zipped('/etc/evil')],
  ['a cut gzip', () => tarball({ 'handler.py': 'x'.repeat(2000) }).subarray(0, 60)],
  ['a gzip of something else', () => gzipSync('no tar at all, and long enough to be looked at'.repeat(40))],
  ['a zip without a directory', () => zipped('a').subarray(0, 200)]
])('%s is refused', async (_what, make) => {
  await expect(readArchive(make())).rejects.toThrow(ArchiveError)
})

test('no bytes at all make the reader fail with anything but an ArchiveError', async () => {
  const magic = fc.constantFrom([], [0x1f, 0x8b], [0x50, 0x4b, 3, 4], [0x50, 0x4b, 5, 6])
  await fc.assert(
    fc.asyncProperty(magic, fc.uint8Array({ maxLength: 200 }), async (start, rest) => {
      const error = await readArchive(Buffer.from([...start, ...rest])).then(
        () => undefined,
        (reason) => reason
      )
      expect(error === undefined || error instanceof ArchiveError).toBe(true)
    })
  )
})

test('a damaged zip is an ArchiveError wherever the damage is', async () => {
  const whole = zipped('a')
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
      const damaged = Buffer.from(whole)
      damaged[at] = byte
      const error = await readArchive(damaged).then(
        () => undefined,
        (reason) => reason
      )
      expect(error === undefined || error instanceof ArchiveError).toBe(true)
    })
  )
})
