import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { unifiedDiff } from '../../src/log/unified-diff.ts'

/** Lines of few different words, so that many are the same; some texts do not end with a line break. */
const text = fc
  .tuple(fc.array(fc.constantFrom('a', 'b', 'c', '', '-a', '+b', '@@', '\\ c'), { maxLength: 14 }), fc.boolean())
  .map(([lines, isEnded]) => lines.join('\n') + (isEnded && lines.length > 0 ? '\n' : ''))

/** What `patch` makes of a text and a diff; throws where the diff does not fit it. */
function patched(before: string, diff: string): string {
  const old = linesOf(before)
  const made: string[] = []
  let at = 0
  for (const [, start, oldCount, newStart, newCount, body = ''] of diff.matchAll(
    /^@@ -(\d+),(\d+) \+(\d+),(\d+) @@\n((?:[ \-+\\].*(?:\n|$))*)/gm
  )) {
    const lines = joinedEnds(body.replace(/\n$/, '').split('\n'))
    const from = Number(oldCount) === 0 ? Number(start) : Number(start) - 1
    made.push(...old.slice(at, from))
    expect(made.length).toBe(Number(newCount) === 0 ? Number(newStart) : Number(newStart) - 1)
    const gone = lines.filter((line) => !line.startsWith('+')).map((line) => line.slice(1))
    const come = lines.filter((line) => !line.startsWith('-')).map((line) => line.slice(1))
    expect([gone.length, come.length]).toEqual([Number(oldCount), Number(newCount)])
    expect(old.slice(from, from + gone.length)).toEqual(gone)
    made.push(...come)
    at = from + gone.length
  }
  return [...made, ...old.slice(at)]
    .map((line) => (line.endsWith(NO_END) ? line.slice(0, -NO_END.length) : `${line}\n`))
    .join('')
}

const NO_END = '\n\\ No newline at end of file'

function linesOf(whole: string): readonly string[] {
  const lines = whole.split('\n')
  const last = lines.pop() ?? ''
  return last === '' ? lines : [...lines, last + NO_END]
}

function joinedEnds(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line, at) => {
    if (line === NO_END.slice(1)) return []
    return [lines[at + 1] === NO_END.slice(1) ? line + NO_END : line]
  })
}

/** The least number of lines that go or come, counted without a table. */
function distance(before: readonly string[], after: readonly string[]): number {
  const [[a, ...as], [b, ...bs]] = [before, after]
  if (a === undefined || b === undefined) return before.length + after.length
  return a === b ? distance(as, bs) : 1 + Math.min(distance(as, after), distance(before, bs))
}

describe('A unified diff', () => {
  test('makes the second text of the first one', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(patched(before, unifiedDiff(before, after))).toBe(after)
      })
    )
  })

  test('names as few lines as can be', () => {
    const short = text.filter((each) => each.length < 12)
    fc.assert(
      fc.property(short, short, (before, after) => {
        const named = unifiedDiff(before, after)
          .split('\n')
          .filter((line) => /^[-+]/.test(line))
        expect(named).toHaveLength(distance(linesOf(before), linesOf(after)))
      })
    )
  })

  test('is empty where nothing differs, and only there', () => {
    fc.assert(fc.property(text, text, (a, b) => expect(unifiedDiff(a, b) === '').toBe(a === b)))
  })

  test('shows three lines around each difference, and parts those that lie apart', () => {
    const before = Array.from({ length: 20 }, (_, at) => `line ${at + 1}\n`).join('')
    const after = before.replace('line 2\n', 'LINE 2\n').replace('line 18\n', '')
    expect(unifiedDiff(before, after)).toBe(
      [
        '@@ -1,5 +1,5 @@',
        ' line 1',
        '-line 2',
        '+LINE 2',
        ' line 3',
        ' line 4',
        ' line 5',
        '@@ -15,6 +15,5 @@',
        ' line 15',
        ' line 16',
        ' line 17',
        '-line 18',
        ' line 19',
        ' line 20'
      ].join('\n')
    )
  })

  test('says where the last line has no end', () => {
    expect(unifiedDiff('a\nb', 'a\nb\n')).toBe('@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b')
  })
})
