import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import type { GitHub } from '../../../runner/github/github-server.ts'
import type { StepRun } from '../../../runner/runner.ts'
import { judged } from '../../github/support/talking.ts'
import { type Inputs, inputsFor, messagesOf, startAction, theFailure } from '../../support/deploying.ts'
import { runJob } from '../support/job-end.ts'
import { arrived, callsOf, failingAt, type LiveApp, liveApp, makeVersion, refusal } from '../support/live-app.ts'
import { HEAD, pullRequestJob, pushJob, shownComment, statesOf } from '../support/on-github.ts'

const ASKED = { 'github-deployment': 'true', 'github-environment': 'staging' }

test('a run has a deployment of its commit: it begins, ends with the address, and takes the place of the one before', async () => {
  await using github = await judged()
  await using live = await liveApp()
  const inputs = inputsFor(live.emulator, ASKED)
  const first = await runJob(live.workspace, pushJob(github, inputs), {})
  makeVersion(live.workspace, 'three')
  const second = await runJob(live.workspace, { ...pushJob(github, inputs), checkRunId: '55' }, {})
  const [one, two] = [...github.store.deployments.values()]
  expect([first, second].map(({ main }) => main.outputs['deployment_id'])).toEqual([String(one?.id), String(two?.id)])
  expect(two).toMatchObject({ ref: HEAD, environment: 'staging', task: 'deploy:greeter', isTransient: false })
  expect(statesOf(github)).toEqual([
    ['in_progress', 'success', 'inactive'],
    ['in_progress', 'success']
  ])
  expect(two?.statuses.at(-1)).toMatchObject({
    description: 'Version 3 is live',
    environmentUrl: live.url,
    logUrl: `${github.serverUrl}/octo-org/octo-app/actions/runs/4294967297/job/55`
  })
  expect(second.post).toMatchObject({ exitCode: 0, raw: '' })
})

test('on a pull request it is of the head, not of the merge that GitHub makes', async () => {
  await using github = await judged()
  await using live = await liveApp()
  await runJob(live.workspace, pullRequestJob(github, inputsFor(live.emulator, ASKED)), {})
  expect([...github.store.deployments.values()].map(({ ref }) => ref)).toEqual([HEAD])
})

test.each<[string, Inputs, string]>([
  ['what is to be deployed is wrong', { 'test-payload': '{}', 'test-expect': '{"a": 1}' }, 'failure'],
  ['what deploys it is wrong', { 'service-account-secret': 'another-secret' }, 'error']
])('where %s it ends as such', async (_, inputs, state) => {
  await using github = await judged()
  await using live = await liveApp()
  const { main } = await runJob(live.workspace, pushJob(github, inputsFor(live.emulator, { ...ASKED, ...inputs })), {})
  expect(main.exitCode).toBe(1)
  expect(statesOf(github)).toEqual([['in_progress', state]])
})

const RETIRED = ['in_progress', 'success', 'inactive']
const BACK = { 'rollback-on-failure': 'true' }
test.concurrent.each([
  { fate: 'stays live', inputs: {}, refused: 0, former: RETIRED },
  { fate: 'is undone by the run', inputs: BACK, refused: 0, former: ['in_progress', 'success'] },
  { fate: 'is undone by post, since the run was refused it', inputs: BACK, refused: 1, former: [...RETIRED, 'success'] }
])('of a version that does not answer and $fate, GitHub shows as active what is live', async (row) => {
  const calls = Array.from({ length: row.refused }, (_, at) => at + 1)
  await using github = await judged()
  await using live = await liveApp(failingAt('RollbackApp', calls, refusal()))
  const inputs = { ...ASKED, ...row.inputs, 'verify-timeout-seconds': '1' }
  const job = pushJob(github, inputsFor(live.emulator, inputs))
  await runJob(live.workspace, job, {})
  live.workspace.edit('handler.py', () => 'import nowhere\n')
  const { main } = await runJob(live.workspace, job, {})
  expect(theFailure(main).reason).toBe('verify_failed')
  const [former, ours] = statesOf(github)
  expect(former).toEqual(row.former)
  expect(ours).toEqual(expect.arrayContaining(['in_progress', 'failure']))
  expect(ours).not.toContain('success')
})

