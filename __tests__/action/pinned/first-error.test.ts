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
})

test('Without one, the first error anywhere does, and without any, the line that tells it', () => {
  const ofCargo = { ...FOUND, file: undefined, written: undefined, message: 'no matching package named `serd` found' }
  expect(withFirstError(ENDED, [{ ...ofCargo, level: 'warning' }, ofCargo])).toBe(
    `no matching package named \`serd\` found. ${ENDED}`
  )
  expect(withFirstError(ENDED, [{ ...ofCargo, written: '/cargo/x.rs:3' }])).toMatch(/^\/cargo\/x\.rs:3: no matching/)
  const line = 'error: the lock file needs to be updated'
  expect(withFirstError(ENDED, [], line)).toBe(`the lock file needs to be updated. ${ENDED}`)
  expect(withFirstError(ENDED, [ofCargo], line)).toMatch(/^no matching/)
  expect(withFirstError(ENDED, [])).toBe(ENDED)
})

test('What comes last in it and stands in the words again is said once', () => {
  const failed = 'error building stage: failed to get fileinfo for /a: lstat /a: no such file or directory'
  const ended = `The image was not built: error building image: ${failed}`
  const copy = { ...FOUND, file: 'web/Dockerfile', line: 3, column: undefined }
  expect(withFirstError(ended, [{ ...copy, message: `COPY a .: ${failed}` }])).toBe(
    `web/Dockerfile:3: “COPY a .”. ${ended}`
  )
  expect(withFirstError('ended with 1', [{ ...copy, message: 'RUN x: 1' }])).toBe(
    'web/Dockerfile:3: RUN x: 1. ended with 1'
  )
})

test('Words that the tool ended with are said once', () => {
  const ended = 'The code did not compile: cannot find value `nowhere`'
  expect(withFirstError(ended, [FOUND])).toBe(`app/src/lib.rs:13:20: ${ended}`)
})

test('Its words are harmless, and no longer than a line is read', () => {
  expect(withFirstError(ENDED, [{ ...FOUND, message: 'a ##[error]b' }])).not.toContain('##[')
  expect(withFirstError('', [{ ...FOUND, message: 'x'.repeat(5000) }])).toBe(
    `app/src/lib.rs:13:20: ${'x'.repeat(300)}… `
  )
})
