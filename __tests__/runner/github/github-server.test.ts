import { createHash } from 'node:crypto'
import { request } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { afterEach, describe, expect, test } from '@jest/globals'
import { type GitHub, type GitHubOptions, startGitHub } from '../../../runner/github/github-server.ts'
import { faultsIn } from './support/judge.ts'

const SHA = 'a'.repeat(40)
const open: GitHub[] = []

afterEach(async () => {
  for (const github of open.splice(0)) {
    await github[Symbol.asyncDispose]()
    expect(faultsIn(github.calls)).toEqual([])
  }
})

async function started(options: GitHubOptions = {}): Promise<GitHub> {
  const github = await startGitHub(options)
  open.push(github)
  return github
}

type Answer = { readonly code: number; readonly headers: Headers; readonly json: ReturnType<typeof JSON.parse> }

async function ask(github: GitHub, method: string, path: string, body?: unknown): Promise<Answer> {
  const answer = await fetch(`${github.apiUrl}/repos/octo-org/octo-app${path}`, {
    method,
    headers: { authorization: 'Bearer t', 'user-agent': 'test' },
    ...(body !== undefined && { body: JSON.stringify(body) })
  })
  const text = await answer.text()
  return { code: answer.status, headers: answer.headers, json: text === '' ? undefined : JSON.parse(text) }
}

const GOOD = { ref: SHA, auto_merge: false, required_contexts: [], environment: 'staging' }

const TOLD = { log_url: 'https://log.example' }

describe('comments', () => {
  test('are made, read, changed and deleted', async () => {
    const github = await started()
    github.store.openPullRequest(7)
    const made = await ask(github, 'POST', '/issues/7/comments', { body: 'one' })
    expect(made).toMatchObject({
      code: 201,
      json: { body: 'one', user: { login: 'github-actions[bot]', type: 'Bot' } }
    })
    const path = `/issues/comments/${made.json.id}`
    expect((await ask(github, 'PATCH', path, { body: 'two' })).json.body).toBe('two')
    expect((await ask(github, 'GET', path)).json.body).toBe('two')
    expect((await ask(github, 'DELETE', path)).code).toBe(204)
    for (const method of ['GET', 'DELETE']) expect((await ask(github, method, path)).code).toBe(404)
  })

  test('are listed in pages, thirty by default and a hundred at most, with the way to the next', async () => {
    const github = await started()
    github.store.openPullRequest(7)
    for (let n = 1; n <= 250; n++) github.store.addComment(7, 'ada', `comment ${n}`)
    const first = await ask(github, 'GET', '/issues/7/comments')
    expect(first.json).toHaveLength(30)
    const second = await ask(github, 'GET', '/issues/7/comments?per_page=500&page=2')
    expect(second.json).toHaveLength(100)
    expect(second.json[0].body).toBe('comment 101')
    expect(second.headers.get('link')).toMatch(/<http:.*page=3>; rel="next"/)
    const last = await ask(github, 'GET', '/issues/7/comments?per_page=100&page=3')
    expect(last.json).toHaveLength(50)
    expect(last.headers.get('link')).toBeNull()
  })

  test('are listed from a time on', async () => {
    const github = await started()
    github.store.openPullRequest(7)
    github.store.addComment(7, 'ada', 'old').updatedAt = new Date('2020-01-01T00:00:00Z')
    github.store.addComment(7, 'ada', 'new')
    const listed = await ask(github, 'GET', '/issues/7/comments?since=2021-01-01T00:00:00Z')
    expect(listed.json.map(({ body }: { body: string }) => body)).toEqual(['new'])
  })

  test.each([
    [{ body: 'x'.repeat(65_536) }, 201],
    [{ body: 'x'.repeat(65_537) }, 422],
    [{ body: ' ' }, 422]
  ])('are refused where they are empty or too long (%#)', async (body, code) => {
    const github = await started()
    github.store.openPullRequest(7)
    expect((await ask(github, 'POST', '/issues/7/comments', body)).code).toBe(code)
  })

  test('are refused on a pull request that is locked, and on none', async () => {
    const github = await started()
    github.store.openPullRequest(7, { isLocked: true })
    expect(await ask(github, 'POST', '/issues/7/comments', { body: 'x' })).toMatchObject({ code: 403 })
    expect(await ask(github, 'POST', '/issues/8/comments', { body: 'x' })).toMatchObject({ code: 404 })
  })
})

