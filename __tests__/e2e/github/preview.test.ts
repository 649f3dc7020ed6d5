import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type Emulator, startEmulator } from '../../../emulator/start.ts'
import type { GitHub } from '../../../runner/github/github-server.ts'
import type { StageResult } from '../../../runner/stage.ts'
import { judged } from '../../github/support/talking.ts'
import {
  type ActionOptions,
  callUrl,
  type Inputs,
  inputsFor,
  messagesOf,
  remote,
  run,
  startAction,
  theFailure,
  Workspace
} from '../../support/deploying.ts'
import { callsOf } from '../support/live-app.ts'
import { HEAD, pullRequestJob, pushJob, shownComment, statesOf } from '../support/on-github.ts'

const ASKED = { mode: 'preview', 'allow-unauthenticated': 'true', 'github-deployment': 'true' }
const PREVIEW = { organization: 'acme', name: 'greeter-pr-7' }
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

function opened(github: GitHub, inputs: Inputs = {}): ActionOptions {
  return pullRequestJob(github, inputsFor(emulator, { ...ASKED, ...inputs }))
}

/** Jobs of a closed pull request have nothing checked out, most often. */
function closed(github: GitHub, inputs: Inputs = {}): ActionOptions {
  const pull = github.store.pullRequests.get(7)
  github.store.openPullRequest(7, { ...pull, state: 'closed', isMerged: true })
  const merged = { state: 'closed', merged: true }
  return pullRequestJob(github, inputsFor(emulator, { ...ASKED, code: 'not-checked-out', ...inputs }), merged)
}

async function main(job: ActionOptions): Promise<StageResult> {
  const { main, post } = await run(workspace, job)
  expect(post.exitCode).toBe(0)
  return main
}

