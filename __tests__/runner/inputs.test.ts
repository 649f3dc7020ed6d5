// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are expressions of GitHub, not of JavaScript
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { fixture } from '../../runner/fixture.ts'
import { evaluate, evaluateInputs, inputVariable, readActionFile } from '../../runner/inputs.ts'

function read(inputs: string, runs = '') {
  using action = fixture({ inputs, runs })
  return readActionFile(action.directory)
}

describe('readActionFile', () => {
  test('reads names, defaults and deprecations', () => {
    const action = read(
      "  a: { default: x }\n  b: { required: true }\n  c:\n  d: { default: '1.0', deprecationMessage: use a }"
    )
    expect([...action.inputs]).toEqual([
      ['a', { fallback: 'x', deprecation: undefined }],
      ['b', { fallback: '', deprecation: undefined }],
      ['c', { fallback: '', deprecation: undefined }],
      ['d', { fallback: '1.0', deprecation: 'use a' }]
    ])
    expect(action).toMatchObject({ name: 'Fixture', main: 'main.js', post: undefined })
  })

  test.each([
    ['TRUE', 'true'],
    ['yes', 'yes'],
    ['1.0', '1'],
    ['060', '60'],
    ['', ''],
    ['~', ''],
    ['|-\n      a\n      b', 'a\nb']
  ])('turns the default %j into %j', (yaml, text) => {
    expect(read(`  a:\n    default: ${yaml}`).inputs.get('a')?.fallback).toBe(text)
  })

  test.each([
    ['  post-if: always()\n', [true, true, true]],
    ["  post-if: 'failure()  || cancelled()'\n", [false, true, true]],
    ['', [true, true, true]]
  ])('decides on post by %j', (runs, expected) => {
    const { postRuns } = read('', runs)
    expect([postRuns('success'), postRuns('failure'), postRuns('cancelled')]).toEqual(expected)
  })

  test.each([
    ['runs:\n  using: node20\n  main: a.js', 'runs.using is node20, not node24'],
    ['runs:\n  using: node24', 'runs.main is missing'],
    ['runs:\n  using: node24\n  main: a.js\n  pre: b.js', 'runs.pre is not supported'],
    ['runs:\n  using: node24\n  main: a.js\n  post-if: success()', "runs.post-if 'success()' is neither"],
    ['runs:\n  using: node24\n  main: a.js\ninputs: [a]', 'inputs is not a mapping'],
    ['runs:\n  using: node24\n  main: a.js\ninputs: { a: { default: [1] } }', 'a mapping or list stands']
  ])('refuses %j', (yaml, message) => {
    using action = fixture({})
    writeFileSync(join(action.directory, 'action.yml'), yaml)
    expect(() => readActionFile(action.directory)).toThrow(message)
  })
})

describe('evaluate', () => {
  const contexts = { github: { token: 't', sha: 'abc', event: { n: 1 } }, job: { status: 'failure', id: undefined } }

  test.each([
    ['plain $ {{ }', 'plain $ {{ }'],
    ['${{ github.token }}', 't'],
    ['${{github.sha}}-${{ job.status }}!', 'abc-failure!'],
    ['${{ github.absent }}|${{ job.id }}|${{ github.sha.deeper }}', '||'],
    ['${{ github.event.n }}', '1']
  ])('turns %j into %j', (template, text) => {
    expect(evaluate(template, contexts)).toBe(text)
  })

  test.each([
    ['${{ secrets.TOKEN }}', "Unrecognized named-value: 'secrets'"],
    ['${{ env.A }}', "Unrecognized named-value: 'env'"],
    ['${{ toString.a }}', "Unrecognized named-value: 'toString'"],
    ['${{ github }}', 'Only dotted paths'],
    ["${{ github.sha == 'a' }}", 'Only dotted paths'],
    ['${{ github.event }}', "'github.event' is not a text"]
  ])('refuses %j', (template, message) => {
    expect(() => evaluate(template, contexts)).toThrow(message)
  })
})

describe('evaluateInputs', () => {
  const action = read(
    "  One: { default: '${{ job.status }}' }\n  two: { required: true }\n  three: { deprecationMessage: gone }"
  )

  test('lists what was given first, then the defaults; an absent input is empty', () => {
    const { values, warnings } = evaluateInputs(action, { two: '' }, { job: { status: 'success' } })
    expect([...values]).toEqual([
      ['two', ''],
      ['One', 'success'],
      ['three', '']
    ])
    expect(warnings).toEqual([])
  })

  test('matches names whatever their letter case and does not evaluate a default that is not needed', () => {
    expect([...evaluateInputs(action, { ONE: '${{ x }}' }, {}).values][0]).toEqual(['ONE', '${{ x }}'])
  })

  test('passes unknown inputs on, with one warning', () => {
    const { values, warnings } = evaluateInputs(action, { One: '', paylod: 'a', x: '' }, {})
    expect(values.get('paylod')).toBe('a')
    expect(warnings).toEqual(["Unexpected input(s) 'paylod', 'x', valid inputs are ['One', 'two', 'three']"])
  })

  test('warns of a deprecated input that is given', () => {
    expect(evaluateInputs(action, { One: '', three: 'x' }, {}).warnings).toEqual([
      "Input 'three' has been deprecated with message: gone"
    ])
  })
})

test.each([
  ['my-input', 'INPUT_MY-INPUT'],
  ['two words here', 'INPUT_TWO_WORDS_HERE'],
  ['dot.ted\t', 'INPUT_DOT.TED\t']
])('names the variable of %j %s', (name, variable) => {
  expect(inputVariable(name)).toBe(variable)
})
