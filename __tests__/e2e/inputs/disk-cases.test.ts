import { chmodSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { type Emulator, startEmulator } from '../../../emulator/start.ts'
import { callUrl, inputsFor, messagesOf, remote, run, theFailure, Workspace } from '../../support/deploying.ts'
import { counting } from '../support/answering.ts'
import { ImageWorkspace } from '../support/gated-build.ts'

/** Cases 43 to 45, of the built action. Those of the packing alone are in source/cases.test.ts. */
const WEB = { app: 'web', code: 'web', 'dockerfile-path': 'Dockerfile', 'allow-unauthenticated': 'true' }

/** The runner sets its variables last, so a test changes them inside the process. */
function changing(code: string): Readonly<Record<string, string>> {
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` }
}

async function deployed(emulator: Emulator, env: Readonly<Record<string, string>>) {
  using workspace = new ImageWorkspace()
  return await run(workspace, { inputs: inputsFor(emulator, WEB), env })
}

/** Root can read all, so files of the checkout are opened as somebody else. */
const AS_NOBODY = `
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
for (const name of ['openSync', 'readdirSync']) {
  const original = fs[name]
  fs[name] = (...args) => {
    if (process.geteuid() !== 0 || !String(args[0]).includes('/ignite-e2e-')) return original(...args)
    process.seteuid(65534)
    try {
      return original(...args)
    } finally {
      process.seteuid(0)
    }
  }
}
syncBuiltinESMExports()`

test.each([
  ['file', 'lib/greeting.py', 'greeter', 'greeter/lib/greeting.py'],
  ['directory', 'lib', 'greeter', 'greeter/lib'],
  ['single file', 'handler.py', 'greeter/handler.py', 'greeter/handler.py'],
  ['archive', 'x.zip', 'greeter/x.zip', 'greeter/x.zip']
])('case 28: an unreadable %s is found before anything is sent', async (_, denied, code, named) => {
  await using nobody = await counting()
  using workspace = new Workspace()
  workspace.write('greeter/x.zip', 'PK')
  chmodSync(workspace.path, 0o755)
  chmodSync(path.join(workspace.path, 'greeter', denied), 0)
  const inputs = inputsFor({ grpc: nobody.address, tokenUrl: `http://${nobody.address}/token` }, { code })
  const { main } = await run(workspace, { inputs, env: changing(AS_NOBODY) })
  const { title, message } = theFailure(main)
  expect(title).toBe('An input is wrong, nothing was sent')
  expect(message).toContain(`\`${named}\` cannot be read: permission denied. Give the user of the runner the right`)
  expect(nobody.connections()).toBe(0)
})

test('case 45: a file of RUNNER_TEMP is never packed, where the directory lies in the checkout', async () => {
  await using nobody = await counting()
  using workspace = new Workspace()
  const temp = path.join(workspace.path, 'greeter')
  const inputs = inputsFor(
    { grpc: nobody.address, tokenUrl: `http://${nobody.address}/token` },
    { code: 'greeter/handler.py' }
  )
  const { main } = await run(workspace, { inputs, env: changing(`process.env.RUNNER_TEMP = '${temp}'`) })
  expect(theFailure(main).message).toMatch(/^`greeter\/handler\.py` is never packed\. /)
  expect(nobody.connections()).toBe(0)
})

test('case 43: only RUNNER_TEMP is written to, where the runner keeps its own files, too', async () => {
  const flags = ['--permission', '--allow-fs-read=*', `--allow-fs-write=${path.join(tmpdir(), 'conformance-*')}`]
  await using emulator = await startEmulator()
  const NODE_OPTIONS = [...flags, '--disable-warning=SecurityWarning'].join(' ')
  const { main, post } = await deployed(emulator, { HOME: '/nowhere', NODE_OPTIONS })
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  expect(main.annotations.map(({ level }) => level)).not.toContain('warning')
  expect(main.outputs['log_path']).toMatch(/platform\.log$/)
  expect(post.exitCode).toBe(0)
  expect(await callUrl(main.outputs['url'])).toMatchObject({ version: 'one' })
})

describe('case 44: the disk is full', () => {
  test('for the outputs: the run is red with one line, after the deployment is whole', async () => {
    await using emulator = await startEmulator()
    const { main } = await deployed(emulator, changing("process.env.GITHUB_OUTPUT = '/dev/full'"))
    expect(main.exitCode).toBe(1)
    const full =
      'The runner’s disk is full: ENOSPC: no space left on device, write. Free space on it, and run the job again.'
    expect(messagesOf(main, 'error')).toEqual([full])
    expect(main.log).toContain('Version 1 is active')
    expect((await remote(emulator, { organization: 'acme', name: 'web' })).state).toMatchObject({
      activeVersion: 1,
      settings: { allowUnauthenticated: true }
    })
  })

  test('for the state: nothing is published', async () => {
    await using emulator = await startEmulator()
    const { main } = await deployed(emulator, changing("process.env.GITHUB_STATE = '/dev/full'"))
    expect(main.exitCode).toBe(1)
    expect(main.outputs).toMatchObject({ status: 'failed', reason_code: 'internal_error', published_version: '' })
    expect(messagesOf(main, 'error')).toEqual([expect.stringContaining('The runner’s disk is full: ENOSPC')])
    expect(emulator.journal.map(({ method }) => method)).not.toContain('ComputeService/PublishDraft')
  })

  test('for the summary: a warning', async () => {
    await using emulator = await startEmulator()
    const { main } = await deployed(emulator, changing("process.env.GITHUB_STEP_SUMMARY = '/dev/full'"))
    expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
    expect(messagesOf(main, 'warning')).toEqual([expect.stringMatching(/^The job summary was not written: ENOSPC/)])
  })
})

test('case 45: without RUNNER_TEMP the log is kept in a directory that nobody else can read', async () => {
  await using emulator = await startEmulator()
  const { main } = await deployed(emulator, { ...changing('delete process.env.RUNNER_TEMP'), TMPDIR: tmpdir() })
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  const directory = path.dirname(main.outputs['log_path'] ?? '')
  expect(path.dirname(directory)).toBe(tmpdir())
  expect(statSync(directory).mode & 0o777).toBe(0o700)
  rmSync(directory, { recursive: true })
})
