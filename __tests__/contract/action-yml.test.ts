import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { OUTPUTS } from '../../src/action/outputs.ts'
import { DEFAULTS, INPUTS } from '../../src/inputs/input-names.ts'
import { MODE_INPUTS } from '../../src/inputs/mode-inputs.ts'

const root = new URL('../../', import.meta.url)
const action = parse(readFileSync(new URL('action.yml', root), 'utf8'))
const readme = readFileSync(new URL('README.md', root), 'utf8')

describe('action.yml, the code and the README', () => {
  test('name the same inputs', () => {
    expect(Object.keys(action.inputs)).toEqual([...INPUTS])
  })

  test('name the same outputs', () => {
    expect(Object.keys(action.outputs)).toEqual([...OUTPUTS])
  })

  test('have the same defaults: what the runner fills in is not taken for what a user wrote', () => {
    const filled = INPUTS.map((name) => [name, action.inputs[name].default]).filter(
      ([, value]) => value !== undefined && !value.startsWith('$')
    )
    expect(Object.fromEntries(filled)).toEqual(DEFAULTS)
  })

  test('have no input that means nothing in every mode', () => {
    const meant = new Set(Object.values(MODE_INPUTS).flat())
    expect(INPUTS.filter((name) => !meant.has(name))).toEqual([])
  })

  test.each(Object.keys(MODE_INPUTS))('the README and action.yml describe the mode %s', (mode) => {
    expect(readme).toContain(mode === 'deploy' ? '\nWithout `mode`, a run deploys.' : `\n**\`${mode}\`** `)
    expect(action.inputs.mode.description).toMatch(new RegExp(`\\b${mode}\\b`))
  })

  test.each(INPUTS)('the README describes the input %s', (name) => {
    expect(readme).toContain(`| \`${name}\` |`)
  })

  test.each(OUTPUTS)('the README describes the output %s', (name) => {
    expect(readme).toContain(`| \`${name}\` |`)
  })

  test('run on node24, with a post step that always runs', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/main/index.js', post: 'dist/post/index.js' })
  })

  test('the tests run on the Node that the action asks for', () => {
    expect(process.version).toMatch(/^v24\./)
  })
})
