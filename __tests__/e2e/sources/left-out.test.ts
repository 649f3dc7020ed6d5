import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Emulator, startEmulator } from '../../../emulator/start.ts'
import { compiled } from '../../faults/support/compiling.ts'
import { inputsFor, messagesOf, runMain, theFailure, Workspace } from '../../support/deploying.ts'

let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator()
})

afterAll(() => emulator.close())

/** A repository whose root is the app, with what its author's machine has made. */
function repository(): Workspace {
  const workspace = new Workspace()
  workspace.copy('examples/greeter/handler.py', 'handler.py')
  mkdirSync(path.join(workspace.path, 'build'))
  workspace.write('build/model.bin', 'x'.repeat(3000))
  workspace.write('debug.log', 'x'.repeat(12))
  workspace.write('.gitignore', 'build/\n*.log\n')
  execFileSync('git', ['init', '--quiet', workspace.path])
  return workspace
}

test('what git ignores and is packed all the same is told once, with sizes and the lines that leave it out', async () => {
  using workspace = repository()
  const deploy = async () => await runMain(workspace, { inputs: inputsFor(emulator, { app: 'whole', code: '.' }) })
  const first = await deploy()
  const said =
    'Git ignores `build/` (3.0 kB) and `debug.log` (12 B), and they are packed all the same: `.gitignore` is not read. ' +
    'To leave them out, write `/build/` and `/debug.log` into an `.igniteignore`, one a line.'
  expect(messagesOf(first, 'notice').filter((text) => text.includes('Git ignores'))).toEqual([said])
  expect(first.summary).toContain('Git ignores <code>build/</code>')
  expect(first.log).toMatch(/^ +3\.0 kB {2}build\/model\.bin$/m)

  workspace.write('.igniteignore', '/build/\n/debug.log\n')
  const second = await deploy()
  expect(second).toMatchObject({ exitCode: 0 })
  expect(messagesOf(second, 'notice').join()).not.toContain('Git ignores')
  expect(second.log).not.toContain('build/model.bin')
})

test('nothing is said of what git ignores in a part of a repository', async () => {
  using workspace = repository()
  workspace.write('greeter/debug.log', '')
  const main = await runMain(workspace, { inputs: inputsFor(emulator, { app: 'part' }) })
  expect(main).toMatchObject({ exitCode: 0 })
  expect(messagesOf(main, 'notice').join()).not.toContain('Git ignores')
})

test('what was left out is said again under a compile that fails, in the log and in the summary', async () => {
  async function* log(): AsyncGenerator<Buffer> {
    yield Buffer.from('error[E0583]: file not found for module `prices`\n --> src/main.rs:1:1\n')
  }
  const files = ['src/main.rs', 'target/debug/app', '.env', 'node_modules/x/index.js']
  const { main } = await compiled({ log, isOver: () => true, error: 'cargo build ended with exit code 101' }, { files })
  const said = 'Left out of what was sent: node_modules, target and .env.'
  expect(theFailure(main).message).toContain('crate/src/main.rs:1:1: file not found for module `prices` [E0583].')
  expect(main.log.split('\n').filter((line) => line === said)).toHaveLength(1)
  expect(main.log.indexOf(said)).toBeGreaterThan(main.log.lastIndexOf('| error[E0583]'))
  expect(main.log.indexOf(said)).toBeLessThan(main.log.indexOf('##[error]crate/src/main.rs'))
  // What may hold secrets is told there by a line of its own.
  expect(main.summary).toContain('\n\nLeft out of what was sent: node&#95;modules and target.\n\n')
  expect(main.summary).toContain('\n- Left out, because they are likely to hold secrets: .env.')
})

test('nothing is said of it under a test that fails', async () => {
  using workspace = new Workspace()
  workspace.write('greeter/.env', 'A=1')
  workspace.write('greeter/handler.py', 'def handler(payload, ctx):\n    return payload["titel"]\n')
  const inputs = inputsFor(emulator, { app: 'tested', 'test-payload': '{}' })
  const main = await runMain(workspace, { inputs })
  expect(theFailure(main).reason).toBe('test_failed')
  expect(main.log + main.summary).not.toContain('Left out of what was sent')
})
