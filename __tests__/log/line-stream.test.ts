import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { splitLines } from '../../runner/commands.ts'
import { LineStream } from '../../src/log/line-stream.ts'
import { cutInChunks, hostileBytes } from './support/hostile-text.ts'
import { referenceFold } from './support/remote-text-reference.ts'

const MAX_PENDING = 64 * 1024

/** What each chunk completes, and last what the end does. */
function read(chunks: readonly (string | Uint8Array)[]): string[] {
  const stream = new LineStream()
  const fed = chunks.map((chunk) => stream.feed(typeof chunk === 'string' ? Buffer.from(chunk) : chunk))
  return [...fed, stream.flush()]
}

const hex = (text: string) => Buffer.from(text, 'hex')

test.each<[string, (string | Uint8Array)[], string[]]>([
  ['LF', ['a\nb\n'], ['a\nb\n', '']],
  ['a lone CR', ['10%\r20%\rdone\n'], ['10%\n20%\ndone\n', '']],
  ['CRLF over chunks', ['a\r', '\nb\n'], ['', 'a\nb\n', '']],
  ['a lone CR at the end of a chunk', ['a\r', 'b\n'], ['', 'a\nb\n', '']],
  ['a CR at the end', ['a\r'], ['', 'a\n']],
  ['CRs in chunks of their own', ['a\r', '\r', 'b'], ['', 'a\n', '\n', 'b\n']],
  ['a CRLF with an empty chunk inside', ['a\r', '', '\nb'], ['', '', 'a\n', 'b\n']],
  ['the end, where no line break is', ['a', 'b'], ['', '', 'ab\n']],
  ['nothing at all', [], ['']],
  ['an empty line', ['\n'], ['\n', '']],
  ['none of NEL, LS, VT and FF', ['a\u0085b\u2028c\vd\fe\n'], ['a\u0085b\u2028c\vd\fe\n', '']],
  ['nothing inside a character', [hex('e282'), hex('ac0a')], ['', '€\n', '']],
  [
    'nothing before a byte that belongs to no character',
    [hex('f09f98'), hex('80'), hex('ff'), hex('0a')],
    ['', '', '', '😀\ufffd\n', '']
  ],
  ['the end, inside a character', [hex('61e282')], ['', 'a\ufffd\n']]
])('cuts at %s', (_name, chunks, expected) => {
  expect(read(chunks)).toEqual(expected)
})

test('can be fed anew after the end', () => {
  const stream = new LineStream()
  stream.feed(hex('61e282'))
  stream.flush()
  expect(stream.feed(hex('ac620d'))).toBe('')
  expect(stream.flush()).toBe('\ufffdb\n')
  expect(stream.feed(hex('0a'))).toBe('\n')
})

test('holds at most 64 KiB of a line that does not end', () => {
  const stream = new LineStream()
  const chunk = Buffer.alloc(20_000, 'x')
  let received = 0
  let given = 0
  for (let count = 0; count < 500; count++) {
    received += chunk.length
    given += stream.feed(chunk).replace(/[…\s]/g, '').length
    expect(received - given).toBeLessThanOrEqual(MAX_PENDING)
  }
  expect(given + stream.flush().replace(/[…\s]/g, '').length).toBe(10_000_000)
})

test('cuts a line that is too long at a space, and marks its further parts', () => {
  const words = `${'word '.repeat(20_000)}end\n`
  const [first, second, ...others] = read([words]).join('').split('\n')
  expect(others).toEqual([''])
  expect(first?.length).toBe(65_535)
  expect(first).toMatch(/word $/)
  expect(second).toMatch(/^… word .*word end$/)
})

test('does not halve an emoji where it cuts a line that is too long', () => {
  const [first, second] = read([`${'x'.repeat(MAX_PENDING - 1)}😀end\n`])
    .join('')
    .split('\n')
  expect(first).toBe('x'.repeat(MAX_PENDING - 1))
  expect(second).toBe('… 😀end')
})

test('leaves a handful of a progress bar, its last line among them, whatever the chunks', () => {
  const bar = Array.from({ length: 500 }, (_, at) => `${at + 1}/500`).join('\r')
  const shown = ['1/500', '2/500', '3/500', '4/500', '16/500', '64/500', '256/500', '500/500']
  for (const size of [7, 100, 10_000]) {
    const chunks = bar.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []
    expect(read([...chunks, '\ndone\n']).join('')).toBe([...shown, 'done', ''].join('\n'))
  }
})

test('counts the lines of each progress bar anew', () => {
  expect(read(['a\rb\rc\rd\re\n', '1\r2\r3\r4\r5\r6\n']).join('')).toBe('a\nb\nc\nd\ne\n1\n2\n3\n4\n6\n')
})

test('gives the lines that the runner would cut, whatever the chunks', () => {
  fc.assert(
    fc.property(hostileBytes, fc.array(fc.nat(), { maxLength: 12 }), (bytes, cuts) => {
      const text = read(cutInChunks(bytes, cuts)).join('')
      // The runner's reader drops a byte order mark at the start; ours keeps it, as a stream may be attached anew.
      expect(splitLines(`\ufeff${text}`)).toEqual(splitLines(`\ufeff${Buffer.from(bytes).toString()}`))
      expect(text).not.toMatch(/\r|[^\n]$/)
    }),
    { numRuns: 5000, seed: 20261121 }
  )
})

test('gives the same lines of any length, whatever the chunks', () => {
  const long = ['x'.repeat(40_000), 'word '.repeat(9000), '😀'.repeat(20_000)]
  const many = ['short\n'.repeat(12_000), 'a\r\n'.repeat(30_000), 'x'.repeat(65_536).concat('\n').repeat(2)]
  const piece = fc.constantFrom(...long, ...many, '\n', '\r', '\r\n', 'é')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), fc.array(fc.nat(), { maxLength: 12 }), (pieces, cuts) => {
      const whole = pieces.join('')
      const lines = splitLines(whole)
        .flatMap(referenceFold)
        .map((line) => `${line}\n`)
      expect(read(cutInChunks(Buffer.from(whole), cuts)).join('') === lines.join('')).toBe(true)
    }),
    { numRuns: 200, seed: 20261121 }
  )
})
