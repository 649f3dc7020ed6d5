import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { dependenciesPage, dependenciesTable } from '../../tooling/bundle/dependencies-page.ts'

const ROOT = new URL('../../', import.meta.url)

const installed = [
  { name: 'a', version: '1.0.0', licence: 'MIT' },
  { name: 'b', version: '2.0.0', licence: 'ISC' }
]
const files = new Map([
  ['index.js', 1_400],
  ['1.index.js', 20]
])
const bundles = { main: [{ ...installed[0]!, files }], post: [] }

test('docs/dependencies.md is what `npm run dependencies` makes of the lock file and of dist/', () => {
  expect(readFileSync(new URL('docs/dependencies.md', ROOT), 'utf8')).toBe(dependenciesPage())
})

test('CONTRIBUTING leads to it', () => {
  expect(readFileSync(new URL('CONTRIBUTING.md', ROOT), 'utf8')).toContain('](docs/dependencies.md)')
})

test('a package is told with its sizes and its reason', () => {
  const rows = dependenciesTable(installed, bundles, [['Serves', 'a', 'b']])
    .trimEnd()
    .split('\n')
    .slice(2)
  expect(rows).toEqual(['| a | 1.0.0 | MIT | 1 | 1 |  | Serves |', '| b | 2.0.0 | ISC |  |  |  | Serves |'])
})

test.each([
  [[['Serves', 'a']], bundles, 'b has no reason'],
  [[['Serves', 'a', 'b', 'c']], bundles, 'c has a reason and is not there'],
  [
    [['Serves', 'a', 'b']],
    { main: [{ ...installed[0]!, version: '1.0.1', files }], post: [] },
    'a is bundled and not installed for production'
  ]
] as const)('with the reasons %j, the page is not made', (reasons, found, fault) => {
  expect(() => dependenciesTable(installed, found, reasons)).toThrow(fault)
})
