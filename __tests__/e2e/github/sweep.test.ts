import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type Emulator, startEmulator } from '../../../emulator/start.ts'
import type { GitHub, GitHubOptions } from '../../../runner/github/github-server.ts'
import type { StageResult } from '../../../runner/stage.ts'
import { judged } from '../../github/support/talking.ts'
import {
  type Inputs,
  inputsFor,
  messagesOf,
  ROOT,
  remote,
  run,
  runMain,
  startAction,
  Workspace
} from '../../support/deploying.ts'
import { refusal } from '../support/live-app.ts'
import { pullRequestJob, pushJob } from '../support/on-github.ts'

let workspace: Workspace
let emulator: Emulator

beforeEach(async () => {
  workspace = new Workspace()
  emulator = await startEmulator()
})
afterEach(async () => {
  workspace[Symbol.dispose]()
  await emulator.close()
})

/** GitHub with pull requests 1 to 3, of which each has a preview, and 1 and 2 are closed by now. */
async function deserted(options: GitHubOptions = {}): Promise<GitHub> {
  const github = await judged(options)
  for (const number of [1, 2, 3]) {
    github.store.openPullRequest(number)
    const inputs = inputsFor(emulator, { mode: 'preview', comment: 'false', 'pr-number': String(number) })
    const main = await runMain(workspace, pullRequestJob(github, inputs))
    expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: main.log })
  }
  for (const number of [1, 2]) github.store.openPullRequest(number, { state: 'closed' })
  return github
}

async function sweep(
  github: GitHub,
  inputs: Inputs = {},
  platform: Pick<Emulator, 'grpc' | 'tokenUrl'> = emulator
): Promise<StageResult> {
  const job = pushJob(github, inputsFor(platform, { app: '', code: '', ...inputs }))
  const given = Object.fromEntries(Object.entries(job.inputs ?? {}).filter(([, value]) => value !== ''))
  await using step = startAction(workspace, { ...job, inputs: given, directory: path.join(ROOT, 'sweep') })
  return await step.main
}

async function isThere(name: string): Promise<boolean> {
  return (await remote(emulator, { organization: 'acme', name })).state !== undefined
}

function listed(...names: readonly string[]): string {
  return JSON.stringify(names.map((name) => `acme/${name}`))
}

test('previews of closed pull requests are removed, and no other app', async () => {
  await using github = await deserted()
  // A name says nothing: this one was made by nobody’s pull request.
  await run(workspace, { inputs: inputsFor(emulator, { app: 'other-pr-1' }) })
  // That of another repository is not looked at.
  await run(workspace, {
    ...pullRequestJob(
      github,
      inputsFor(emulator, { app: 'theirs', mode: 'preview', comment: 'false', 'pr-number': '1' })
    ),
    github: { ...pushJob(github, {}).github, repository: 'somebody/else', api_url: 'http://127.0.0.1:1' }
  })
  const { exitCode, outputs, summary, log } = await sweep(github)
  expect({ exitCode, log }).toEqual({ exitCode: 0, log })
  expect(outputs).toEqual({
    orphans: listed('greeter-pr-1', 'greeter-pr-2'),
    removed: listed('greeter-pr-1', 'greeter-pr-2')
  })
  const there = await Promise.all(
    ['greeter-pr-1', 'greeter-pr-2', 'greeter-pr-3', 'other-pr-1', 'theirs-pr-1'].map(isThere)
  )
  expect(there).toEqual([false, false, true, true, true])
  expect(log).toContain('acme/greeter-pr-1, of pull request 1: closed, it is removed')
  expect(log).toContain('acme/greeter-pr-3, of pull request 3: open, it stays')
  expect(summary).toContain('### 🧹 2 previews removed')
})

test('a dry run lists them, and removes nothing', async () => {
  await using github = await deserted()
  const { exitCode, outputs, summary } = await sweep(github, { 'dry-run': 'true', organization: 'acme' })
  expect([exitCode, outputs]).toEqual([0, { orphans: listed('greeter-pr-1', 'greeter-pr-2'), removed: '[]' }])
  expect(await isThere('greeter-pr-1')).toBe(true)
  expect(summary).toContain('2 previews would be removed')
})

describe('what cannot be known or done', () => {
  test.each([
    [404, '{"message": "Not Found"}', 'GitHub answered HTTP 404: Not Found'],
    [200, '{"number": 2, "state": "closed"}', 'GitHub’s API gave an answer of another form than is documented']
  ])(
    'a pull request that GitHub does not tell of keeps its preview, with a warning: %d %s',
    async (code, body, why) => {
      const fault = { kind: 'answer', code, body } as const
      await using github = await deserted({ faults: [{ path: /^\/pulls\/1$/, calls: [3], fault }] })
      const main = await sweep(github)
      expect(main.exitCode).toBe(0)
      expect(main.outputs['removed']).toBe(listed('greeter-pr-2'))
      expect(messagesOf(main, 'warning')).toEqual([
        `Whether the pull request of acme/greeter-pr-1 is closed could not be read, so it stays: ${why}.`
      ])
      expect(await isThere('greeter-pr-1')).toBe(true)
    }
  )

  test('without the permission to read pull requests, one warning says what to add', async () => {
    await using _ = await deserted()
    await using denied = await judged({ permissions: { contents: 'read' } })
    const main = await sweep(denied)
    expect([main.exitCode, main.outputs['orphans']]).toEqual([0, '[]'])
    expect(messagesOf(main, 'warning')).toEqual([
      'Whether the pull request of acme/greeter-pr-1, acme/greeter-pr-2 and acme/greeter-pr-3 is closed could not be read, so ' +
        'they stay: the GitHub token may not (x-accepted-github-permissions: pull_requests=read). Add `pull-requests: read` to the ' +
        'job’s `permissions:`.'
    ])
    expect(main.log).toContain('permissions:\n  contents: read\n  pull-requests: read\n')
  })

  test('a preview that cannot be removed does not keep the others, and the run is red', async () => {
    await emulator.close()
    emulator = await startEmulator({ faults: [{ method: 'ComputeService/DeleteApp', calls: [1], fault: refusal() }] })
    await using github = await deserted()
    const main = await sweep(github)
    expect(main.exitCode).toBe(1)
    expect(main.outputs).toEqual({ orphans: listed('greeter-pr-1', 'greeter-pr-2'), removed: listed('greeter-pr-2') })
    expect(messagesOf(main, 'error')).toEqual([expect.stringContaining('closed, and it could not be removed')])
  })

  test.each<[Inputs, RegExp]>([
    [{ organization: 'Not One' }, /`organization` is not the name of an organization/],
    [{ 'dry-run': 'yes' }, /`dry-run: yes` is not a boolean/],
    [{ dry_run: 'true' }, /`dry_run` is not an input of this action\. Did you mean `dry-run`\?/],
    [{ organisation: 'acme' }, /`organisation` is not an input of this action\. Did you mean `organization`\?/],
    [{ 'service-account-secret': '' }, /`service-account-secret` is missing/]
  ])('an input that is wrong is told, and nothing is asked: %j', async (inputs, says) => {
    await using github = await judged()
    const main = await sweep(github, inputs)
    expect(main.exitCode).toBe(1)
    expect(messagesOf(main, 'error')).toEqual([expect.stringMatching(says)])
    expect(main.outputs).toEqual({ orphans: '[]', removed: '[]' })
    expect(github.calls).toEqual([])
  })
})
