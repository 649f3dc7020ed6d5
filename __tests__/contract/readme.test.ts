import { globSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { OUTPUTS } from '../../src/action/outputs.ts'
import { INPUTS } from '../../src/inputs/input-names.ts'
import { inputTables } from '../../tooling/readme/input-tables.ts'
import { currentReadme, README } from '../../tooling/readme/readme.ts'

const readme = readFileSync(README, 'utf8')

test('the tables of the README are what `npm run readme` makes of action.yml and the advice', () => {
  expect(readme).toBe(currentReadme())
})

test.each([...INPUTS, ...OUTPUTS])('the README describes `%s` in one row', (name) => {
  expect(readme.split(`\n| \`${name}\` |`)).toHaveLength(2)
})

test('an input that is in no group is found, and so is a group with an input that is not there', () => {
  const few = { inputs: { app: { description: 'The app.' }, canary: { description: 'New.' } }, outputs: {} }
  expect(() => inputTables(few)).toThrow(/once: canary, code, service-account-id/)
})

test('the pages use one version of each action', () => {
  const pages = globSync('docs/*.md', { cwd: new URL('../../', import.meta.url) })
  const text = [readme, ...pages.map((page) => readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8'))].join(
    '\n'
  )
  const used = new Set(Array.from(text.matchAll(/uses: ([\w./-]+@v\d+)/g), ([, action]) => action))
  expect(used).toContain('actions/checkout@v7')
  const names = [...used].map((action) => action?.split('@')[0])
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})
