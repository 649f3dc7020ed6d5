import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { INPUTS } from '../../src/inputs/input-names.ts'
import { MODE_INPUTS } from '../../src/inputs/mode-inputs.ts'
import { RUNTIMES } from '../../src/model/plan.ts'
import { ADVICE } from '../../src/platform/advice/advice.ts'
import { advicePage } from './support/advice-page.ts'

const ROOT = new URL('../../', import.meta.url)
const ADVICES = ADVICE.flatMap(({ rows }) => rows)

test('docs/advice.md is what `npm run advice` makes of the rows', () => {
  expect(readFileSync(new URL('docs/advice.md', ROOT), 'utf8')).toBe(advicePage())
})

test('the README leads to it', () => {
  expect(readFileSync(new URL('README.md', ROOT), 'utf8')).toContain('](docs/advice.md)')
})

/** `name` and `name: value`, as a workflow has them. */
function inputsIn(text: string): readonly { readonly name: string; readonly value: string | undefined }[] {
  return [...text.matchAll(/`([a-z][a-z-]*)(?:: ([^`]*))?`/g)].map(([, name = '', value]) => ({ name, value }))
}

/** What an input may be set to in this version, where advice sets it. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  mode: Object.keys(MODE_INPUTS),
  runtime: RUNTIMES,
  builder: ['auto', 'draft', 'buildpacks', 'build-service']
}

/** Code of other languages, in backticks all the same. */
const NO_INPUTS = ['concurrency:']

function cannotBeFollowed(text: string): readonly string[] {
  return inputsIn(text.replaceAll(new RegExp(`\`(?:${NO_INPUTS.join('|')})\``, 'g'), '')).flatMap(({ name, value }) => {
    const isKnown = (INPUTS as readonly string[]).includes(name)
    const isOffered = value === undefined || (VALUES[name]?.includes(value) ?? true)
    return isKnown && isOffered ? [] : [value === undefined ? name : `${name}: ${value}`]
  })
}

test('the check knows what cannot be followed', () => {
  expect(cannotBeFollowed('Set `mode: canary` or raise `retry-count`, as in `code`, and `runtime: node`.')).toEqual([
    'mode: canary',
    'retry-count',
    'runtime: node'
  ])
})

test.each(ADVICES)('$id names only inputs and values that work', ({ cause, cure, given = [] }) => {
  expect(cannotBeFollowed(`${cause} ${cure}`)).toEqual([])
  for (const input of given) expect(INPUTS).toContain(input)
})

test('so does the rest of the page', () => {
  const rest = advicePage().slice(advicePage().indexOf('## Connections'))
  const cures = rest.split('\n').map((line) => line.replace(/^\| `[A-Z_]+` \|/, ''))
  expect(cures.flatMap(cannotBeFollowed)).toEqual([])
})

test.each(ADVICES)('$id says its cause and its cure in sentences', ({ cause, cure, symptom }) => {
  for (const text of [cause, cure]) expect(text).toMatch(/^[A-Z`a-z].*\.$/)
  expect(symptom).toMatch(/`[^`]+`/)
  expect(`${cause} ${cure}`).not.toMatch(/[a-z]!|[Ll]og above/)
})
