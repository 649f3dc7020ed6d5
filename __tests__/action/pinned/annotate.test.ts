import { expect, test } from '@jest/globals'
import { annotate } from '../../../src/action/pinned/annotate.ts'
import { type LocatedDiagnostic, locate } from '../../../src/log/diagnostics/locate.ts'
import { cleanLines } from '../../../src/log/remote-text.ts'
import { diagnosticsOf } from '../../log/diagnostics/support/said.ts'
import { commandsIn, lineVectors } from '../../log/support/hostile-text.ts'

function found(n: number, rest: Partial<LocatedDiagnostic> = {}): LocatedDiagnostic {
  const one = {
    level: 'error',
    message: `m${n}`,
    tool: 'go',
    written: 'main.go:1',
    file: 'main.go',
    line: n,
    column: 2
  }
  return { ...one, ...rest } as LocatedDiagnostic
}

const many = (length: number, rest: Partial<LocatedDiagnostic> = {}) =>
  Array.from({ length }, (_, n) => found(n + 1, rest))

test.each([
  [0, 0, 0],
  [1, 1, 0],
  [9, 9, 0],
  [10, 9, 1],
  [500, 9, 491]
])('of %d diagnostics %d are pinned and %d counted', (count, pinned, rest) => {
  const annotated = annotate(many(count))
  expect([annotated.annotations.length, annotated.rest]).toEqual([pinned, rest])
})

test('errors come first, in their order', () => {
  const { annotations } = annotate([...many(8, { level: 'warning' }), ...many(3)])
  expect(annotations.slice(0, 4).map(({ level, line }) => [level, line])).toEqual([
    ['error', 1],
    ['error', 2],
    ['error', 3],
    ['warning', 1]
  ])
  expect(annotations).toHaveLength(9)
})

test('what has no file, and what was dropped, is counted', () => {
  const annotated = annotate([found(1), found(2, { file: undefined })], 7)
  expect(annotated).toEqual({
    annotations: [{ level: 'error', title: 'go', message: 'main.go:1: m1', file: 'main.go', line: 1, column: 2 }],
    rest: 8
  })
})

test('500 errors with paths of every kind give sane annotations of the code alone', () => {
  const paths = ['src/main.rs', '../src/main.rs', '/etc/src/main.rs', 'C:\\src\\main.rs', '/x/src/main.rs', '']
  const lines = ['1', '0', '-1', '1000000000', '7']
  const said = Array.from({ length: 500 }, (_, n) => [
    `error: number ${n}`,
    ` --> ${paths[n % paths.length]}:${lines[n % lines.length]}:3`,
    ''
  ])
  const diagnostics = diagnosticsOf(said.flat())
  const located = locate(diagnostics, { root: 'app', paths: ['src/main.rs'], read: () => undefined })
  const { annotations, rest } = annotate(located)
  expect(annotations.length + rest).toBe(diagnostics.length)
  expect(annotations).toHaveLength(9)
  for (const { file, line } of annotations) {
    expect(file).toBe('app/src/main.rs')
    expect([undefined, 1, 7]).toContain(line)
  }
})

test.each(lineVectors.map((vector) => [vector]))('vector %j as a message is one annotation', (vector) => {
  const shown = cleanLines(`main.go:1:1: a${vector}\n`, (text) => text).slice(0, -1)
  const located = locate(diagnosticsOf([shown]), {
    root: '.',
    paths: ['main.go'],
    read: () => undefined
  })
  for (const { message, file } of annotate(located).annotations) {
    expect(commandsIn(`::error file=${file}::${message}\n`)).toHaveLength(1)
    expect(commandsIn(`| ${message}\n`)).toEqual([])
  }
  expect(located).toHaveLength(1)
})
