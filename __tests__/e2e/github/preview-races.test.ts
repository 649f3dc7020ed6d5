import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type Emulator, startEmulator } from '../../../emulator/start.ts'
import type { GitHub } from '../../../runner/github/github-server.ts'
import { judged } from '../../github/support/talking.ts'
import { type Inputs, inputsFor, remote, run, startAction, Workspace } from '../../support/deploying.ts'
import { pullRequestJob, shownComment, statesOf } from '../support/on-github.ts'

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

function opened(github: GitHub, inputs: Inputs = {}) {
  return pullRequestJob(github, inputsFor(emulator, { ...ASKED, ...inputs }))
}

function closed(github: GitHub) {
  github.store.openPullRequest(7, { state: 'closed' })
  return pullRequestJob(github, inputsFor(emulator, { ...ASKED, code: 'not-checked-out' }), { state: 'closed' })
}

test('closed by a job of its own while another one deploys it: the app is gone, both are green, and the comment says so', async () => {
  await using github = await judged()
  workspace.edit('handler.py', (text) => text.replace('    name =', '    import time\n    time.sleep(4)\n    name ='))
  await using step = startAction(workspace, opened(github, { 'test-payload': '{}' }))
  await step.line(/^Saved draft/)
  using elsewhere = new Workspace()
  const closing = await run(elsewhere, closed(github))
  expect(closing.main.outputs).toMatchObject({ status: 'removed' })
  const { exitCode, outputs, log } = await step.main
  expect({ exitCode, log }).toEqual({ exitCode: 0, log })
  expect(outputs).toMatchObject({ status: 'removed' })
  expect((await step.post()).exitCode).toBe(0)
  expect((await remote(emulator, PREVIEW)).state).toBeUndefined()
  expect(shownComment(github)).toMatch(/^### 🗑️ greeter-pr-7: deleted/)
  expect(statesOf(github).map((states) => states.at(-1))).toEqual(['inactive'])
})

test('pushed by two jobs at once: one app, and one comment of a version that is live', async () => {
  await using github = await judged()
  await run(workspace, opened(github))
  using another = new Workspace()
  const jobs = await Promise.all([run(workspace, opened(github)), run(another, opened(github))])
  const published = jobs.flatMap(({ main }) => (main.exitCode === 0 ? [main] : []))
  expect(published.length).toBeGreaterThan(0)
  const { state } = await remote(emulator, PREVIEW)
  expect(state?.activeVersion).toBeGreaterThan(1)
  expect(github.store.commentsOn(7)).toHaveLength(1)
  // What the race left is put right by the next write.
  const last = await run(workspace, opened(github))
  expect(last.main.exitCode).toBe(0)
  expect(shownComment(github)).toContain(`greeter-pr-7: version ${last.main.outputs['published_version']} is live`)
  expect(github.store.commentsOn(7)).toHaveLength(1)
})

test('of two apps with one comment-key, of which none was there: after both, or after the next write, both are rows', async () => {
  await using github = await judged()
  const job = (app: string) => opened(github, { app, 'comment-key': 'shop' })
  await using stack = new AsyncDisposableStack()
  // As close together as two processes get: both end within the same moment.
  const steps = ['api', 'web'].map((app) => stack.use(startAction(workspace, job(app))))
  for (const main of await Promise.all(steps.map((step) => step.main))) expect(main.exitCode).toBe(0)
  await run(workspace, job('api'))
  expect(github.store.commentsOn(7)).toHaveLength(1)
  expect(shownComment(github)).toMatch(/\| api-pr-7 \| ✅ version 2 is live .*\n\| web-pr-7 \| ✅ version 1 is live /)
})
