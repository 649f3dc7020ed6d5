import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
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

/** Runs the page's step for a GitHub runner with an npm whose emulator is this script. */
async function stepWith(emulator: string) {
  const scratch = mkdtempSync(join(tmpdir(), 'documentation-'))
  try {
    const [, script = ''] = /working-directory: ignite-deploy\n {2}run: \|\n((?: {4}.*\n)+)/.exec(PAGE) ?? []
    mkdirSync(join(scratch, 'ignite-deploy'))
    writeFileSync(join(scratch, 'npm'), `#!/bin/sh\n[ "$1" = ci ] && exit 0\n${emulator}\n`, { mode: 0o755 })
    const env = { PATH: `${scratch}:${process.env['PATH']}` }
    const options = { cwd: join(scratch, 'ignite-deploy'), env, encoding: 'utf8', stdio: 'pipe' } as const
    const { status, stdout } = spawnSync('bash', ['-e', '-c', script], options)
    return { status, stdout }
  } finally {
    rmSync(scratch, { recursive: true })
  }
}

test('the page’s step goes on when the emulator is ready', async () => {
  expect(await stepWith(`sleep 0.3; echo '{"grpc":"here"}'; exec sleep 5 >&- 2>&-`)).toEqual({ status: 0, stdout: '' })
})

test('the page’s step ends when the emulator cannot start, and shows its log', async () => {
  const failed = await stepWith('sleep 0.3; echo "emulator: EADDRINUSE" >&2; exit 2')
  expect(failed).toEqual({ status: 1, stdout: 'emulator: EADDRINUSE\n' })
})
