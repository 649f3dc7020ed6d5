import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  assignments,
  commandOf,
  declarations,
  words
} from '../../../../emulator/ignite/images/dockerfile/dockerfile-words.ts'

const VALUES: Readonly<Record<string, string>> = { A: 'one', EMPTY: '', DIR: '/srv' }
const scope = (name: string) => VALUES[name]

// `@{` stands for the `${` of a template, which the linter would take for a mistake.
test.each([
  ['a  b\tc', ['a', 'b', 'c']],
  ['"a b" c', ['a b', 'c']],
  ['\'$A\' "$A" $A', ['$A', 'one', 'one']],
  ['x$A/y', ['xone/y']],
  ['@{A}s', ['ones']],
  ['\\$A "\\$A"', ['$A', '$A']],
  ['$NOPE.', ['.']],
  ['@{NOPE:-fall back}', ['fall back']],
  ['@{EMPTY:-$A}', ['one']],
  ['@{A:+yes}@{NOPE:+no}', ['yes']],
  ['a\\ b', ['a b']],
  ['"a"b\'c\'', ['abc']],
  ['""', ['']],
  ['say "half', ['say', '"half']]
])('%s is read as %j', (text, expected) => {
  expect(words(text.replaceAll('@{', '${'), scope)).toEqual(expected)
})

test('a text without specials is its words', () => {
  const word = fc.stringMatching(/^[a-z0-9/._=-]{1,8}$/)
  fc.assert(
    fc.property(fc.array(word), (list) => {
      expect(words(list.join('  '), scope)).toEqual(list)
    })
  )
})

test('reading ends whatever the text is', () => {
  fc.assert(fc.property(fc.string(), (text) => Array.isArray(words(text, scope))))
})

test.each([
  ['KEY=value OTHER="two words"', { KEY: 'value', OTHER: 'two words' }],
  ['KEY the rest of it', { KEY: 'the rest of it' }],
  ['HOME=$DIR/x', { HOME: '/srv/x' }],
  ['URL=http://h/?a=b', { URL: 'http://h/?a=b' }]
])('%s assigns %j', (text, expected) => {
  expect(assignments(text, scope)).toEqual(expected)
})

test('a declared name has a default or none', () => {
  expect(declarations('ONE TWO=2 THREE=', scope)).toEqual([
    ['ONE', undefined],
    ['TWO', '2'],
    ['THREE', '']
  ])
})

test.each([
  ['["a", "b c"]', { form: 'exec', args: ['a', 'b c'] }],
  ['[ -f x ] && y', { form: 'shell', text: '[ -f x ] && y' }],
  ['["a", 1]', { form: 'shell', text: '["a", 1]' }],
  ['exec server', { form: 'shell', text: 'exec server' }]
])('%s is the command %j', (text, expected) => {
  expect(commandOf(text)).toEqual(expected)
})
