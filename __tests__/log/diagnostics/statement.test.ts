import { expect, test } from '@jest/globals'
import { findStatement } from '../../../src/log/diagnostics/statement.ts'

const requirements = [
  '# numpy==1.0',
  'numpy-financial==1.0',
  'numpy == 1.0 ; python_version > "3"',
  'requests>=2 --hash=sha256:abc',
  'flask'
].join('\r\n')

const dockerfile = ['FROM x', 'RUN a \\', '  && b', '\\', 'RUN a && c'].join('\n')

test.each([
  ['numpy==1.0', requirements, 3],
  ['requests>=2', requirements, 4],
  ['Flask', requirements, 5],
  ['flas', requirements, undefined],
  ['', requirements, undefined],
  ['RUN a &&     b', dockerfile, 2],
  ['RUN a && c', dockerfile.replace('RUN a \\', 'RUN z'), 5],
  ['RUN d', dockerfile, undefined]
])('%j is at its line', (statement, text, line) => {
  expect(findStatement(statement, text)).toBe(line)
})
