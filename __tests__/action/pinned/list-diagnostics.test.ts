import { expect, test } from '@jest/globals'
import { listDiagnostics } from '../../../src/action/pinned/list-diagnostics.ts'
import type { LocatedDiagnostic } from '../../../src/log/diagnostics/locate.ts'
import { commandsIn, lineVectors } from '../../log/support/hostile-text.ts'

const one: LocatedDiagnostic = {
  level: 'error',
  message: 'undefined: x',
  tool: 'go',
  written: './main.go:3',
  file: 'app/main.go',
  line: 3,
  column: 5
}

test('each diagnostic is a line', () => {
  const elsewhere = { ...one, file: undefined, line: undefined, column: undefined, written: '/go/x.go:9' }
  const nowhere = { ...elsewhere, level: 'warning' as const, written: undefined }
  expect(listDiagnostics([one, elsewhere, nowhere], { dropped: 1200 })).toBe(
    [
      '- ❌ <code>app/main.go:3:5</code> go: <code>undefined: x</code>',
      '- ❌ <code>/go/x.go:9</code> go: <code>undefined: x</code>',
      '- ⚠️ go: <code>undefined: x</code>',
      '- and 1,200 more in the log'
    ].join('\n')
  )
  expect(listDiagnostics([])).toBe('')
})

test('a place is a link where its file is shown somewhere', () => {
  const urlOf = (file: string, line?: number) => `https://github.com/acme/shop/blob/abc/${file}#L${line}`
  expect(listDiagnostics([one], { urlOf })).toBe(
    '- ❌ <a href="https&#58;//github.com/acme/shop/blob/abc/app/main.go&#35;L3"><code>app/main.go:3:5</code></a> go: <code>undefined: x</code>'
  )
})

test.each([
  ['HTML', '</code><img src=x onerror=alert(1)>'],
  ['a fence', '```\n# title'],
  ['a table', 'a | b\n|---|---|'],
  ['a mention', '@someone/team see #12'],
  ['a link', '[x](https://evil.example) www.evil.example'],
  ['emphasis', '**bold** _it_ ~gone~ `code`'],
  ['a comment', '<!-- hidden']
])('%s in a message or a path stays text', (_name, text) => {
  const list = listDiagnostics([{ ...one, message: text, file: undefined, written: text }])
  expect(list.split('\n')).toHaveLength(1)
  expect(list.replaceAll(/<\/?code>|&#\d+;/g, '')).not.toMatch(/[<>`|@#[\]*_~]|:\/\/|www\./)
})

test.each(lineVectors.map((vector) => [vector]))('vector %j makes no command', (vector) => {
  const list = listDiagnostics([{ ...one, message: vector, file: undefined, written: vector }])
  expect(commandsIn(`${list}\n`)).toEqual([])
})

test('a list that would not fit is cut and says how many are left', () => {
  const long = { ...one, message: '@'.repeat(1000) }
  const list = listDiagnostics(Array.from({ length: 1000 }, () => long))
  expect(Buffer.byteLength(list)).toBeLessThan(410 * 1024)
  const shown = list.split('\n').length - 1
  expect(list).toMatch(new RegExp(`\n- and ${1000 - shown} more in the log$`))
})
