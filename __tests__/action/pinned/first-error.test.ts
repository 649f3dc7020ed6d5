import { expect, test } from '@jest/globals'
import { firstError } from '../../../src/action/pinned/first-error.ts'
import type { LocatedDiagnostic } from '../../../src/log/diagnostics/locate.ts'

const FOUND: LocatedDiagnostic = {
  level: 'error',
  tool: 'rustc',
  message: 'cannot find value `nowhere`',
  written: 'src/lib.rs:13',
  file: 'app/src/lib.rs',
  line: 13,
  column: 20
}

test('The first error with a place in the repository is named by it', () => {
  const warning = { ...FOUND, level: 'warning', message: 'unused' } as const
  const elsewhere = { ...FOUND, file: undefined, message: 'in another crate' }
  expect(firstError([warning, elsewhere, FOUND])).toBe('app/src/lib.rs:13:20: cannot find value `nowhere`')
  expect(firstError([{ ...FOUND, column: undefined }])).toBe('app/src/lib.rs:13: cannot find value `nowhere`')
  expect(firstError([warning, elsewhere])).toBeUndefined()
})

test('Its words are harmless, and no longer than a line is read', () => {
  expect(firstError([{ ...FOUND, message: 'a ##[error]b' }])).not.toContain('##[')
  expect(firstError([{ ...FOUND, message: 'x'.repeat(5000) }])).toHaveLength('app/src/lib.rs:13:20: '.length + 301)
})
