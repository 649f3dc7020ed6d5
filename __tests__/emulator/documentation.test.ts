import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { HELP } from '../../emulator/arguments.ts'
import { VARIANTS } from '../../emulator/contract/variants.ts'
import { parseFaultScript } from '../../emulator/wire/faults/fault-script.ts'

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/emulator.md'), 'utf8')

function first(cells: RegExp): string[] {
  return Array.from(PAGE.matchAll(cells), ([, name]) => name!)
}

test('the page lists the variants that there are', () => {
  const table = PAGE.slice(PAGE.indexOf('## Variants'), PAGE.indexOf('## Faults'))
  const names = Array.from(table.matchAll(/^\| `([\w-]+)` \|/gm), ([, name]) => name)
  expect(names.sort()).toEqual(Object.keys(VARIANTS).sort())
})

test('the page lists the flags that there are', () => {
  const flags = new Set(HELP.match(/--[a-z][a-z-]*/g))
  const table = first(/^\| (`--.*?) \|/gm)
    .join(' ')
    .match(/--[a-z][a-z-]*/g)
  expect(new Set(table)).toEqual(flags)
})

test('the page’s fault script can be read', () => {
  const [, script = ''] = /```json\n([\s\S]*?)```/.exec(PAGE) ?? []
  expect(parseFaultScript(script, 'page')).toHaveLength(4)
})
