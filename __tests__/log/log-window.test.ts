import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { LogWindow, type WindowSize } from '../../src/log/log-window.ts'
import { endWithin, lineCount } from '../../src/log/whole-lines.ts'

const sizes = fc.record({ first: fc.nat(40), last: fc.nat(20) })
const lines = fc.array(
  fc.string({ maxLength: 9, unit: fc.constantFrom('a', 'é', '€', '😀') }).map((text) => `${text}\n`)
)

/** What the job log shall show: told by whole lines, with all of the log in memory. */
function model(all: readonly string[], { first, last }: WindowSize) {
  const fits = (count: number, room: number, of: readonly string[]) =>
    Buffer.byteLength(of.slice(0, count).join('')) <= room
  let shown = 0
  while (shown < all.length && fits(shown + 1, first, all)) shown++
  const rest = all.slice(shown)
  const backwards = [...rest].reverse()
  let kept = 0
  while (kept < rest.length && fits(kept + 1, last, backwards)) kept++
  const missing = rest.slice(0, rest.length - kept)
  return {
    first: all.slice(0, shown).join(''),
    last: rest.slice(rest.length - kept).join(''),
    leftOut: missing.length > 0 ? { lines: missing.length, bytes: Buffer.byteLength(missing.join('')) } : undefined
  }
}

function windowed(blocks: readonly string[], shown: WindowSize) {
  const window = new LogWindow(shown)
  let first = ''
  for (const block of blocks) first += window.take(Buffer.from(block), block.split('\n').length - 1)
  const isLosing = window.isLosing
  const { last, leftOut } = window.end()
  return { first, last: last.toString(), leftOut, isLosing }
}

test('shows whole lines of the beginning and the end, and counts what is between, however the lines come', () => {
  fc.assert(
    fc.property(lines, sizes, fc.array(fc.nat(5)), (all, shown, cuts) => {
      const blocks: string[] = []
      for (let at = 0; at < all.length; ) {
        const taken = cuts[blocks.length] ?? 3
        blocks.push(all.slice(at, at + taken + 1).join(''))
        at += taken + 1
      }
      const expected = model(all, shown)
      expect(windowed(blocks, shown)).toEqual({ ...expected, isLosing: expected.leftOut !== undefined })
    }),
    { numRuns: 5000, seed: 20261121 }
  )
})

test('leaves nothing out of a log that is as long as what is shown', () => {
  const log = Array.from({ length: 100 }, () => '123456789\n')
  expect(windowed(log, { first: 900, last: 100 }).leftOut).toBeUndefined()
  expect(windowed([...log, '\n'], { first: 900, last: 100 }).leftOut).toEqual({ lines: 1, bytes: 10 })
})

test('is bounded for a log that breaks off again and again', () => {
  const window = new LogWindow({ first: 1000, last: 100 })
  let shown = 0
  for (let part = 0; part < 50; part++) {
    for (let line = 0; line < 100; line++) shown += window.take(Buffer.from('123456789\n'), 1).length
    shown += window.end().last.length
  }
  expect(shown).toBeLessThanOrEqual(1000 + 2 * 100)
})

test.each([
  ['a\nbc\n', 9, 5],
  ['a\nbc\n', 5, 5],
  ['a\nbc\n', 4, 2],
  ['a\nbc\n', 2, 2],
  ['a\nbc\n', 1, 0],
  ['a\nbc\n', 0, 0],
  ['a\nbc\n', -3, 0]
])('of %j in %d bytes, whole lines end at %d', (text, room, end) => {
  expect(endWithin(Buffer.from(text), room)).toBe(end)
})

test('counts lines', () => {
  expect(lineCount(Buffer.from('\na\n\nb'))).toBe(3)
})
