import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { decodeText, parseJson } from '../../../src/inputs/parse/json-text.ts'

describe('JSON texts', () => {
  test.each([
    ['{"a": x}', 'line 1, column 7'],
    ['{"a": 1,}', 'line 1, column 9'],
    ['{\n  "a": 1\n  "b": 2\n}', 'line 3, column 3'],
    ['', 'line 1, column 1'],
    ['{"a": "secret', 'line 1, column 7'],
    ['[1, 2', 'line 1, column 6'],
    ["{'a': 1}", 'line 1, column 2'],
    ['{"a": 1} x', 'line 1, column 10'],
    ['01', 'line 1, column 1'],
    ['{"a" 1}', 'line 1, column 6'],
    ['"a\tb"', 'line 1, column 1'],
    ['[1}', 'line 1, column 3'],
    ['nul', 'line 1, column 1'],
    ['{"a":\u00a01}', 'line 1, column 6'],
    ['\u00a0{"a": 1}', 'line 1, column 1'],
    ['{"a": 1}\u2003', 'line 1, column 9']
  ])('%j is wrong at the place where it is wrong, and is not repeated', (text, place) => {
    const parsed = parseJson(text)
    expect(parsed).toMatchObject({ problem: `is not JSON (${place})` })
    expect(JSON.stringify(parsed)).not.toContain('secret')
  })

  test('a byte order mark is no fault', () => {
    expect(parseJson('\ufeff{"a":1}')).toEqual({ value: { a: 1 } })
  })

  test('any JSON is read, and anything cut off or changed is refused just where JSON.parse refuses it', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.string({ maxLength: 2 }), (text, at, put) => {
        const changed = text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + 1)
        let isJson = true
        try {
          JSON.parse(changed)
        } catch {
          isJson = false
        }
        expect('value' in parseJson(changed)).toBe(isJson)
      })
    )
  })

  test('UTF-16 and broken UTF-8 are named', () => {
    expect(decodeText(new Uint8Array([0xff, 0xfe, 0x7b, 0]))).toMatchObject({ problem: 'is not UTF-8 but UTF-16' })
    expect(decodeText(new Uint8Array([0x7b, 0xff]))).toMatchObject({ problem: 'is not UTF-8' })
    expect(decodeText(new Uint8Array([0x7b, 0x7d]))).toEqual({ value: '{}' })
  })
})
