import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { test } from '@jest/globals'

type Test = { (name: string, run: () => Promise<void>): void; readonly each: typeof test.each }

const PLACES = [
  ...(process.env['PATH'] ?? '').split(delimiter),
  join(import.meta.dirname, '../../../../node_modules/.bin')
]

/** `test` where this machine has the tool, or cargo the target; elsewhere the test is skipped, and its name says why. */
export function testWith(tool: 'cargo' | 'go' | 'deno' | 'wasm32-wasip1'): Test {
  if (tool === 'wasm32-wasip1' ? hasTarget(tool) : PLACES.some((place) => existsSync(join(place, tool)))) return test
  const skip = (name: string, run: () => Promise<void>) => test.skip(`${name} (this machine has no ${tool})`, run)
  return Object.assign(skip, { each: test.skip.each })
}

function hasTarget(target: string): boolean {
  const asked = spawnSync('rustc', ['--print', 'target-libdir', '--target', target], { encoding: 'utf8' })
  return asked.status === 0 && existsSync(asked.stdout.trim())
}