test('94 beside the job’s own environment there is none, and a notice says how to show the address there', async () => {
  await using github = await judged()
  await using live = await liveApp()
  const { id } = github.store.addDeployment({
    ref: HEAD,
    task: 'deploy',
    environment: 'production',
    isTransient: false,
    isProduction: true,
    description: '',
    payload: {}
  })
  github.store.checkRuns.set(55, { id: 55, deployment: id })
  const job = { ...pushJob(github, inputsFor(live.emulator, ASKED)), checkRunId: '55' }
  const { main } = await runJob(live.workspace, job, {})
  expect(github.store.deployments.size).toBe(1)
  expect(main.outputs['deployment_id']).toBe('')
  expect(messagesOf(main, 'notice').join('\n')).toContain('makes no second one')
})

describe('after the job', () => {
  test('a rollback ends the deployment, brings the one before back, and is told in the comment', async () => {
    await using github = await judged()
    await using live = await liveApp()
    const asked = { ...ASKED, comment: 'true', 'rollback-on-failure': 'true' }
    const job = pullRequestJob(github, inputsFor(live.emulator, asked))
    await runJob(live.workspace, job, {})
    makeVersion(live.workspace, 'three')
    const { main, post } = await runJob(live.workspace, job, { status: 'failure' })
    expect([main.exitCode, post.exitCode]).toEqual([0, 0])
    expect(statesOf(github)).toEqual([
      ['in_progress', 'success', 'inactive', 'success'],
      ['in_progress', 'success', 'failure']
    ])
    const [former] = [...github.store.deployments.values()]
    expect(former?.statuses.at(-1)?.environmentUrl).toBe(live.url)
    expect(shownComment(github)).toMatch(
      /^### ↩️ greeter: rolled back\n\nRolled back: version 2 of acme\/greeter is active again, instead of version 3\./
    )
    expect(github.store.commentsOn(7)).toHaveLength(1)
  })

  test.each(['deploy', 'preview'])('in mode %s, it is told where `pr-number` says', async (mode) => {
    await using github = await judged()
    await using live = await liveApp()
    // Of which the commit is that the workflow runs for.
    github.store.openPullRequest(9, { commits: [HEAD] })
    const asked = {
      mode,
      comment: 'true',
      'github-deployment': 'true',
      'rollback-on-failure': 'true',
      'pr-number': '7'
    }
    const pushed = pushJob(github, inputsFor(live.emulator, { ...asked, 'allow-unauthenticated': 'true' }))
    const job = { ...pushed, github: { ...pushed.github, event_name: 'workflow_dispatch' } }
    await runJob(live.workspace, job, {})
    makeVersion(live.workspace, 'three')
    await runJob(live.workspace, job, { status: 'failure' })
    expect(statesOf(github)).toEqual([
      ['in_progress', 'success', 'inactive', 'success'],
      ['in_progress', 'success', 'failure']
    ])
    const app = mode === 'preview' ? 'greeter-pr-7' : 'greeter'
    expect(shownComment(github)).toContain(`### ↩️ ${app}: rolled back`)
    expect(github.store.commentsOn(9)).toEqual([])
  })

  test('a job that fails otherwise changes nothing of what was told', async () => {
    await using github = await judged()
    await using live = await liveApp()
    const job = pullRequestJob(github, inputsFor(live.emulator, { ...ASKED, comment: 'true' }))
    await runJob(live.workspace, job, { status: 'failure' })
    expect(statesOf(github)).toEqual([['in_progress', 'success']])
    expect(shownComment(github)).toContain('✅ greeter: version 2 is live')
  })

  test('a rollback that fails is told as an error', async () => {
    await using github = await judged()
    await using live = await liveApp(
      failingAt('RollbackApp', [1], { action: 'status', code: 9, details: 'no', afterEffect: false })
    )
    const asked = { ...ASKED, comment: 'true', 'rollback-on-failure': 'true' }
    const { post } = await runJob(live.workspace, pullRequestJob(github, inputsFor(live.emulator, asked)), {
      status: 'failure'
    })
    expect(post.exitCode).toBe(1)
    expect(statesOf(github)).toEqual([['in_progress', 'success', 'error']])
    expect(shownComment(github)).toContain('was not made active again')
  })
})

