import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createCommandFiles, NamedValues, readCommandFile, readPairs } from '../../runner/files.ts'

test.each([
  ['a=b\n', [['a', 'b']]],
  ['a=b', [['a', 'b']]],
  ['\n\na=\n', [['a', '']]],
  ['a=b=c<<d\n', [['a', 'b=c<<d']]],
  ['=b\n', [['', 'b']]],
  ['a b = c \n', [['a b ', ' c ']]],
  ['a=b\r\n', [['a', 'b\r']]],
  ['a<<E\nE\n', [['a', '']]],
  ['a<<E\n\nE\n', [['a', '']]],
  ['a<<E\n\n\nE\n', [['a', '\n']]],
  ['a<<E\nx=1\r\n y<<z\nE', [['a', 'x=1\r\n y<<z']]],
  [
    'a<<E=F\nE\nE=F\nb=c\n',
    [
      ['a', 'E'],
      ['b', 'c']
    ]
  ],
  ['a<<<E\nx\n<E\n', [['a', 'x']]]
])('reads %j', (text, pairs) => {
  expect([...readPairs(text)]).toEqual(pairs)
})

test.each([
  ['nonsense\n', "Invalid format 'nonsense'"],
  ['<<E\nx\nE\n', "Invalid format '<<E'. Name must not be empty and delimiter must not be empty"],
  ['a<<\nx\n', "Invalid format 'a<<'. Name must not be empty and delimiter must not be empty"],
  ['a<<E\nx\n', "Invalid value. Matching delimiter not found 'E'"],
  ['a<<E', "Invalid value. Matching delimiter not found 'E'"],
  ['a<<E\nx\nE\r\n', "Invalid value. Matching delimiter not found 'E'"],
  ['a<<E\nx', 'Invalid value. EOF marker missing new line.']
])('refuses %j', (text, message) => {
  expect(() => [...readPairs(text)]).toThrow(message)
})

test('gives the pairs that precede an error', () => {
  const pairs = readPairs('a=1\nb<<E\n2\nE\nc<<E\n3\n')
  expect([pairs.next().value, pairs.next().value]).toEqual([
    ['a', '1'],
    ['b', '2']
  ])
  expect(() => pairs.next()).toThrow('Matching delimiter not found')
})

test('reads back what the toolkit writes, for any values', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (values) => {
      const text = values.map((value, index) => `k${index}<<ghadelimiter_1\n${value}\nghadelimiter_1\n`).join('')
      expect([...readPairs(text)]).toEqual(values.map((value, index) => [`k${index}`, value]))
    })
  )
})

test('keeps the first spelling of a name and the last value', () => {
  const values = new NamedValues()
  values.set('Url', '1')
  values.set('URL', '2')
  expect(values.toRecord()).toEqual({ Url: '2' })
})

test('reads a removed command file as empty, and a byte order mark as nothing', () => {
  const directory = mkdtempSync(`${tmpdir()}/files-`)
  const { GITHUB_OUTPUT, GITHUB_STATE } = createCommandFiles(directory)
  expect(readCommandFile(GITHUB_OUTPUT)).toBe('')
  writeFileSync(GITHUB_OUTPUT, '\ufeffa=b')
  expect(readCommandFile(GITHUB_OUTPUT)).toBe('a=b')
  rmSync(GITHUB_STATE)
  expect(readCommandFile(GITHUB_STATE)).toBe('')
  rmSync(directory, { recursive: true })
})
