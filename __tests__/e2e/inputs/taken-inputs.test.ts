import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Emulator, startEmulator } from '../../../emulator/start.ts'
import { inputsFor, messagesOf, remote, run, runMain, startAction, Workspace } from '../../support/deploying.ts'

const workspace = new Workspace()
let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator()
})

afterAll(async () => {
  workspace[Symbol.dispose]()
  await emulator.close()
})

test('What is taken and was perhaps not meant so is a warning, and the run goes on', async () => {
  const inputs = inputsFor(emulator, { app: 'taken', env: 'SPACED = a\nQUOTED="b"' })
  const main = await runMain(workspace, { inputs, env: { INPUT_FILE: 'of another step', INPUT_File2: '' } })
  expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  expect(messagesOf(main, 'warning')).toEqual([
    '`file` is not an input of this action, and is ignored. It is under `with:`, or an `env:` sets `INPUT_FILE`.',
    '`env` keeps the space after "=" as part of the value of SPACED: write KEY=VALUE.',
    '`env` keeps the quotes as part of the value of QUOTED: write KEY=VALUE without them.'
  ])
  const { state } = await remote(emulator, { organization: 'acme', name: 'taken' })
  expect(state!.settings.env).toEqual({ SPACED: ' a', QUOTED: '"b"' })
})

describe('A job whose status is not known', () => {
  test.each([
    { what: 'is empty', status: '' },
    { what: 'is none of success, failure and cancelled', status: 'skipped' }
  ])('because `job-status` $what, is not rolled back, and a warning says so', async ({ what, status }) => {
    const app = `status-${status}x`
    const inputs = inputsFor(emulator, { app, 'job-status': status, 'rollback-on-failure': 'true' })
    await using step = startAction(workspace, { inputs })
    const main = await step.main
    expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
    step.job.status = 'failure'
    const post = await step.post()
    expect(post.exitCode).toBe(0)
    expect(messagesOf(post, 'warning')).toEqual([
      expect.stringContaining(
        `\`job-status\` ${what}, so it is not known how the job ended, and nothing is rolled back.`
      )
    ])
  })

  test('is no matter where no rollback was asked for', async () => {
    const inputs = inputsFor(emulator, { app: 'status-no-matter', 'job-status': '' })
    const { main, post } = await run(workspace, { inputs })
    expect(main.exitCode).toBe(0)
    expect(post).toMatchObject({ exitCode: 0, raw: '' })
  })
})

test('A toolchain that YAML may have cut is a warning', async () => {
  const inputs = inputsFor(emulator, { app: 'cut', code: 'crate', runtime: 'rust', toolchain: '1.7' })
  mkdirSync(path.join(workspace.path, 'crate/src'), { recursive: true })
  workspace.write('crate/src/lib.rs', '')
  const main = await runMain(workspace, { inputs })
  expect(messagesOf(main, 'warning')).toContain(
    '`toolchain: 1.7` may have lost a zero: without quotes, YAML reads 1.70 as the number 1.7. Write the version in quotes.'
  )
})

test.each([
  { reference: '', says: 'at its default branch, as it is now' },
  { reference: 'refs/heads/main', says: 'at main, as it is now' },
  { reference: 'refs/tags/v1', says: 'at v1, as it is now' },
  { reference: 'a'.repeat(40), says: `at ${'a'.repeat(40)}` }
])('The first line of a git source says what is built of it: $says', async ({ reference, says }) => {
  const url = 'https://github.com/acme/elsewhere'
  const main = await runMain(workspace, {
    inputs: inputsFor(emulator, { app: 'git-line', code: '', 'git-url': url, 'git-ref': reference })
  })
  expect(main.log).toContain(`Deploying git-line from ${url} ${says} (an image, by buildpacks) to Dodil Ignite at`)
})

const COMMIT = '8f3c1d0a5b7e49260c4d8a1f6e2b93d57a0c4e18'
const GHES = 'https://ghes.example.com:8443'

test.each([
  ['https://github.com', 'ssh://git@github.com:22/octo-org/octo-app.git'],
  ['https://github.com', 'https://github.com:443/octo-org/octo-app'],
  ['https://github.com', 'https://www.GitHub.com/Octo-Org/Octo-App.git'],
  ['https://github.com', 'ssh://git@ssh.github.com:443/octo-org/octo-app'],
  ['https://github.com', 'git@github.com:octo-org/octo-app.git'],
  [GHES, `${GHES}/octo-org/octo-app.git`],
  [GHES, 'git@ghes.example.com:octo-org/octo-app.git']
])('The workflow’s own repository on %s is known as %s: its commit is built', async (server_url, url) => {
  const inputs = inputsFor(emulator, { app: 'own-line', code: '', 'git-url': url })
  const main = await runMain(workspace, { inputs, github: { server_url, sha: COMMIT } })
  expect(main.log).toContain(`Deploying own-line from ${url} at ${COMMIT} (an image, by buildpacks)`)
})
