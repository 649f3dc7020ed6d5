import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { SWEEP_OUTPUTS } from '../../src/action/news/sweep-report.ts'
import { SWEEP_INPUTS } from '../../src/inputs/github/read-sweep.ts'

const read = (file: string) => parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'))
const action = read('sweep/action.yml')

test('sweep/action.yml and the code name the same inputs and outputs', () => {
  expect(Object.keys(action.inputs)).toEqual([...SWEEP_INPUTS])
  expect(Object.keys(action.outputs)).toEqual([...SWEEP_OUTPUTS])
})

test('it runs what the other action runs, and says the same of the inputs that both have', () => {
  const { inputs, runs } = read('action.yml')
  expect(action.runs).toEqual({ using: runs.using, main: `../${runs.main}` })
  const shared = Object.keys(action.inputs).filter((name) => name in inputs)
  expect(shared.length).toBeGreaterThan(7)
  for (const name of shared) expect(action.inputs[name].default).toEqual(inputs[name].default)
})
