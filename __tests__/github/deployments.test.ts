import { describe, expect, test } from '@jest/globals'
import type { GitHub } from '../../runner/github/github-server.ts'
import { Deployments } from '../../src/github/deployments.ts'
import type { DeploymentPlan, DeploymentState } from '../../src/model/github.ts'
import { apiOf, judged, SHA } from './support/talking.ts'

const LOG = 'https://github.example/log'
const PLAN: DeploymentPlan = {
  ref: SHA,
  environment: 'staging',
  task: 'deploy:greeter',
  isTransient: false,
  isProduction: false,
  checkRunId: undefined,
  logUrl: LOG
}

function statesOf({ store }: GitHub): readonly (readonly string[])[] {
  return [...store.deployments.values()].map(({ statuses }) => statuses.map(({ state }) => state))
}

function change(state: DeploymentState, description = 'words') {
  return { state, description, logUrl: LOG }
}

/** Makes one and tells its states. */
async function made(github: GitHub, states: readonly DeploymentState[], plan: DeploymentPlan = PLAN): Promise<number> {
  const deployments = new Deployments(apiOf(github))
  const id = await deployments.create(plan, crypto.randomUUID(), 'Deploying')
  for (const state of states) await deployments.tell(id, change(state))
  return id
}

test('a deployment is made of the commit, without merging and without waiting for checks', async () => {
  await using github = await judged()
  const plan = { ...PLAN, isTransient: true, environment: 'preview/greeter' }
  await new Deployments(apiOf(github)).create(plan, 'run/1', `${'é'.repeat(200)}`)
  expect(github.calls[0]?.body).toEqual({
    ref: SHA,
    auto_merge: false,
    required_contexts: [],
    task: 'deploy:greeter',
    environment: 'preview/greeter',
    transient_environment: true,
    production_environment: false,
    description: `${'é'.repeat(139)}…`,
    payload: { run: 'run/1' }
  })
})

test('a state is told with the log, and with the address where there is one; others are left as they are', async () => {
  await using github = await judged()
  const id = await made(github, [])
  await new Deployments(apiOf(github)).tell(id, { ...change('success'), url: 'https://greeter.example' })
  expect(github.calls.at(-1)?.body).toEqual({
    state: 'success',
    description: 'words',
    log_url: LOG,
    auto_inactive: false,
    environment_url: 'https://greeter.example'
  })
})

describe('trouble', () => {
  test.each([
    ['a 502 after the effect', { kind: 'answer', code: 502, isDone: true }],
    ['a 502 before it', { kind: 'answer', code: 502 }],
    ['a connection that is cut after it', { kind: 'cut', isDone: true }]
  ] as const)('%s makes one deployment, and one state of each', async (_, fault) => {
    await using github = await judged({
      faults: [
        { method: 'POST', path: /^\/deployments$/, calls: [1], fault },
        { method: 'POST', path: /statuses$/, calls: [1], fault }
      ]
    })
    await made(github, ['in_progress', 'success'])
    expect(statesOf(github)).toEqual([['in_progress', 'success']])
  })

  test('a state that is never taken is an error after three tries', async () => {
    await using github = await judged({
      faults: [{ path: /statuses$/, method: 'POST', fault: { kind: 'answer', code: 502 } }]
    })
    await expect(made(github, ['in_progress'])).rejects.toMatchObject({ code: 502 })
    expect(github.calls.filter(({ method, path }) => method === 'POST' && path.endsWith('statuses'))).toHaveLength(3)
  })

  test.each([202, 404, 409, 422])('89 an answer of %d to making one is an error that is told', async (code) => {
    const fault = { kind: 'answer', code, body: JSON.stringify({ message: 'its words' }) } as const
    await using github = await judged({ faults: [{ method: 'POST', fault }] })
    const words = code === 202 ? 'merged the default branch' : `HTTP ${code}: its words`
    await expect(made(github, [])).rejects.toThrow(words)
    expect(github.calls).toHaveLength(1)
  })
})

