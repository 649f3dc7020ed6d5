import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseYaml, parseYamlMapping } from '../../../src/inputs/parse/yaml-text.ts'

describe('YAML as JSON', () => {
  test.each([
    ['a: 1\nb: [true, null, "x"]', { a: 1, b: [true, null, 'x'] }],
    ['{"a": {"b": "c"}}', { a: { b: 'c' } }],
    ['a: yes\nb: 010\nc: 0x10', { a: 'yes', b: 10, c: 16 }],
    ['1: one', { 1: 'one' }],
    ['a: &x {b: 1}\nc: *x', { a: { b: 1 }, c: { b: 1 } }],
    ['text: >\n  folded\n  lines\n', { text: 'folded lines\n' }],
    ['\ufeffa: 1', { a: 1 }],
    ['# nothing', null],
    ['', null]
  ])('%j', (text, value) => {
    expect(parseYaml(text)).toEqual({ value })
  })

  test('JSON is YAML', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value)
        expect(parseYaml(text)).toEqual({ value: JSON.parse(text) })
      })
    )
  })

  test.each([
    ['a: 1\n b: hunter2', 'is not YAML (line 1, column 4)'],
    ['a: [hunter2', 'is not YAML (line 1, column 12)'],
    ['hunter2: "x', 'is not YAML (line 1, column 12)'],
    ['ok: 1\nhunter2: 1\nhunter2: 2', 'names a key twice (line 3, column 1)'],
    ['a:\n\tb: hunter2', 'is indented with a tab (line 2, column 1)'],
    ['a: hunter2\n---\nb: 1', 'holds more than one document (line 2, column 1)'],
    ['a: !hunter2 x', 'has a tag that YAML does not know (line 1, column 4)'],
    ['[hunter2]: x', 'is not YAML (line 1, column 1)'],
    ['a: *hunter2', 'has an alias that cannot be resolved'],
    [
      `a: &a [x, x, x, x, x]\n${'bcdefgh'.replace(/./g, (b) => `${b}: &${b} [${Array(9).fill(`*${String.fromCharCode(b.charCodeAt(0) - 1)}`)}]\n`)}`,
      'has an alias that cannot be resolved'
    ]
  ])('%j is refused by its place, without its text', (text, problem) => {
    const parsed = parseYaml(text)
    expect(parsed).toEqual({ problem, fix: expect.any(String) })
    expect(parseYamlMapping(text)).toEqual(parsed)
    expect(JSON.stringify(parsed)).not.toContain('hunter2')
  })

  test('no text is too odd to be read or refused', () => {
    const piece = fc.constantFrom(
      'a',
      'b: ',
      '- ',
      '\n',
      '  ',
      '\t',
      '&x ',
      '*x',
      '!t ',
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      '#',
      '|\n',
      '?',
      ':',
      '%YAML 1.1\n',
      '---\n',
      '<<: '
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 14 }).map((list) => list.join('')),
        (text) => {
          const [json, mapping] = [parseYaml(text), parseYamlMapping(text)]
          if ('problem' in json) return expect(mapping).toEqual(json)
          if (!('value' in mapping)) return expect(mapping.problem).toBe('is YAML, but no mapping')
          expect(Object.fromEntries(mapping.value.map(({ key, json: value }) => [key, value]))).toEqual(
            json.value ?? {}
          )
        }
      ),
      { numRuns: 3000 }
    )
  })
})

describe('the keys of a mapping', () => {
  test('are told with their lines, and scalars as they are written', () => {
    const text =
      "# first\na: 010\nb: True\nc: 'text'\nd:\ne: [1, [2]]\nf:\n  g: 1_0\n  h: {}\n  i:\nj: |\n  two\n  lines\n"
    const entry = { text: undefined, items: undefined, fields: undefined }
    expect(parseYamlMapping(text)).toEqual({
      value: [
        { ...entry, key: 'a', line: 2, json: 10, text: '010' },
        { ...entry, key: 'b', line: 3, json: true, text: 'True' },
        { ...entry, key: 'c', line: 4, json: 'text', text: 'text' },
        { ...entry, key: 'd', line: 5, json: null },
        {
          ...entry,
          key: 'e',
          line: 6,
          json: [1, [2]],
          items: [
            { line: 6, text: '1' },
            { line: 6, text: undefined }
          ]
        },
        {
          ...entry,
          key: 'f',
          line: 7,
          json: { g: '1_0', h: {}, i: null },
          fields: [
            { key: 'g', line: 8, text: '1_0' },
            { key: 'h', line: 9, text: undefined },
            { key: 'i', line: 10, text: undefined }
          ]
        },
        { ...entry, key: 'j', line: 11, json: 'two\nlines\n', text: 'two\nlines\n' }
      ]
    })
  })

  test('may be repeated by an alias', () => {
    const parsed = parseYamlMapping('a: &v {x: 1}\nb: *v\nc: &t text\nd: *t')
    expect('value' in parsed && parsed.value.map(({ key, text, fields }) => [key, text, fields?.length])).toEqual([
      ['a', undefined, 1],
      ['b', undefined, 1],
      ['c', 'text', undefined],
      ['d', 'text', undefined]
    ])
  })

  test.each(['- a', 'text', '1'])('are none in %j', (text) => {
    expect(parseYamlMapping(text)).toMatchObject({ problem: 'is YAML, but no mapping' })
  })

  test.each(['', '# nothing yet', 'null'])('are none in %j, which is no fault', (text) => {
    expect(parseYamlMapping(text)).toEqual({ value: [] })
  })
})
