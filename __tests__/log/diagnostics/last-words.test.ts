import { expect, test } from '@jest/globals'
import { LastWords } from '../../../src/log/diagnostics/last-words.ts'

function lastOf(...lines: readonly string[]): string {
  const said = new LastWords()
  for (const line of lines) said.line(line)
  return said.text
}

test.each([
  [['Reading package lists...', 'E: Unable to locate package foo', '  '], 'E: Unable to locate package foo'],
  [['Traceback (most recent call last):', '  File "a.py", line 1', 'KeyError: 1'], 'KeyError: 1'],
  [['gcc: fatal error: no input files', 'make: *** [all] Error 1'], 'gcc: fatal error: no input files'],
  [['one', 'no space for it'], 'no space for it'],
  [['a.c:1: error: x', 'done with a.c'], 'a.c:1: error: x'],
  [
    [
      'npm error code EUSAGE',
      'npm error',
      'npm error `npm ci` can only install packages when your lock file is in sync.',
      'npm error Run "npm help ci" for more info',
      'npm error A complete log of this run can be found in: /root/.npm/_logs/x.log'
    ],
    'npm error `npm ci` can only install packages when your lock file is in sync.'
  ],
  [[], '']
])('of %j: %j', (lines, says) => expect(lastOf(...lines)).toBe(says))

test('of another command nothing is left', () => {
  const said = new LastWords()
  said.line('error: one')
  said.begin()
  said.line('two')
  expect(said.text).toBe('two')
})

test('of a flood the end is kept', () => {
  expect(lastOf('error: one', ...Array.from({ length: 100 }, (_, at) => `line ${at}`))).toBe('line 99')
})
