import { expect, test } from '@jest/globals'
import { LfsPointers } from '../../../src/source/files/lfs-pointers.ts'

const POINTER = Buffer.from('version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n')

function toldOf(files: Readonly<Record<string, Buffer>>, size: number): string | undefined {
  const pointers = new LfsPointers()
  for (const [path, bytes] of Object.entries(files)) {
    for (let at = 0; at < bytes.length; at += size) pointers.look(path, bytes.subarray(at, at + size), false)
    pointers.look(path, Buffer.alloc(0), true)
  }
  return pointers.remarks()[0]?.text
}

test.each([1, 7, 42, 43, 44, 1000])('a pointer is known in pieces of %d bytes', (size) => {
  const files = { a: Buffer.from('text'), 'm.bin': POINTER, z: Buffer.from('version https') }
  expect(toldOf(files, size)).toBe(
    '`m.bin` is a pointer of Git LFS, not the file itself. Set `lfs: true` of actions/checkout.'
  )
})

test.each([
  ['a file that speaks of one', Buffer.concat([Buffer.from('# '), POINTER])],
  ['the beginning of one', POINTER.subarray(0, 30)],
  ['an empty file', Buffer.alloc(0)]
])('%s is none', (_, bytes) => {
  expect(toldOf({ a: bytes, b: Buffer.from('x') }, 10)).toBeUndefined()
})
