import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Masks } from '../../runner/masks.ts'

function masking(...secrets: readonly string[]): Masks {
  const masks = new Masks()
  for (const secret of secrets) masks.add(secret)
  return masks
}

const secret = `"p@ss w/ord'&<1>"`

test.each([
  ['itself', secret],
  ['without its quotes', secret.slice(1, -1)],
  ['base64', Buffer.from(secret).toString('base64')],
  ['in a URI', '%22p%40ss%20w%2Ford%27%26%3C1%3E%22'],
  ['in JSON', JSON.stringify(secret).slice(1, -1)],
  ['in an expression', secret.replace("'", "''")],
  ['in XML', '&quot;p@ss w/ord&apos;&amp;&lt;1&gt;&quot;']
])('hides a secret: %s', (_, form) => {
  expect(masking(secret).mask(`a ${form} b`)).toBe('a *** b')
})

test('hides a secret at the end of base64, whatever precedes it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ minLength: 8 }), (prefix, value) => {
      fc.pre(value.trim() !== '')
      expect(masking(value).hides(Buffer.from(prefix + value).toString('base64'))).toBe(true)
    })
  )
})

test('does not hide other encodings, nor a secret in pieces', () => {
  const hex = Buffer.from('hunter22').toString('hex')
  expect(masking('hunter22').mask(`${hex} hunter 22`)).toBe(`${hex} hunter 22`)
})

test('hides every line of a secret of several lines', () => {
  const masks = masking('{\n  "key": "value"\r\n\n}\n')
  expect(masks.mask('a { b } "key": "value" c')).toBe('a *** b *** *** c')
})

test('has no lower limit, but ignores blank values', () => {
  expect(masking('a', ' ', '\n', '').mask('a b a\n')).toBe('*** b ***\n')
})

test.each([
  [['abc', 'cde'], 'abcde', '***'],
  [['abc', 'def'], 'abcdef', '***'],
  [['abc', 'abcdef'], 'abcdef', '***'],
  [['aa'], 'aaa b aa', '*** b ***'],
  [['abc'], 'abc abc', '*** ***']
])('merges what %j hides in %s', (secrets, text, shown) => {
  expect(masking(...secrets).mask(text)).toBe(shown)
})
