import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { cutLines } from '../../../../emulator/ignite/running/line-cutter.ts'

function cut(chunks: readonly Uint8Array[]): string[] {
  const lines: string[] = []
  const cutter = cutLines((line) => lines.push(line))
  for (const chunk of chunks) cutter.write(chunk)
  cutter.end()
  return lines
}

test('lines end at LF or CRLF, and the last one needs no end', () => {
  expect(cut([Buffer.from('a\r\nb\n\nc')])).toEqual(['a', 'b', '', 'c'])
})

test('the cutter can go on after an end', () => {
  const lines: string[] = []
  const cutter = cutLines((line) => lines.push(line))
  cutter.write(Buffer.from('a'))
  cutter.end()
  cutter.write(Buffer.from('b'))
  cutter.end()
  expect(lines).toEqual(['a', 'b'])
})

test('the chunking makes no difference', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'é', '🙂', '\n', '\r\n') })
  fc.assert(
    fc.property(text, fc.array(fc.nat(8)), (whole, sizes) => {
      const bytes = Buffer.from(whole)
      const ends = sizes.map((_, index) => sizes.slice(0, index + 1).reduce((sum, size) => sum + size, 0))
      const chunks = [...ends, bytes.length].map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end))
      expect(cut(chunks)).toEqual(cut([bytes]))
    })
  )
})