describe('deployments', () => {
  test('have states, newest first', async () => {
    const github = await started()
    const made = await ask(github, 'POST', '/deployments', { ...GOOD, task: 'deploy:a', payload: { run: '1' } })
    expect(made).toMatchObject({ code: 201, json: { sha: SHA, environment: 'staging', payload: { run: '1' } } })
    const path = `/deployments/${made.json.id}/statuses`
    for (const state of ['in_progress', 'success']) {
      expect((await ask(github, 'POST', path, { ...TOLD, state, environment_url: 'https://a.example' })).code).toBe(201)
    }
    const states = (await ask(github, 'GET', path)).json
    expect(states.map(({ state }: { state: string }) => state)).toEqual(['success', 'in_progress'])
    expect(states[0]).toMatchObject({ environment_url: 'https://a.example' })
  })

  test.each([
    ['the default branch is merged', { ...GOOD, auto_merge: undefined }, 202],
    ['checks are waited for', { ...GOOD, required_contexts: undefined }, 409],
    ['the ref is none', { ...GOOD, ref: 'nowhere' }, 422]
  ])('are not made where %s', async (_, body, code) => {
    const github = await started()
    expect((await ask(github, 'POST', '/deployments', body)).code).toBe(code)
    expect(github.store.deployments.size).toBe(0)
  })

  test('are found by commit, environment and task', async () => {
    const github = await started()
    for (const task of ['deploy:a', 'deploy:b']) await ask(github, 'POST', '/deployments', { ...GOOD, task })
    const found = async (query: string) => (await ask(github, 'GET', `/deployments?${query}`)).json.length
    expect(await found(`sha=${SHA}`)).toBe(2)
    expect(await found('environment=staging&task=deploy:b')).toBe(1)
    expect(await found('environment=production')).toBe(0)
  })

  test.each([
    [{}, 'inactive'],
    [{ auto_inactive: false }, 'success']
  ])(
    'that were good before in an environment end with the next one, unless that is not wanted: %j',
    async (more, is) => {
      const github = await started()
      const ids: number[] = []
      for (let n = 0; n < 2; n++) {
        const { id } = (await ask(github, 'POST', '/deployments', GOOD)).json
        await ask(github, 'POST', `/deployments/${id}/statuses`, { ...TOLD, state: 'success', ...more })
        ids.push(id)
      }
      expect(github.store.deployments.get(ids[0] ?? 0)?.statuses.at(-1)?.state).toBe(is)
    }
  )

  test.each([[{ state: 'done' }], [{ state: 'success', description: 'x'.repeat(141) }]])(
    'refuse a state that is none, and one with too much to say (%#)',
    async (status) => {
      await using github = await startGitHub()
      const { id } = (await ask(github, 'POST', '/deployments', GOOD)).json
      expect((await ask(github, 'POST', `/deployments/${id}/statuses`, status)).code).toBe(422)
      expect(github.store.deployments.get(id)?.statuses).toEqual([])
      // The first is one that GitHub's description refuses as well.
      expect(faultsIn(github.calls).length).toBe(status.state === 'done' ? 1 : 0)
    }
  )

  test('of a job’s environment are seen in its check run', async () => {
    const github = await started()
    const { id } = (await ask(github, 'POST', '/deployments', GOOD)).json
    github.store.checkRuns.set(5, { id: 5, deployment: id })
    github.store.checkRuns.set(6, { id: 6, deployment: undefined })
    expect((await ask(github, 'GET', '/check-runs/5')).json.deployment).toMatchObject({ id, environment: 'staging' })
    expect((await ask(github, 'GET', '/check-runs/6')).json.deployment).toBeUndefined()
  })
})

test('pull requests are read by number and by commit', async () => {
  const github = await started()
  github.store.openPullRequest(7, { headSha: SHA, state: 'closed', isMerged: true, headRepository: 'ada/fork' })
  expect((await ask(github, 'GET', '/pulls/7')).json).toMatchObject({
    number: 7,
    state: 'closed',
    merged: true,
    head: { sha: SHA, repo: { full_name: 'ada/fork' } }
  })
  expect((await ask(github, 'GET', `/commits/${SHA}/pulls`)).json).toMatchObject([{ number: 7 }])
  expect((await ask(github, 'GET', `/commits/${'b'.repeat(40)}/pulls`)).json).toEqual([])
  expect((await ask(github, 'GET', '/pulls/8')).code).toBe(404)
})

