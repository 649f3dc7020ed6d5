import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { startEmulator } from '../../emulator/start.ts'
import { inputsFor, messagesOf, ROOT, run, runMain, theFailure, Workspace } from '../support/deploying.ts'
import { counting } from './support/answering.ts'

/** Where any user can read it. */
const elsewhere = mkdtempSync(path.join(tmpdir(), 'action-'))

beforeAll(() => {
  chmodSync(elsewhere, 0o755)
  for (const each of ['action.yml', 'dist'])
    cpSync(path.join(ROOT, each), path.join(elsewhere, each), { recursive: true })
})

afterAll(() => rmSync(elsewhere, { recursive: true, force: true }))

/** Inside the process, since the runner sets its variables last. */
function inside(code: string): Readonly<Record<string, string>> {
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` }
}

/** The files are the runner's, and the step is somebody else: root becomes nobody, anybody else loses the right. */
const SOMEBODY_ELSE = `
  import { chmodSync } from 'node:fs'
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY']) chmodSync(process.env[name], 0o444)
  if (process.getuid() === 0) process.setuid(65534)`

test('The runner’s files of another user are one error with its cure, and nothing is sent', async () => {
  await using nobody = await counting()
  using workspace = new Workspace()
  const inputs = inputsFor({ grpc: nobody.address, tokenUrl: `http://${nobody.address}/token` })
  const { main, post } = await run(workspace, { directory: elsewhere, inputs, env: inside(SOMEBODY_ELSE) })
  expect(main.exitCode).toBe(1)
  expect(messagesOf(main, 'error')).toEqual([
    expect.stringMatching(
      /^The runner’s files `GITHUB_OUTPUT`, `GITHUB_STATE` and `GITHUB_STEP_SUMMARY` cannot be written as user \d+: EACCES: .*set `options: --user root`/
    )
  ])
  expect(nobody.connections()).toBe(0)
  expect(post).toMatchObject({ exitCode: 0, raw: '' })
})

test('A runner without such a file is taken as it is', async () => {
  await using emulator = await startEmulator()
  using workspace = new Workspace()
  const env = inside('delete process.env.GITHUB_STEP_SUMMARY')
  const main = await runMain(workspace, { inputs: inputsFor(emulator), env })
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
})

test('A file that is gone is named alone', async () => {
  await using nobody = await counting()
  using workspace = new Workspace()
  const inputs = inputsFor({ grpc: nobody.address, tokenUrl: `http://${nobody.address}/token` })
  const main = await runMain(workspace, { inputs, env: inside("process.env.GITHUB_STATE += '-gone'") })
  const { reason, message } = theFailure(main)
  expect(reason).toBe('bad_input')
  expect(message).toMatch(/^The runner’s file `GITHUB_STATE` cannot be written.*ENOENT/)
  expect(nobody.connections()).toBe(0)
})

/** From the moment at which the version is saved, whatever is appended to the file fails so. */
function failingLater(variable: string, code: string): string {
  return `
    import fs from 'node:fs'
    import { syncBuiltinESMExports } from 'node:module'
    const append = fs.appendFileSync
    fs.appendFileSync = (file, ...rest) => {
      if (file !== process.env.${variable}) return append(file, ...rest)
      throw Object.assign(new Error('${code}: not now, open'), { code: '${code}' })
    }
    syncBuiltinESMExports()`
}

describe.each(['EACCES', 'EPERM', 'EROFS'])('A file that cannot be written any more (%s)', (code) => {
  const says = `The runner’s disk cannot be written: ${code}: not now, open.`

  test('for the state: nothing is published, and it is no bug of ours', async () => {
    await using emulator = await startEmulator()
    using workspace = new Workspace()
    const env = inside(failingLater('GITHUB_STATE', code))
    const { reason, message } = theFailure(await runMain(workspace, { inputs: inputsFor(emulator), env }))
    expect(reason).toBe('internal_error')
    expect(message.startsWith(says)).toBe(true)
    expect(message).not.toContain('bug')
    expect(emulator.journal.map(({ method }) => method)).not.toContain('ComputeService/PublishDraft')
  })

  test('for the outputs: one red line, after the deployment is whole', async () => {
    await using emulator = await startEmulator()
    using workspace = new Workspace()
    const env = inside(failingLater('GITHUB_OUTPUT', code))
    const main = await runMain(workspace, { inputs: inputsFor(emulator), env })
    expect(main.exitCode).toBe(1)
    expect(messagesOf(main, 'error')).toEqual([expect.stringContaining(says)])
    expect(main.log).toContain('Version 1 is active')
  })
})
