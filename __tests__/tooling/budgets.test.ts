import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { checkBudget } from '../../tooling/bundle/budgets.ts'

let directory: string

beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'budgets-'))
  for (const [file, bytes] of [['index.js', 10] as const, ['1.js', 200] as const, ['2.js', 3000] as const])
    writeFileSync(path.join(directory, file), 'x'.repeat(bytes))
})
afterAll(() => rmSync(directory, { recursive: true }))

const CHUNKS = [
  { files: ['index.js'], initial: true, origins: [{}] },
  { files: ['1.js'], initial: false, origins: [{ request: './a.js' }, { request: './b.js' }] },
  { files: ['2.js'], initial: false, origins: [{ request: './b.js' }] }
]

test.each([
  { imports: [], sum: 10 },
  { imports: ['./a.js'], sum: 210 },
  { imports: ['./a.js', './b.js'], sum: 3210 }
])('what is read for $imports is counted once', ({ imports, sum }) => {
  expect(checkBudget(CHUNKS, directory, { what: 'It', imports, bytes: sum })).toBe(sum)
  expect(() => checkBudget(CHUNKS, directory, { what: 'It', imports, bytes: sum - 1 })).toThrow(
    `It reads ${sum} bytes of index.js`
  )
})

test('an import that is no more is said, and not taken for nothing', () => {
  expect(() => checkBudget(CHUNKS, directory, { what: 'It', imports: ['./c.js'], bytes: 1e9 })).toThrow(
    'No chunk is read for ./c.js'
  )
})