describe('what a token may', () => {
  test.each([
    [{ issues: 'write' }, 'POST', '/issues/7/comments', 201],
    [{ pull_requests: 'write' }, 'POST', '/issues/7/comments', 201],
    [{ pull_requests: 'read' }, 'POST', '/issues/7/comments', 403],
    [{ pull_requests: 'read' }, 'GET', '/issues/7/comments', 200],
    [{ deployments: 'read' }, 'GET', '/deployments', 200],
    [{ contents: 'read' }, 'GET', '/check-runs/1', 403]
  ] as const)('%j: %s %s is answered with %d, and what would do is told', async (permissions, method, path, code) => {
    const github = await started({ permissions })
    github.store.openPullRequest(7)
    const answer = await ask(github, method, path, method === 'POST' ? { body: 'x' } : undefined)
    expect(answer.code).toBe(code)
    expect(answer.headers.get('x-accepted-github-permissions')).toMatch(/=(read|write)/)
    if (code === 403) expect(answer.json.message).toBe('Resource not accessible by integration')
  })

  test('is nothing with another token', async () => {
    const github = await started({ token: 'other' })
    expect((await ask(github, 'GET', '/deployments')).code).toBe(401)
  })

  test('is told by GraphQL: whose it is', async () => {
    const github = await started({ login: 'shop[bot]' })
    const { graphql_url } = github.context
    const answer = await fetch(graphql_url, {
      method: 'POST',
      headers: { authorization: 'Bearer t' },
      body: JSON.stringify({ query: 'query { viewer { login } }' })
    })
    expect(await answer.json()).toEqual({ data: { viewer: { login: 'shop[bot]' } } })
  })
})

test('an Enterprise Server has its API below /api/v3, and no header of permissions', async () => {
  const github = await started({ isEnterprise: true })
  expect(new URL(github.apiUrl).pathname).toBe('/api/v3')
  const answer = await ask(github, 'GET', '/deployments')
  expect(answer.code).toBe(200)
  expect(answer.headers.get('x-accepted-github-permissions')).toBeNull()
})

describe('faults', () => {
  test('come in their turn, before or after the effect', async () => {
    const github = await started({
      faults: [
        { method: 'POST', path: /^\/deployments$/, calls: [1], fault: { kind: 'answer', code: 502, isDone: true } },
        { method: 'POST', path: /^\/deployments$/, calls: [2], fault: { kind: 'answer', code: 503 } },
        { method: 'POST', path: /^\/deployments$/, calls: [3], fault: { kind: 'cut', isDone: true } }
      ]
    })
    const send = () => fetch(`${github.apiUrl}/repos/octo-org/octo-app/deployments`, sending)
    const sending = { method: 'POST', headers: { authorization: 'Bearer t' }, body: JSON.stringify(GOOD) }
    expect((await send()).status).toBe(502)
    expect((await send()).status).toBe(503)
    await expect(send()).rejects.toThrow()
    expect((await send()).status).toBe(201)
    expect(github.store.deployments.size).toBe(3)
  })
})

test('the judge sees what GitHub’s description does not have', () => {
  const call = {
    method: 'POST',
    path: '/deployments',
    route: '/deployments',
    query: new URLSearchParams({ nonsense: '1' }),
    body: { ref: 7, autoMerge: false },
    answer: { code: 201, json: {} }
  }
  const faults = faultsIn([call, { ...call, path: '/nowhere', route: undefined }])
  expect(faults).toEqual(
    expect.arrayContaining([
      'POST /deployments: no parameter is called nonsense',
      'POST /deployments: no property is called autoMerge',
      'POST /deployments: /ref must be string',
      'POST /nowhere is not in the description'
    ])
  )
  expect(faults.join('\n')).toContain("must have required property 'id'")
})

