import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { markerOf, partsIn, renderBody, united, type WrittenPart } from '../../src/github/comment-body.ts'

function part(id: string, given: Partial<WrittenPart> = {}): WrittenPart {
  return { id, stamp: '1', title: id, cells: { App: id }, body: `About ${id}.`, isOpen: false, ...given }
}

/** What is written is inert: neither `<` nor a line break of its own can be in a title or a cell. */
const inert = fc.string({ unit: 'binary' }).map((text) => text.replace(/[<>|\r\n]/g, '').trim())
const anyPart = fc.record({
  id: fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
  stamp: fc.uuid(),
  title: inert,
  cells: fc.dictionary(inert, inert).map((cells) => ({ ...cells })),
  body: inert.map((text) => `A${text}Z`),
  isOpen: fc.boolean()
})

test('what is written is read as it was, whatever an app is called', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.uniqueArray(anyPart, { selector: ({ id }) => id, minLength: 1 }),
      (key, parts) => {
        const body = renderBody(key, parts)
        fc.pre(Buffer.byteLength(body) < 50_000)
        expect(body.startsWith(markerOf(key))).toBe(true)
        expect(partsIn(body)).toEqual(parts)
        expect(partsIn(body.replaceAll('\n', '\r\n'))).toEqual(parts)
      }
    )
  )
})

test('a marker is an HTML comment that no key can leave, and two keys have two', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (key) => {
      expect(markerOf(key)).toMatch(/^<!-- ignite-deploy [^\s<>-]* -->$/)
    })
  )
  expect(new Set(['a', 'a b', 'a-b', 'a--b', 'a%2Db', '-->'].map(markerOf)).size).toBe(6)
})

test.each([
  '',
  'words',
  '<!-- part x -->\n\nbody\n\n<!-- /part -->',
  '<!-- part %7B%7D -->\n\nbody\n\n<!-- /part -->',
  '<!-- part %E0 -->\n\nbody\n\n<!-- /part -->',
  `<!-- part ${encodeURIComponent('{"id":"a","stamp":"1","title":"a","cells":{"App":1},"isOpen":true}')} -->\n\nbody\n\n<!-- /part -->`
])('what is not in our form has no parts: %j', (body) => {
  expect(partsIn(body)).toEqual([])
})

describe('a comment', () => {
  test('of one app has no table', () => {
    const body = renderBody('k', [part('a', { title: '✅ a: version 4 is live' })])
    expect(body.split('\n')).toEqual([
      markerOf('k'),
      '',
      '### ✅ a: version 4 is live',
      '',
      expect.stringMatching(/^<!-- part \S+ -->$/),
      '',
      'About a.',
      '',
      '<!-- /part -->',
      ''
    ])
  })

  test('of several has a column for each that any has, and what failed is unfolded', () => {
    const body = renderBody('k', [
      part('a', { cells: { App: 'a', URL: 'here' } }),
      part('b', { cells: { App: 'b', Tests: '2' }, isOpen: true })
    ])
    expect(body).toContain('| App | URL | Tests |\n| --- | --- | --- |\n| a | here |  |\n| b |  | 2 |')
    expect(body).toContain('<details><summary>a</summary>')
    expect(body).toContain('<details open><summary>b</summary>')
  })

  test('takes the newest of each app, in one order', () => {
    const parts = united([part('b'), part('a', { stamp: 'old' }), part('a', { stamp: 'new' })])
    expect(parts.map(({ id, stamp }) => `${id} ${stamp}`)).toEqual(['a new', 'b 1'])
  })

  test('93 that would be too long keeps every row: the longest lose their words', () => {
    const parts = [part('a', { body: 'x'.repeat(50_000) }), part('b', { body: 'y'.repeat(20_000) })]
    const body = renderBody('k', parts)
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(60_000)
    expect(body).toContain('y'.repeat(20_000))
    expect(partsIn(body).map(({ id, body: words }) => [id, words.length < 200])).toEqual([
      ['a', true],
      ['b', false]
    ])
  })

  test('of more apps than fit says how many it leaves out', () => {
    const parts = Array.from({ length: 400 }, (_, n) => part(`app-${n}`, { cells: { App: 'é'.repeat(50) } }))
    const body = renderBody('k', parts)
    expect(body.length).toBeLessThan(65_536)
    const shown = partsIn(body).length
    expect(shown).toBeGreaterThan(50)
    expect(body.trimEnd()).toMatch(new RegExp(`and ${400 - shown} more$`))
  })
})
