import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Emulator, startEmulator } from '../../../emulator/start.ts'
import type { StageResult } from '../../../runner/stage.ts'
import { judged } from '../../github/support/talking.ts'
import {
  type ActionOptions,
  type Inputs,
  inputsFor,
  messagesOf,
  startAction,
  Workspace
} from '../../support/deploying.ts'
import { HEAD, pullRequestJob, shownComment } from '../support/on-github.ts'

const ASKED = { comment: 'true', 'github-deployment': 'true', app: 'by-event' }
const SHA = 'c'.repeat(40)
const workspace = new Workspace()
let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(async () => {
  workspace[Symbol.dispose]()
  await emulator.close()
})

/** Inside the process, since the runner sets its variables last. */
function inside(code: string): Readonly<Record<string, string>> {
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` }
}

/** Both stages; what they print may be commands that an old runner reads. */
async function stages(job: ActionOptions): Promise<readonly [main: StageResult, post: StageResult]> {
  await using step = startAction(workspace, job)
  return [await step.main, await step.post()]
}

type Event = {
  readonly github?: Readonly<Record<string, string>>
  readonly event?: object
  readonly inputs?: Inputs
  /** Of the deployment. */
  readonly ref: string
  /** Where the comment is; undefined where there is none. */
  readonly pull: number | undefined
  readonly tag?: string
}

const HEADS = { number: 7, state: 'open', head: { sha: HEAD, ref: 'topic', repo: { full_name: 'octo-org/octo-app' } } }
const BUILT = { head_sha: HEAD, head_branch: 'topic', head_repository: { full_name: 'octo-org/octo-app' } }
const TAG = { ref: 'refs/tags/v1.2.0', ref_name: 'v1.2.0', ref_type: 'tag' }
const QUEUED = { ref: `refs/heads/gh-readonly-queue/main/pr-12-${SHA}` }
const EVENTS: readonly (readonly [name: string, Event])[] = [
  ['push', { ref: SHA, pull: 9 }],
  ['push of a tag', { github: { event_name: 'push', ...TAG }, ref: SHA, pull: 9, tag: 'v1.2.0' }],
  ['pull_request', { event: { pull_request: HEADS }, github: { ref: 'refs/pull/7/merge' }, ref: HEAD, pull: 7 }],
  ['pull_request_target', { event: { pull_request: HEADS }, ref: SHA, pull: 7 }],
  ['workflow_dispatch', { event: { inputs: {} }, inputs: { 'pr-number': '7' }, ref: SHA, pull: 7 }],
  ['schedule', { event: { schedule: '17 4 * * *' }, ref: SHA, pull: 9 }],
  ['workflow_run', { event: { workflow_run: { ...BUILT, pull_requests: [{ number: 7 }] } }, ref: SHA, pull: 7 }],
  ['release', { event: { release: { tag_name: 'v1.2.0' } }, github: TAG, ref: SHA, pull: 9, tag: 'v1.2.0' }],
  ['merge_group', { event: { merge_group: {} }, github: QUEUED, ref: SHA, pull: 12 }],
  ['issue_comment', { event: { issue: { number: 7, pull_request: {} } }, ref: SHA, pull: 7 }],
  ['deployment', { event: { deployment: { id: 1 } }, ref: SHA, pull: 9 }]
]

test.each(EVENTS)(
  '98 by %s, the deployment is of the right commit, and the comment is at the right pull request',
  async (name, expected) => {
    await using github = await judged()
    github.store.openPullRequest(9, { state: 'closed', isMerged: true, commits: [SHA] })
    github.store.openPullRequest(12)
    const [main] = await stages({
      inputs: inputsFor(emulator, { ...ASKED, ...expected.inputs }),
      github: { ...github.context, event_name: name, sha: SHA, ...expected.github },
      event: expected.event ?? {}
    })
    expect({ exitCode: main.exitCode, warnings: messagesOf(main, 'warning') }).toEqual({ exitCode: 0, warnings: [] })
    expect([...github.store.deployments.values()].map(({ ref }) => ref)).toEqual([expected.ref])
    expect([7, 9, 12].filter((number) => github.store.commentsOn(number).length > 0)).toEqual([expected.pull].flat())
    const shown = shownComment(github, expected.pull)
    expect(shown).toContain(`commit ${expected.ref.slice(0, 7)}`)
    expect(/ · tag (\S+)/.exec(shown)?.[1]).toBe(expected.tag)
  }
)

describe('96 without', () => {
  const told = { warnings: [], comments: 1, deployments: 1 }
  test.each<[string, { warnings: readonly unknown[]; comments: number; deployments: number }]>([
    ['GITHUB_EVENT_PATH', { ...told, comments: 0 }],
    ['GITHUB_REPOSITORY', { warnings: [expect.stringContaining('(GITHUB_REPOSITORY)')], comments: 0, deployments: 0 }],
    ['GITHUB_SHA', told],
    ['GITHUB_OUTPUT', told],
    ['GITHUB_STATE', told],
    ['GITHUB_STEP_SUMMARY', { ...told, warnings: [expect.stringContaining('GITHUB_STEP_SUMMARY')] }],
    ['GITHUB_WORKSPACE', told],
    ['GITHUB_RUN_ID', told]
  ])('%s a run does what it can', async (variable, expected) => {
    await using github = await judged()
    const job = pullRequestJob(github, inputsFor(emulator, ASKED))
    const [main, post] = await stages({ ...job, env: inside(`delete process.env.${variable}`) })
    expect({ exitCodes: [main.exitCode, post.exitCode], log: main.log }).toEqual({ exitCodes: [0, 0], log: main.log })
    expect(main.outputs['status']).toBe('published')
    // The runner's own, of the commands that stand in for its files.
    const warnings = messagesOf(main, 'warning').filter((text) => !text.includes('command is deprecated'))
    expect(warnings).toEqual(expected.warnings)
    expect(github.store.commentsOn(7)).toHaveLength(expected.comments)
    expect(github.store.deployments.size).toBe(expected.deployments)
  })

  test('GITHUB_SHA a push has no deployment, and a warning names it', async () => {
    await using github = await judged()
    const job = {
      inputs: inputsFor(emulator, ASKED),
      github: github.context,
      env: inside('delete process.env.GITHUB_SHA')
    }
    const [main] = await stages(job)
    expect(main.exitCode).toBe(0)
    expect(messagesOf(main, 'warning')).toEqual([expect.stringContaining('(GITHUB_SHA)')])
  })
})

describe('97 an event', () => {
  test.each([
    ['that is missing', `process.env.GITHUB_EVENT_PATH += '-gone'`],
    ['that is empty', `(await import('node:fs')).writeFileSync(process.env.GITHUB_EVENT_PATH, '')`],
    ['that is no JSON', `(await import('node:fs')).writeFileSync(process.env.GITHUB_EVENT_PATH, '{"pull_request": {')`]
  ])('%s says nothing, and the run goes on', async (_, code) => {
    await using github = await judged()
    const job = pullRequestJob(github, inputsFor(emulator, ASKED))
    const [main, post] = await stages({ ...job, env: inside(code) })
    expect([main.exitCode, post.exitCode]).toEqual([0, 0])
    expect(main.log).toContain('No comment: no pull request belongs to this run.')
  })

  test.each<[string, object]>([
    ['of 20 MB', { body: 'x'.repeat(20_000_000) }],
    ['whose head has no repository any more (head.repo: null)', { head: { repo: null } }]
  ])('%s is read', async (_, pull) => {
    await using github = await judged()
    const [main, post] = await stages(pullRequestJob(github, inputsFor(emulator, ASKED), { ...pull }))
    expect([main.exitCode, post.exitCode]).toEqual([0, 0])
    expect(shownComment(github)).toContain('commit aaaaaaa')
  })
})

describe('without secrets', () => {
  const SECRETLESS = { ...ASKED, 'service-account-id': '', 'service-account-secret': '' }
  test.each(['deploy', 'preview'])('a fork’s run in mode %s is skipped with a notice', async (mode) => {
    await using github = await judged()
    const head = { repo: { full_name: 'ada/fork' } }
    const [main] = await stages(pullRequestJob(github, inputsFor(emulator, { ...SECRETLESS, mode }), { head }))
    expect(main).toMatchObject({ exitCode: 0, outputs: { status: 'skipped', reason_code: 'no_credentials' } })
    expect(messagesOf(main, 'notice')).toEqual([expect.stringContaining('this pull request comes from a fork')])
    expect(github.calls).toEqual([])
  })

  test('so is Dependabot’s', async () => {
    await using github = await judged()
    const job = pullRequestJob(github, inputsFor(emulator, SECRETLESS))
    const [main] = await stages({ ...job, github: { ...job.github, actor: 'dependabot[bot]' } })
    expect(main).toMatchObject({ exitCode: 0, outputs: { status: 'skipped' } })
    expect(messagesOf(main, 'notice')).toEqual([expect.stringContaining('this pull request is Dependabot’s')])
    expect(github.calls).toEqual([])
  })

  test('a fork’s run that has credentials, and a token that only reads, is deployed, with one notice', async () => {
    await using github = await judged({ permissions: { contents: 'read', issues: 'read', deployments: 'read' } })
    const head = { repo: { full_name: 'ada/fork' } }
    const [main] = await stages(pullRequestJob(github, inputsFor(emulator, ASKED), { head }))
    expect(main).toMatchObject({ exitCode: 0, outputs: { status: 'published' } })
    expect(messagesOf(main, 'warning')).toEqual([])
    expect(messagesOf(main, 'notice').filter((text) => text.includes('a token that only reads'))).toHaveLength(1)
  })
})
