import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Redactor } from '../../src/log/redact.ts'
import { cleanLine } from '../../src/log/remote-text.ts'

const SECRET = 'p&ss w<rd/"+é=='
const KEY = '-----BEGIN KEY-----\nMIIEvQIBADANBgkq\nhkiG\n  indented-line\n-----END KEY-----\n'

test.each([
  ['itself', SECRET],
  ['itself in a URL', encodeURIComponent(SECRET)],
  ['itself in a URL, as nginx and .NET write it', 'p%26ss%20w%3crd%2f%22%2b%c3%a9%3d%3d'],
  ['itself in a URL, as Python’s quote writes it', 'p%26ss%20w%3Crd/%22%2B%C3%A9%3D%3D'],
  ['itself in a whole URL, as encodeURI writes it', 'p&ss%20w%3Crd/%22+%C3%A9=='],
  ['itself in a form', new URLSearchParams({ a: SECRET }).toString().slice(2)],
  ['itself in JSON', JSON.stringify(SECRET).slice(1, -1)],
  ['itself in JSON as Go writes it', 'p\\u0026ss w\\u003crd/\\"+é=='],
  ['itself in JSON as Python writes it', 'p&ss w<rd/\\"+\\u00e9=='],
  ['itself in JSON as PHP writes it', 'p&ss w<rd\\/\\"+\\u00e9=='],
  ['itself in JSON as .NET writes it', 'p\\u0026ss w\\u003Crd/\\u0022\\u002B\\u00E9=='],
  ['itself in JSON as Gson writes it', 'p\\u0026ss w\\u003crd/\\"+é\\u003d\\u003d']
])('replaces %s', (_name, form) => {
  expect(new Redactor([SECRET]).redact(`a ${form} b ${form}`)).toBe('a *** b ***')
})

test('replaces what a strict encoder makes of a secret', () => {
  expect(new Redactor(["it's(me)*!"]).redact('a it%27s%28me%29%2A%21 b')).toBe('a *** b')
})

test('replaces what a secret is in base64, at any offset and in both alphabets', () => {
  const secret = fc.string({ minLength: 8, maxLength: 40, unit: fc.constantFrom(...'abcXYZ019_~?>é') })
  const neighbour = fc.constantFrom('', ':', 'ab', 'id:', 'user', 'user:', '😀')
  const alphabet = fc.constantFrom<BufferEncoding>('base64', 'base64url')
  fc.assert(
    fc.property(secret, neighbour, neighbour, alphabet, (value, before, after, encoding) => {
      const text = Buffer.from(before + value + after).toString(encoding)
      const start = Math.ceil((Buffer.byteLength(before) * 8) / 6)
      const end = Math.floor((Buffer.byteLength(before + value) * 8) / 6)
      expect(new Redactor([value]).redact(text)).toBe(`${text.slice(0, start)}***${text.slice(end)}`)
    }),
    { numRuns: 2000, seed: 20261121 }
  )
})

test('replaces each line of a secret of several lines, but not its short ones', () => {
  const redactor = new Redactor([KEY])
  expect(redactor.redact('-----BEGIN KEY-----\nMIIEvQIBADANBgkq\nhkiG\nindented-line!\n')).toBe(
    '***\n***\nhkiG\n***!\n'
  )
  expect(redactor.redact(JSON.stringify({ key: KEY.trim() }))).toBe('{"key":"***"}')
  expect(redactor.redact(cleanLine(`bad key ${KEY}`))).toBe('bad key ***')
})

test('leaves braces of a pretty-printed secret alone', () => {
  expect(new Redactor(['{\n  "private": "a1b2c3d4"\n}']).redact('{ "a": 1 }')).toBe('{ "a": 1 }')
})

test.each(['', ' ', 'abc', ' abc\n'])('does not replace the secret %j, which is too short', (secret) => {
  expect(new Redactor([secret]).redact('abc YWJj a b c')).toBe('abc YWJj a b c')
})

test('replaces a secret without the white space around it', () => {
  expect(new Redactor(['pass5\n']).redact('got pass5.')).toBe('got ***.')
})

test('replaces the longest of secrets that begin alike', () => {
  expect(new Redactor(['token', 'token-and-more']).redact('token-and-more token-and')).toBe('*** ***-and')
})

test('leaves no piece of secrets that overlap', () => {
  expect(new Redactor(['abcdef', 'defghi']).redact('<abcdefghi>')).toBe('<***>')
  expect(new Redactor(['abab']).redact('<ababab>')).toBe('<***>')
})

test('knows a token from the moment it is added', () => {
  const redactor = new Redactor()
  expect(redactor.redact('minted-token')).toBe('minted-token')
  redactor.add('minted-token')
  expect(redactor.redact('minted-token')).toBe('***')
})

test('takes the characters of a secret literally', () => {
  expect(new Redactor(['a.b*c$&[x]']).redact('a.b*c$&[x] aXbbc')).toBe('*** aXbbc')
})

test('takes many long secrets', () => {
  const keys = Array.from({ length: 40 }, (_, index) => `eyJhbGciOiJSUzI1NiJ9.${`${index}-key-`.repeat(600)}`)
  const redactor = new Redactor(keys)
  expect(redactor.redact(keys.join(' '))).toBe(keys.map(() => '***').join(' '))
})

test('is not deceived by colours inside a secret, and leaves those of other lines', () => {
  const redactor = new Redactor(['hunter2hunter2'])
  const coloured = 'hun\u001b[1mter2\u001b[0;31mhunter2'
  expect(redactor.redact(`\u001b[32mok\u001b[0m\n\u001b[31m${coloured}\u001b[0m!\nend`)).toBe(
    '\u001b[32mok\u001b[0m\n***!\nend'
  )
})

test('does not know a secret that is broken over two lines', () => {
  expect(new Redactor(['hunter2hunter2']).redact('hunter2\nhunter2')).toBe('hunter2\nhunter2')
})
