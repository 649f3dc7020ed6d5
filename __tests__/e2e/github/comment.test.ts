import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Emulator, startEmulator } from '../../../emulator/start.ts'
import { judged } from '../../github/support/talking.ts'
import { inputsFor, messagesOf, run, theFailure, Workspace } from '../../support/deploying.ts'
import { HEAD, pullRequestJob, pushJob, shownComment } from '../support/on-github.ts'

const ASKED = { comment: 'true', 'allow-unauthenticated': 'true' }
const workspace = new Workspace()
let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(async () => {
  workspace[Symbol.dispose]()
  await emulator.close()
})

test('a run tells its pull request what is live, where, of which commit, and that the tests passed', async () => {
  await using github = await judged()
  const inputs = inputsFor(emulator, { ...ASKED, app: 'told', 'test-payload': '{"name": "Ada"}' })
  const { main } = await run(workspace, pullRequestJob(github, inputs))
  const [comment] = github.store.commentsOn(7)
  expect(main).toMatchObject({ exitCode: 0, outputs: { comment_id: String(comment?.id), deployment_id: '' } })
  expect(JSON.parse(main.outputs['result'] ?? '')).toMatchObject({ comment_id: comment?.id })
  expect(shownComment(github)).toMatch(
    new RegExp(
      [
        '^### ✅ told: version 1 is live',
        `${main.outputs['url']} · answers with 200 · the first version · commit aaaaaaa · the test passed · .* · at 127.0.0.1:\\d+`,
        'The first version: a new app, 2 files and allow-unauthenticated',
        'The log of the run\n*$'
      ].join('\n\n')
    )
  )
  expect(comment?.body).toContain(`/octo-org/octo-app/commit/${HEAD}`)
  expect(comment?.body).toContain('/octo-org/octo-app/actions/runs/4294967297/attempts/1')
})

test('the next run says so in the same comment, and a failure with its cause and its cure', async () => {
  await using github = await judged()
  using broken = new Workspace()
  broken.edit('handler.py', () => 'def handle(payload): return 1\n')
  const job = (app: string) => pullRequestJob(github, inputsFor(emulator, { ...ASKED, app }))
  const first = await run(workspace, job('twice'))
  const second = await run(broken, {
    ...job('twice'),
    inputs: { ...job('twice').inputs, 'test-payload': '{}' }
  })
  theFailure(second.main)
  expect(second.main.outputs['comment_id']).toBe(first.main.outputs['comment_id'])
  const comment = shownComment(github)
  expect(comment).toMatch(/^### ❌ twice: .+\n\n\*\*Nothing was published; version 1 stays live.*\*\*/)
  const cure = second.main.annotations.find(({ level }) => level === 'error')?.message.split('\n')[0] ?? 'none'
  expect(comment).toContain(cure.slice(0, 60))
})

test('two apps that share a key are rows of one table', async () => {
  await using github = await judged()
  for (const app of ['row-a', 'row-b', 'row-a']) {
    await run(workspace, pullRequestJob(github, inputsFor(emulator, { ...ASKED, app, 'comment-key': 'shop' })))
  }
  const comment = shownComment(github)
  expect(comment).toContain('| App | Result | URL | Version | Commit | Tests | Time |')
  expect(comment).toMatch(/\| row-a \| ✅ version 2 is live \| http:\S+ \| 2 \| aaaaaaa \| {2}\| .* \|/)
  expect(comment).toMatch(/\| row-b \| ✅ version 1 is live \|/)
  expect(github.store.commentsOn(7)).toHaveLength(1)
})

test('inputs that are wrong are told there, too', async () => {
  await using github = await judged()
  const { main } = await run(workspace, pullRequestJob(github, inputsFor(emulator, { ...ASKED, tier: 'huge' })))
  expect(theFailure(main).reason).toBe('bad_input')
  expect(shownComment(github)).toContain('### ❌ greeter: an input is wrong, nothing was sent')
  expect(shownComment(github)).toContain('tier: huge')
})

test('a push tells the pull request that its commit belongs to, and nothing where there is none', async () => {
  await using github = await judged()
  const job = pushJob(github, inputsFor(emulator, { ...ASKED, app: 'pushed' }))
  const alone = await run(workspace, job)
  expect(alone.main.log).toContain('No comment: no pull request belongs to this run.')
  expect(alone.main.outputs['comment_id']).toBe('')
  github.store.openPullRequest(9, { state: 'closed', isMerged: true, commits: [HEAD] })
  await run(workspace, job)
  expect(shownComment(github, 9)).toContain('pushed: version 2 is live')
})

test('a plain deploy asks nothing of GitHub, and `comment: auto` is one', async () => {
  await using github = await judged({ permissions: {} })
  for (const comment of ['auto', 'false']) {
    const { main } = await run(workspace, pullRequestJob(github, inputsFor(emulator, { comment, app: 'plain' })))
    expect(main.exitCode).toBe(0)
  }
  expect(github.calls).toEqual([])
})

test('88 a token that may not is one warning, in log and summary, and the deploy is green', async () => {
  await using github = await judged({ permissions: { contents: 'read' } })
  const inputs = inputsFor(emulator, { ...ASKED, app: 'denied', 'github-deployment': 'true' })
  const { main } = await run(workspace, pullRequestJob(github, inputs))
  expect(main.exitCode).toBe(0)
  const [warning = '', ...others] = messagesOf(main, 'warning')
  expect(others).toEqual([])
  expect(warning).toContain('Add `deployments: write` and `pull-requests: write` to the job’s `permissions:`.')
  expect(main.log).toContain('permissions:\n  contents: read\n  deployments: write\n  pull-requests: write\n')
  expect(main.summary).toContain('pull-requests')
})

test.each([
  ['github-token is empty', { 'github-token': '' }, {}, '`github-token` is empty'],
  ['its address is plaintext', {}, { api_url: 'http://git.example.com/api/v3' }, 'is not https'],
  ['the repository is not named', {}, { repository: '' }, 'GITHUB_REPOSITORY']
])('where %s, that is a warning', async (_, inputs, context, says) => {
  await using github = await judged()
  const job = pullRequestJob(github, inputsFor(emulator, { ...ASKED, app: 'lost', ...inputs }))
  const { main } = await run(workspace, { ...job, github: { ...job.github, ...context } })
  expect(main.exitCode).toBe(0)
  expect(messagesOf(main, 'warning').join('\n')).toContain(says)
  expect(github.calls).toEqual([])
})