describe('the deployment that was active before', () => {
  test('of the app in that environment is so no more; others are left', async () => {
    await using github = await judged()
    const former = await made(github, ['in_progress', 'success'])
    await made(github, ['success'], { ...PLAN, task: 'deploy:web' })
    await made(github, ['success'], { ...PLAN, environment: 'production' })
    await made(github, ['failure'])
    const ours = await made(github, ['success'])
    expect(await new Deployments(apiOf(github)).retireFormer(PLAN, ours)).toBe(former)
    expect(statesOf(github).map((states) => states.at(-1))).toEqual([
      'inactive',
      'success',
      'success',
      'failure',
      'success'
    ])
  })

  test.each<[string, readonly (readonly DeploymentState[])[]]>([
    ['it is the first', []],
    ['it had another take its place by now', [['success'], ['success', 'inactive']]]
  ])('is none where %s', async (_, before) => {
    await using github = await judged()
    for (const states of before) await made(github, states)
    const ours = await made(github, ['success'])
    expect(await new Deployments(apiOf(github)).retireFormer(PLAN, ours)).toBeUndefined()
    expect(statesOf(github)).toEqual([...before, ['success']])
  })

  test.each<[string, DeploymentState]>([
    ['cancelled', 'inactive'],
    ['a failure', 'failure']
  ])('is found behind ten runs of which each was %s', async (_, end) => {
    await using github = await judged()
    const former = await made(github, ['success'])
    for (let n = 0; n < 10; n++) await made(github, [end])
    const ours = await made(github, ['success'])
    expect(await new Deployments(apiOf(github)).retireFormer(PLAN, ours)).toBe(former)
    expect(statesOf(github)[0]).toEqual(['success', 'inactive'])
  })

  test('is one that was made after ours, where it was told before: of both, one is left', async () => {
    await using github = await judged()
    const ours = await made(github, [])
    const other = await made(github, [])
    const told = { state: 'success', description: '', logUrl: LOG, environmentUrl: '' }
    github.store.deployments.get(other)?.statuses.push({ ...told, id: 1, createdAt: new Date(Date.now() - 60_000) })
    const deployments = new Deployments(apiOf(github))
    await deployments.tell(ours, change('success'))
    expect(await deployments.retireFormer(PLAN, ours)).toBe(other)
    expect(await deployments.retireFormer(PLAN, other)).toBeUndefined()
    expect(statesOf(github)).toEqual([['success'], ['success', 'inactive']])
  })

  test('are all that a race left', async () => {
    await using github = await judged()
    const former = [await made(github, ['success']), await made(github, ['success'])]
    const ours = await made(github, ['success'])
    expect(await new Deployments(apiOf(github)).retireFormer(PLAN, ours)).toBe(former[1])
    expect(statesOf(github)).toEqual([['success', 'inactive'], ['success', 'inactive'], ['success']])
  })

  test('tells again what it told when it was active, after a rollback', async () => {
    await using github = await judged()
    const deployments = new Deployments(apiOf(github))
    const former = await made(github, [])
    await deployments.tell(former, { ...change('success'), url: 'https://greeter.example' })
    await deployments.tell(former, change('inactive'))
    await deployments.revive(former, 'Version 1 is live again', LOG)
    expect(github.store.deployments.get(former)?.statuses.at(-1)).toMatchObject({
      state: 'success',
      description: 'Version 1 is live again',
      environmentUrl: 'https://greeter.example'
    })
  })
})

test('all deployments of a preview end when it is removed', async () => {
  await using github = await judged()
  await made(github, ['success'])
  await made(github, ['inactive'])
  await made(github, ['success'], { ...PLAN, task: 'deploy:web' })
  await new Deployments(apiOf(github)).retireAll(PLAN, 'Removed')
  expect(statesOf(github)).toEqual([['success', 'inactive'], ['inactive'], ['success']])
})

test.each([
  [true, {}],
  [false, {}],
  [undefined, { permissions: { deployments: 'write' } as const }]
])('whether the job’s own environment made one is seen where the token may: %j', async (expected, options) => {
  await using github = await judged(options)
  const deployment = expected ? await made(github, []) : undefined
  github.store.checkRuns.set(5, { id: 5, deployment })
  expect(await new Deployments(apiOf(github)).hasOfJob('5')).toBe(expected)
})