describe('a run that does not come to its end', () => {
  /** Killed or cancelled while its draft is tested; then post. */
  async function ended(github: GitHub, live: LiveApp, how: 'SIGKILL' | 'cancel') {
    const slow = (text: string) => text.replace('    name =', '    import time\n    time.sleep(8)\n    name =')
    live.workspace.edit('handler.py', slow)
    const inputs = inputsFor(live.emulator, { ...ASKED, comment: 'true', 'test-payload': '{}' })
    await using step = startAction(live.workspace, pullRequestJob(github, inputs))
    while (callsOf(live.emulator, 'TestDraft') === 0 || statesOf(github).flat().length === 0) await sleep(10)
    if (how === 'cancel') step.cancel()
    else step.kill('SIGKILL')
    return { main: await step.main, post: await step.post() }
  }

  test.concurrent('because it is cancelled: post ends the deployment as inactive, and tells the comment', async () => {
    await using github = await judged()
    await using live = await liveApp()
    const { main, post } = await ended(github, live, 'cancel')
    expect(main.conclusion).toBe('cancelled')
    expect(post.exitCode).toBe(0)
    expect(statesOf(github)).toEqual([['in_progress', 'inactive']])
    expect(shownComment(github)).toContain('🚫 greeter: the run ended early, nothing was published')
  })

  test.concurrent('because it is killed while it tells that its version is live: post tells it', async () => {
    const isSecond = Promise.withResolvers<void>()
    let states = 0
    await using github = await judged({
      faults: [{ method: 'POST', path: /statuses$/, calls: [2], fault: { kind: 'hang' } }],
      onCall: ({ method, path }) => {
        if (method === 'POST' && path.endsWith('statuses') && ++states === 2) isSecond.resolve()
      }
    })
    await using live = await liveApp()
    const inputs = inputsFor(live.emulator, { ...ASKED, comment: 'true' })
    await using step = startAction(live.workspace, pullRequestJob(github, inputs))
    await isSecond.promise
    await expectToldAfterKill(step, github, live.url)
    expect(shownComment(github)).toContain('✅ greeter: ')
    expect(shownComment(github)).toContain('ersion 2 is live')
  })

  /** Post ends the deployment as a success, at the address of the app. */
  async function expectToldAfterKill(step: StepRun, github: GitHub, url: string): Promise<void> {
    step.kill('SIGKILL')
    expect((await step.main).exitCode).toBe(137)
    expect((await step.post()).exitCode).toBe(0)
    expect(statesOf(github)).toEqual([['in_progress', 'success']])
    const [deployment] = [...github.store.deployments.values()]
    expect(deployment?.statuses.at(-1)?.environmentUrl).toBe(url)
  }

  const KILLED = [
    { when: 'publishes', method: 'PublishDraft', calls: [2], until: 'arrived' },
    { when: 'has published', method: 'GetApp', calls: 'all', until: 'said' }
  ] as const
  test.concurrent.each(KILLED)('because it is killed when it $when: post tells the address too', async (row) => {
    await using github = await judged()
    const slow = {
      method: `ComputeService/${row.method}`,
      calls: row.calls,
      fault: { action: 'delay', ms: 1500 }
    } as const
    await using live = await liveApp({ faults: [slow] })
    await using step = startAction(live.workspace, pushJob(github, inputsFor(live.emulator, ASKED)))
    await (row.until === 'said' ? step.line(/^Published version 2/) : arrived(live.emulator, 'PublishDraft', 2))
    await expectToldAfterKill(step, github, live.url)
  })

  test.concurrent('because it is killed: post ends the deployment as an error', async () => {
    await using github = await judged()
    await using live = await liveApp()
    const { main, post } = await ended(github, live, 'SIGKILL')
    expect(main.exitCode).toBe(137)
    expect(post.exitCode).toBe(0)
    expect(statesOf(github)).toEqual([['in_progress', 'error']])
    expect(shownComment(github)).toContain('nothing was published')
  })
})
