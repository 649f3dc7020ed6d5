import { expect, test } from '@jest/globals'
import { withFirstError } from '../../../src/action/pinned/first-error.ts'
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
const ENDED = 'The code did not compile: exit code 101.'

test('The first error with a place in the repository comes first, with that place', () => {
  const warning = { ...FOUND, level: 'warning', message: 'unused' } as const
  const elsewhere = { ...FOUND, file: undefined, message: 'in another crate' }
  expect(withFirstError(ENDED, [warning, elsewhere, FOUND])).toBe(
    `app/src/lib.rs:13:20: cannot find value \`nowhere\`. ${ENDED}`
  )
  expect(withFirstError(ENDED, [{ ...FOUND, column: undefined }])).toMatch(/^app\/src\/lib\.rs:13: cannot/)
  expect(withFirstError(ENDED, [warning, elsewhere])).toBe(ENDED)
})

test('Words that the tool ended with are said once', () => {
  const ended = 'The code did not compile: cannot find value `nowhere`'
  expect(withFirstError(ended, [FOUND])).toBe(`app/src/lib.rs:13:20: ${ended}`)
})

test('Its words are harmless, and no longer than a line is read', () => {
  expect(withFirstError(ENDED, [{ ...FOUND, message: 'a ##[error]b' }])).not.toContain('##[')
  expect(withFirstError('', [{ ...FOUND, message: 'x'.repeat(5000) }])).toBe(
    `app/src/lib.rs:13:20: ${'x'.repeat(300)}…. `
  )
})
