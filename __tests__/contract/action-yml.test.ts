import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { OUTPUTS } from '../../src/action/outputs.ts'
import { DEFAULTS, INPUTS } from '../../src/inputs/input-names.ts'
import { MODE_INPUTS } from '../../src/inputs/mode-inputs.ts'

const root = new URL('../../', import.meta.url)
const action = parse(readFileSync(new URL('action.yml', root), 'utf8'))
const modes = readFileSync(new URL('docs/modes.md', root), 'utf8')

describe('action.yml, the code and the pages', () => {
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

  test.each(Object.keys(MODE_INPUTS))('docs/modes.md and action.yml describe the mode %s', (mode) => {
    expect(modes).toContain(mode === 'deploy' ? '\nWithout `mode`, a run deploys.' : `\n**\`${mode}\`** `)
    expect(action.inputs.mode.description).toContain(`\`${mode}\``)
  })

  test('run on node24, with a post step that always runs', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/main/index.js', post: 'dist/post/index.js' })
  })

  test('the tests run on the Node that the action asks for', () => {
    expect(process.version).toMatch(/^v24\./)
  })
})
