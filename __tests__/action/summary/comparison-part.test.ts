import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { comparisonPart } from '../../../src/action/summary/comparison-part.ts'
import type { Change, Comparison } from '../../../src/model/comparison.ts'

function file(name: string, change: Partial<Change> = {}): Change {
  return { kind: 'changed', part: 'file', name, detail: '3 B → 4 B', ...change }
}

function comparison(changes: readonly Change[], rest: Partial<Comparison> = {}): Comparison {
  return { version: 3, changes, same: 0, line: '1 file', ...rest }
}

/** Text that Markdown could take for its own, where it is not kept from it. */
const hostile = fc
  .array(
    fc.constantFrom('```', '````', '~~~', '\n', '</details>', '<img>', '| a |', '`', ' ', '@octocat', '+', '# h', 'x'),
    { maxLength: 12 }
  )
  .map((signs) => signs.join(''))

/** The lines of each block that is fenced by backticks, as CommonMark reads them. */
function fencedBlocks(markdown: string): readonly (readonly string[])[] {
  const blocks: string[][] = []
  let fence = 0
  for (const line of markdown.split('\n')) {
    const ticks = /^ {0,3}(`{3,})([^`]*)$/.exec(line)
    if (fence === 0 && ticks) {
      fence = ticks[1]!.length
      blocks.push([])
    } else if (ticks && ticks[1]!.length >= fence && ticks[2]!.trim() === '') fence = 0
    else if (fence > 0) blocks.at(-1)?.push(line)
  }
  if (fence > 0) throw new Error('A fence is left open')
  return blocks
}

describe('A comparison in the summary', () => {
  test('is open for a plan, and folded away after a deploy', () => {
    const changes = [file('handler.py'), { kind: 'removed', part: 'env', name: 'OLD', detail: '' } as const]
    const body = [
      '| Change | What | From, to |',
      '| --- | --- | --- |',
      '| changed | <code>handler.py</code> | 3 B → 4 B |',
      '| removed | env <code>OLD</code> |  |',
      '',
      '2 files are the same.'
    ].join('\n')
    expect(comparisonPart(comparison(changes, { same: 2 }), true)).toBe(body)
    expect(comparisonPart(comparison(changes, { same: 2 }), false)).toBe(
      `<details><summary>Compared with version 3: 1 file</summary>\n\n${body}\n\n</details>`
    )
  })

  test.each<[Partial<Comparison>, readonly Change[], string]>([
    [{ version: 0 }, [file('a', { kind: 'added' })], 'The first version: 1 file'],
    [{ same: 1, line: '' }, [], 'Compared with version 3: nothing differs'],
    [{ line: '' }, [file('a', { kind: 'unknown' })], 'Compared with version 3, as far as it can be: nothing differs']
  ])('has a title for %j', (rest, changes, title) => {
    expect(comparisonPart(comparison(changes, rest), false)).toContain(`<summary>${title}</summary>`)
  })

  test('is nothing where there is nothing to show', () => {
    expect(comparisonPart(comparison([], { line: '' }), false)).toBe('')
  })

  test('shows texts as a diff that GitHub colours', () => {
    const texts = { before: 'a\nb\n', after: 'a\nc\n' }
    expect(comparisonPart(comparison([file('handler.py', { texts })]), true)).toContain(
      '<code>handler.py</code>\n\n```diff\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n```'
    )
  })

  test('says of texts that only differ in what is not shown that they do', () => {
    const texts = { before: '***\n', after: '***\n' }
    expect(comparisonPart(comparison([file('a.py', { texts })]), true)).toContain(
      '<code>a.py</code> differs in signs that are not shown.'
    )
  })

  test('keeps texts inside of their fences, and names inert', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (before, after, words) => {
        const name = words.replaceAll('\n', ' ')
        const changes = [
          file(name, { texts: { before, after }, detail: name }),
          file('z', { part: 'image', detail: name })
        ]
        const told = comparisonPart(comparison(changes, { line: name }), false)
        const blocks = fencedBlocks(told)
        expect(blocks).toHaveLength(before === after ? 0 : 1)
        const fenced = new Set(blocks.flat())
        for (const line of blocks.flat()) expect(line).toMatch(/^(@@|[-+ ]|\\ No newline)/)
        const own = told
          .split('\n')
          .filter((line) => !fenced.has(line) && !/^`{3,}(diff)?$/.test(line))
          .join('\n')
          .replace(/<\/?(?:code|details|summary)>/g, '')
          .replace(/&#\d+;/g, '')
        expect(own).not.toMatch(/[<>`@]/)
      })
    )
  })

  test('stays small, whatever is compared, and says what is left out', () => {
    const long = 'x'.repeat(300)
    const texts = { before: `${long}\n`.repeat(199), after: `${long}y\n`.repeat(199) }
    const changes = Array.from({ length: 500 }, (_, at) => file(`${at}.py`, { texts }))
    const told = comparisonPart(comparison(changes), false)
    expect(Buffer.byteLength(told)).toBeLessThan(260_000)
    expect(told).toContain('400 more changes not shown.')
    expect(told).toMatch(/The differences of 49\d more files are not shown\./)
    expect(fencedBlocks(told).length).toBeGreaterThan(0)
  })
})
