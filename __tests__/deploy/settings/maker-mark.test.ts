import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isMadeBy, makerIn, withMark } from '../../../src/deploy/settings/maker-mark.ts'

const name = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,30}$/)
const repository = fc.tuple(name, name).map(([owner, repo]) => `${owner}/${repo}`)
const madeBy = fc
  .tuple(repository, fc.option(fc.integer({ min: 1, max: 99_999 }), { nil: undefined }))
  .map(([repo, number]) => (number === undefined ? repo : `${repo}#${number}`))
const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.lorem({ mode: 'sentences' }), fc.constant('a\nb\n'))

describe('The mark of who made an app', () => {
  test('is read from whatever description it was written to', () => {
    fc.assert(fc.property(text, madeBy, (words, maker) => expect(makerIn(withMark(words, maker))).toBe(maker)))
  })

  test('leaves the words before it, and is written once', () => {
    fc.assert(
      fc.property(text, madeBy, madeBy, (words, first, second) => {
        fc.pre(makerIn(words) === undefined)
        const marked = withMark(words, first)
        expect(withMark(marked, second)).toBe(withMark(words, second))
        expect(marked?.startsWith(words.trimEnd())).toBe(true)
      })
    )
  })

  test('survives what a platform does to white space', () => {
    fc.assert(
      fc.property(text, madeBy, (words, maker) =>
        expect(makerIn(`${withMark(words, maker)} \n`.trimStart())).toBe(maker)
      )
    )
  })

  test.each([
    undefined,
    '',
    'Greets people.',
    'Deployed by acme/greeter',
    'Deployed by acme/greeter (dodil/ignite-deploy), and by hand since.',
    'Not Deployed by acme/greeter (dodil/ignite-deploy)'
  ])('is not in %j', (words) => expect(makerIn(words)).toBeUndefined())

  test('is left out where nobody is known to have made it', () => {
    expect(withMark('Greets people.', undefined)).toBe('Greets people.')
    expect(withMark(undefined, undefined)).toBeUndefined()
  })
})

describe('An app is made by', () => {
  const marked = (maker: string) => withMark('Greets people.', maker)
  test.each([
    ['acme/greeter', 'acme/greeter', true],
    ['Acme/Greeter', 'acme/greeter', true],
    ['acme/greeter#12', 'acme/greeter', true],
    ['acme/greeter#12', 'acme/greeter#12', true],
    ['acme/greeter#12', 'acme/greeter#1', false],
    ['acme/greeter', 'acme/greeter#12', false],
    ['acme/greeter-two', 'acme/greeter', false],
    ['acme/greeter', 'acme/greeter-two', false]
  ])('%s, asked for %s: %j', (maker, wanted, is) => expect(isMadeBy(marked(maker), wanted)).toBe(is))

  test('nobody, where its description does not say', () => {
    fc.assert(fc.property(repository, (wanted) => expect(isMadeBy('Greets people.', wanted)).toBe(false)))
  })
})
