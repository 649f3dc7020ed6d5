import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { InputError, Problem } from '../../src/model/errors.ts'

test.each([
  ['`code` is missing.', 'Set it.', '`code` is missing. Set it.'],
  ['`code: x` does not exist.', '', '`code: x` does not exist.'],
  ['There is nothing.', 'Set `runtime`.', 'There is nothing. Set `runtime`.'],
  ['`x` is a FIFO.', 'Remove it.', '`code` and `runtime`: `x` is a FIFO. Remove it.'],
  ['The code is wrong.', 'Mend `codes`.', '`code` and `runtime`: The code is wrong. Mend `codes`.']
])('The problem %j with the fix %j reads %j', (message, fix, text) => {
  const problem = new Problem({ inputs: ['code', 'runtime'], message, fix })
  expect(problem.text).toBe(text)
  expect(new InputError([problem]).message).toBe(text)
})

test('No words make a problem that names none of its inputs', () => {
  const name = fc.stringMatching(/^[a-z]+(-[a-z]+)?$/)
  fc.assert(
    fc.property(name, fc.array(name), fc.string(), fc.string(), (first, others, message, fix) => {
      const inputs = [first, ...others] as const
      const { text } = new Problem({ inputs, message, fix })
      expect(inputs.some((each) => text.includes(`\`${each}\``) || text.includes(`\`${each}: `))).toBe(true)
    })
  )
})
