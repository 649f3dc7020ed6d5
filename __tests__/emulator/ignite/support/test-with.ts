import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { test } from '@jest/globals'

type Test = { (name: string, run: () => Promise<void>): void; readonly each: typeof test.each }

const PLACES = [
  ...(process.env['PATH'] ?? '').split(delimiter),
  join(import.meta.dirname, '../../../../node_modules/.bin')
]

/** `test` where this machine has the tool; elsewhere the test is skipped, and its name says why. */
export function testWith(tool: 'cargo' | 'go' | 'deno'): Test {
  if (PLACES.some((place) => existsSync(join(place, tool)))) return test
  const skip = (name: string, run: () => Promise<void>) => test.skip(`${name} (there is no ${tool} on the PATH)`, run)
  return Object.assign(skip, { each: test.skip.each })
}