describe('releases', () => {
  test('are drafts with assets, until they are published and nothing can be added', async () => {
    const github = await started()
    const draft = { tag_name: 'v1.0.0', name: 'v1.0.0', body: 'All.', draft: true }
    const { json: made } = await ask(github, 'POST', '/releases', draft)
    const [path, published] = [`/releases/${made.id}`, '/releases/tags/v1.0.0']
    const { json: asset } = await ask(github, 'POST', `${path}/assets?name=notes.json`, { a: 1 })
    const digest = `sha256:${createHash('sha256').update('{"a":1}').digest('hex')}`
    expect(asset).toMatchObject({ name: 'notes.json', size: 7, digest })
    expect((await ask(github, 'POST', `${path}/assets?name=notes.json`, {})).code).toBe(422)
    expect((await ask(github, 'GET', published)).code).toBe(404)

    expect((await ask(github, 'PATCH', path, { draft: false })).json).toMatchObject({ draft: false, assets: [asset] })
    expect((await ask(github, 'GET', published)).json).toMatchObject({ id: made.id, body: 'All.' })
    expect((await ask(github, 'POST', `${path}/assets?name=more`, {})).code).toBe(422)

    const { json: second } = await ask(github, 'POST', '/releases', draft)
    expect((await ask(github, 'POST', '/releases', { ...draft, draft: false })).code).toBe(422)
    expect((await ask(github, 'GET', '/releases')).json).toMatchObject([{ id: second.id }, { id: made.id }])
    expect((await ask(github, 'DELETE', `/releases/${second.id}`)).code).toBe(204)
    for (const method of ['GET', 'DELETE']) {
      expect((await ask(github, method, `/releases/${second.id}`)).code).toBe(404)
    }
  })

  test('outlive who hangs up amid an asset', async () => {
    const github = await started()
    const { json: draft } = await ask(github, 'POST', '/releases', { tag_name: 'v1.0.0', draft: true })
    const uploading = request(`${github.apiUrl}/repos/octo-org/octo-app/releases/${draft.id}/assets?name=a`, {
      method: 'POST',
      headers: { 'content-length': 1000 }
    })
    uploading.on('error', () => undefined).write('half')
    await setTimeout(50)
    uploading.destroy()
    await setTimeout(50)
    expect((await ask(github, 'GET', `/releases/${draft.id}`)).json.assets).toEqual([])
  })

  test('have tags, which are made once and moved by force', async () => {
    const github = await started()
    const moved = { sha: SHA, force: true }
    expect((await ask(github, 'PATCH', '/git/refs/tags/v1', moved)).code).toBe(422)
    const made = { ref: 'refs/tags/v1', sha: '1'.repeat(40) }
    expect((await ask(github, 'POST', '/git/refs', made)).code).toBe(201)
    expect((await ask(github, 'POST', '/git/refs', made)).code).toBe(422)
    expect((await ask(github, 'PATCH', '/git/refs/tags/v1', { sha: SHA })).code).toBe(422)
    expect((await ask(github, 'PATCH', '/git/refs/tags/v1', moved)).json.object.sha).toBe(SHA)
  })
})

test('runs are listed by what is asked, and jobs with a log that lies elsewhere', async () => {
  const github = await started()
  const run = { workflow: 'ci.yml', sha: SHA, branch: 'main', event: 'push', conclusion: 'success' }
  for (const other of [{}, { workflow: 'other.yml' }, { branch: 'topic' }, { conclusion: null }]) {
    github.store.addRun({ ...run, ...other })
  }
  const { id } = (await ask(github, 'GET', '/actions/workflows/ci.yml')).json
  const runs = `/actions/workflows/${id}/runs`
  expect((await ask(github, 'GET', runs)).json.total_count).toBe(3)
  expect((await ask(github, 'GET', `${runs}?branch=main&status=success`)).json.total_count).toBe(1)
  expect((await ask(github, 'GET', `${runs}?status=in_progress`)).json.total_count).toBe(1)
  expect((await ask(github, 'GET', '/actions/workflows/none.yml')).code).toBe(404)

  github.store.addJob({ run: 5, name: 'Test', conclusion: 'failure', log: 'all of it' })
  const { jobs } = (await ask(github, 'GET', '/actions/runs/5/attempts/1/jobs')).json
  expect(jobs).toMatchObject([{ name: 'Test', conclusion: 'failure' }])
  const headers = { authorization: 'Bearer t', 'user-agent': 'test' }
  const log = await fetch(`${github.apiUrl}/repos/octo-org/octo-app/actions/jobs/${jobs[0].id}/logs`, { headers })
  expect(await log.text()).toBe('all of it')
})
