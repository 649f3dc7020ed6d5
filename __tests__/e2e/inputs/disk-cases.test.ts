import { rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { type Emulator, startEmulator } from '../../../emulator/start.ts'
import { callUrl, inputsFor, messagesOf, remote, run } from '../../support/deploying.ts'
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
    expect(main.log).toContain('Version 1 is active at')
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
  const { main } = await deployed(emulator, changing('delete process.env.RUNNER_TEMP'))
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  const directory = path.dirname(main.outputs['log_path'] ?? '')
  expect(path.dirname(directory)).toBe(tmpdir())
  expect(statSync(directory).mode & 0o777).toBe(0o700)
  rmSync(directory, { recursive: true })
})
