import { describe, expect, test } from '@jest/globals'
import { parse } from 'dotenv'
import fc from 'fast-check'
import { parseEnvFile } from '../../../src/inputs/parse/env-file.ts'

/** What may stand in a dotenv file, also what should not. */
const pieces = fc.constantFrom(
  ...['A', 'KEY', 'key-1', '9', 'export ', '=', ':', ': ', ' = ', '"', "'", '`', '\\', '\\n', '\\"', '#', ' # no'],
  ...[' ', '\t', 'word', 'two words', 'a#b', '\n', '\n', '\r\n', '\r', '\u2028', '\ufeff', '$A', 'é😀', '__proto__']
)
const anyText = fc.array(pieces, { maxLength: 24 }).map((list) => list.join(''))

const names = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/)

/** A value and one of the ways in which it may be written. */
const written = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9 .:/=@-]{0,20}$/).map((text) => text.trim()),
  fc.string().map((text) => `"${text.replace(/["\\\r]/g, '')}"`),
  fc.string().map((text) => `'${text.replace(/['\\\r]/g, '')}'`),
  fc.constantFrom('"two\nlines"', '"two\\nlines"', "'kept\\n'", '`a "b" \'c\'`', '')
)
const lines = fc.array(
  fc.oneof(
    fc
      .record({
        name: names,
        value: written,
        before: fc.constantFrom('', 'export ', '  '),
        after: fc.constantFrom('', ' # why', '  ')
      })
      .map(({ name, value, before, after }) => `${before}${name}=${value}${after}`),
    fc.constantFrom('', '# a comment with = and "', '   ')
  ),
  { maxLength: 8 }
)

describe('a dotenv file is read as dotenv reads it', () => {
  test('where it is well written', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom('\n', '\r\n'), (list, end) => {
        const text = list.join(end)
        const read = parseEnvFile(text)
        expect('value' in read ? { ...read.value } : read).toEqual(parse(text))
      }),
      { numRuns: 2000 }
    )
  })

  test('whatever stands in it, or a line is named that dotenv makes no variable of', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const read = parseEnvFile(text)
        if ('value' in read) return expect({ ...read.value }).toEqual(parse(text))
        const place = Number(/\(line (\d+)\)$/.exec(read.problem)?.[1])
        const line = text.replace(/^\ufeff/, '').split(/\r\n?|\n/)[place - 1]
        if (!line!.includes('\u2028')) expect(Object.keys(parse(line!)).join()).not.toMatch(/^[A-Za-z_][A-Za-z0-9_]*$/)
      }),
      { numRuns: 5000 }
    )
  })

  test.each([
    ['A=1 # one', { A: '1' }],
    ['export A=1', { A: '1' }],
    ["A='it # is'", { A: 'it # is' }],
    ['A="a\\nb"', { A: 'a\nb' }],
    ["A='a\\nb'", { A: 'a\\nb' }],
    ['A="-----BEGIN\nMII=\n-----END"', { A: '-----BEGIN\nMII=\n-----END' }],
    ['\ufeffA=1\r\nB=2', { A: '1', B: '2' }],
    ['A: 1', { A: '1' }],
    ['A=$B', { A: '$B' }],
    ['', {}]
  ])('%j', (text, value) => {
    expect(parseEnvFile(text)).toEqual({ value, warnings: [] })
  })
})

const SECRET = 'c2VjcmV0'.repeat(8)

test.each([
  ['A=1\nhunter2', 'has a line that sets no variable (line 2)'],
  [`KEY=${SECRET}\nc2VjcmV0\n`, 'has a line that sets no variable (line 2)'],
  [`KEY=${SECRET}\nhunter2==\n`, 'has a line that looks like the rest of the value above it (line 2)'],
  [`KEY=${SECRET}\nhunter2=\n`, 'has a line that looks like the rest of the value above it (line 2)'],
  ['A="a\nb"\nhunter-2=x', 'has a key that cannot be a variable’s name (line 3)'],
  ['A=\n"hunter2"', 'has a line that sets no variable (line 2)'],
  ['A:\nhunter2=1', 'has a line that sets no variable (line 1)'],
  ['__proto__=hunter2', 'has a line that sets no variable (line 1)'],
  ['A=1 #\u2028B=hunter2', 'has a line separator that no editor shows (line 1)']
])('%j is refused by its line, without its text', (text, problem) => {
  const read = parseEnvFile(text)
  expect(read).toEqual({ problem, fix: expect.any(String) })
  expect(JSON.stringify(read)).not.toContain('hunter')
})

test.each([
  ['A=1\nB=2\nA=3', ['sets A more than once: the last counts.']],
  ['A=hunter#2', ['ends A at a "#", where a comment begins: a value with "#" stands in quotes.']],
  ['A="hunter', ['keeps the quote at the beginning of A, since none closes it at the end.']],
  ['A="hunter" 2', ['keeps the quote at the beginning of A, since none closes it at the end.']],
  ['A=\'#\'\nB="#" # 1\nC=1 #2', []]
])('%j is read, and perhaps not as it was meant', (text, warnings) => {
  expect(parseEnvFile(text)).toEqual({ value: { ...parse(text) }, warnings })
})