test('lives as its pull request does: opened, pushed to, closed, reopened', async () => {
  await using github = await judged()
  const first = await main(opened(github))
  expect(first.outputs).toMatchObject({ status: 'published', app_id: 'acme/greeter-pr-7', published_version: '1' })
  expect(await callUrl(first.outputs['url'])).toMatchObject({ greeting: 'Hello, Ada!' })
  expect((await remote(emulator, PREVIEW)).state?.settings.description).toContain('Deployed by octo-org/octo-app#7')
  expect(shownComment(github)).toMatch(/^### ✅ greeter-pr-7: version 1 is live/)

  await main(opened(github))
  expect(shownComment(github)).toMatch(/^### ✅ greeter-pr-7: version 2 is live/)

  const removed = await main(closed(github))
  expect(removed.outputs).toMatchObject({ status: 'removed', reason_code: 'ok' })
  expect((await remote(emulator, PREVIEW)).state).toBeUndefined()
  expect(shownComment(github)).toMatch(/^### 🗑️ greeter-pr-7: deleted/)
  expect(statesOf(github)).toEqual([
    ['in_progress', 'success', 'inactive'],
    ['in_progress', 'success', 'inactive']
  ])
  const [deployment] = github.store.deployments.values()
  expect(deployment).toMatchObject({
    ref: HEAD,
    isTransient: true,
    environment: 'preview/greeter',
    task: 'deploy:greeter-pr-7'
  })

  github.store.openPullRequest(7)
  const again = await main(opened(github))
  expect(again.outputs).toMatchObject({ status: 'published', published_version: '1' })
  expect(github.store.commentsOn(7)).toHaveLength(1)
})

test('that was never deployed is removed in peace, and the comment says so', async () => {
  await using github = await judged()
  const { exitCode, outputs } = await main(closed(github))
  expect({ exitCode, status: outputs['status'] }).toEqual({ exitCode: 0, status: 'unchanged' })
  expect(shownComment(github)).toMatch(/^### 🗑️ greeter-pr-7: does not exist, nothing is deleted/)
})

test('of two apps, by two jobs at once: an app each, and rows of one comment', async () => {
  await using github = await judged()
  const job = (app: string) => opened(github, { app, 'comment-key': 'shop' })
  const jobs = await Promise.all([main(job('api')), main(job('web'))])
  expect(jobs.map(({ outputs }) => outputs['app_id'])).toEqual(['acme/api-pr-7', 'acme/web-pr-7'])
  expect(github.store.commentsOn(7)).toHaveLength(1)
  // GitHub has no compare-and-set: of two that write in the same moment, one may show the other as it was before.
  for (const app of ['api', 'web']) await main(job(app))
  expect(github.store.commentsOn(7)).toHaveLength(1)
  expect(shownComment(github)).toMatch(/\| api-pr-7 \| ✅ version 2 is live .*\n\| web-pr-7 \| ✅ version 2 is live /)
})

describe('only what is its own is removed or replaced', () => {
  async function expectLeftAlone(github: GitHub): Promise<void> {
    const pushed = theFailure(await main(opened(github)))
    expect(pushed.message).toContain('acme/greeter-pr-7 is not the preview of octo-org/octo-app#7')
    const removed = theFailure(await main(closed(github)))
    expect(removed.message).toContain('acme/greeter-pr-7 is not deleted')
    expect((await remote(emulator, PREVIEW)).state?.activeVersion).toBe(1)
  }

  test('not what another repository deployed', async () => {
    await using github = await judged()
    const inputs = inputsFor(emulator, { app: 'greeter-pr-7' })
    await main({ inputs, github: { repository: 'somebody/else' } })
    await expectLeftAlone(github)
  })

  test('not what this repository deployed as an app of its own', async () => {
    await using github = await judged()
    await main({ inputs: inputsFor(emulator, { app: 'greeter-pr-7' }) })
    await expectLeftAlone(github)
  })
})

test('whose pull request is closed while it deploys is removed by itself', async () => {
  await using github = await judged()
  await using step = startAction(workspace, opened(github))
  await step.line(/^Saved draft/)
  github.store.openPullRequest(7, { state: 'closed' })
  const { exitCode, outputs, annotations, log } = await step.main
  expect({ exitCode, log }).toEqual({ exitCode: 0, log })
  expect(outputs).toMatchObject({ status: 'removed', published_version: '1' })
  expect(messagesOf({ annotations } as StageResult, 'notice').join('\n')).toContain(
    'was closed while this run deployed it'
  )
  expect((await remote(emulator, PREVIEW)).state).toBeUndefined()
  expect(shownComment(github)).toMatch(/^### 🗑️ greeter-pr-7: deleted/)
  expect(statesOf(github)).toEqual([['in_progress', 'inactive']])
})

test('whose pull request is closed while its deploy fails is removed, and the run stays red', async () => {
  await using github = await judged()
  workspace.edit(
    'handler.py',
    () => 'import time\ndef handler(payload, ctx):\n    time.sleep(1)\n    raise ValueError()\n'
  )
  await using step = startAction(workspace, opened(github, { 'test-payload': '{}' }))
  await step.line(/^Saved draft/)
  github.store.openPullRequest(7, { state: 'closed' })
  expect(theFailure(await step.main).reason).toBe('test_failed')
  expect((await remote(emulator, PREVIEW)).state).toBeUndefined()
})

describe('by a workflow that another one started', () => {
  test('is of the commit that the other ran for, with the number that is given', async () => {
    await using github = await judged()
    const built = 'c'.repeat(40)
    const job = pushJob(github, inputsFor(emulator, { ...ASKED, 'pr-number': '7' }))
    const branch = { head_repository: { full_name: 'octo-org/octo-app' }, head_branch: 'topic-7' }
    const event = { workflow_run: { head_sha: built, pull_requests: [], ...branch } }
    await main({ ...job, github: { ...job.github, event_name: 'workflow_run' }, event })
    expect(shownComment(github)).toContain('commit ccccccc')
    expect([...github.store.deployments.values()].map(({ ref }) => ref)).toEqual([built])
  })

  test('says nothing at a pull request that it was not built of', async () => {
    await using github = await judged()
    const job = pushJob(github, inputsFor(emulator, { ...ASKED, 'pr-number': '7' }))
    const branch = { head_repository: { full_name: 'mallory/fork' }, head_branch: 'topic-7' }
    const event = { workflow_run: { head_sha: 'c'.repeat(40), pull_requests: [], ...branch } }
    const failed = await main({ ...job, github: { ...job.github, event_name: 'workflow_run' }, event })
    expect(theFailure(failed)).toMatchObject({ reason: 'bad_input' })
    expect(github.store.commentsOn(7)).toEqual([])
  })

  test('is removed where GitHub says that the pull request is closed', async () => {
    await using github = await judged()
    await main(opened(github))
    github.store.openPullRequest(7, { state: 'closed' })
    const { outputs } = await main(pushJob(github, inputsFor(emulator, { ...ASKED, 'pr-number': '7' })))
    expect(outputs['status']).toBe('removed')
  })
})

test('without the permission to read the pull request it is taken to be open, in a line', async () => {
  await using github = await judged({ permissions: { issues: 'write', deployments: 'write' } })
  const { exitCode, log } = await main(opened(github))
  expect(exitCode).toBe(0)
  expect(log).toContain('Whether the pull request 7 is open could not be read: GitHub answered HTTP 403')
})

describe('a name', () => {
  test.each<[Inputs, RegExp]>([
    [{ 'preview-name': '{app}' }, /`preview-name: \{app\}` does not hold \{number\}/],
    [{ 'preview-name': '{branch}-{number}' }, /holds braces around another word/],
    [{ 'preview-name': 'PR {number}' }, /The preview would be called PR 7, which is not the name of an app/],
    [{ app: `acme:${'a'.repeat(55)}` }, /has 65 characters; DNS takes 63/],
    [{ app: 'a'.repeat(55) }, /has 65 characters; DNS takes 63/]
  ])('that cannot be is an error: %j', async (inputs, says) => {
    await using github = await judged()
    const failure = theFailure(await main(opened(github, inputs)))
    expect(failure).toMatchObject({ reason: 'bad_input', message: expect.stringMatching(says) })
    expect(callsOf(emulator, 'CreateApp')).toBe(0)
  })
})

test('a fork’s pull request is skipped without a word to GitHub', async () => {
  await using github = await judged()
  const inputs = inputsFor(emulator, { ...ASKED, 'service-account-id': '', 'service-account-secret': '' })
  const { exitCode, outputs } = await main(
    pullRequestJob(github, inputs, { head: { repo: { full_name: 'ada/fork' } } })
  )
  expect([exitCode, outputs['status']]).toEqual([0, 'skipped'])
  expect(github.calls).toEqual([])
})
