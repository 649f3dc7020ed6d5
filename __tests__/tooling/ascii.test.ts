import { expect, test } from '@jest/globals'
import { asciiOf } from '../../tooling/bundle/ascii.ts'

test.each([
  ['a text', "'the app’s log ⏎ é 🚀'"],
  ['a template', '`„two“`'],
  ['a pattern', '"a🚀b’c".replace(/[🚀’]/gu, "-")'],
  ['a name', '(() => { const größe = 3; return größe })()']
])('%s means the same in ASCII', (_, code) => {
  const written = asciiOf(code)
  expect(written).toMatch(/^[\x20-\x7e]+$/)
  expect(evaluated(written)).toEqual(evaluated(code))
})

test('code in ASCII stays as it is', () => {
  const code = 'const text = "\\u2019" + String.raw`\\d`\n'
  expect(asciiOf(code)).toBe(code)
})

test.each([
  ['behind a backslash', "'\\’'"],
  ['in a raw template', 'String.raw`app’s`']
])('what would mean something else %s is refused', (_, code) => {
  expect(() => asciiOf(code)).toThrow('This cannot be written in ASCII')
})

function evaluated(code: string): unknown {
  return new Function(`return ${code}`)()
}
