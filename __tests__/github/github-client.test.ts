import { describe, expect, jest, test } from '@jest/globals'
import type { ApiFault } from '../../runner/github/github-faults.ts'
import { Budget } from '../../src/github/budget.ts'
import { type GitHubClient, openGitHub } from '../../src/github/github-client.ts'
import { SteppingClock } from '../support/fakes.ts'
import { accessTo, apiOf, directly, judged, TOKEN } from './support/talking.ts'

const COMMENTS = { owner: 'octo-org', repo: 'octo-app', issue_number: 7 }

function list({ rest, paginate }: GitHubClient) {
  return paginate(rest.issues.listComments, COMMENTS)
}

async function create({ rest }: GitHubClient, body: string) {
  await rest.issues.createComment({ ...COMMENTS, body })
}

function failing(fault: ApiFault, calls?: readonly number[]) {
  return { faults: [{ fault, ...(calls && { calls }) }] }
}

function limit(
  code: number,
  headers: Readonly<Record<string, string>>,
  message = 'You have exceeded a secondary rate limit'
): ApiFault {
  return { kind: 'answer', code, headers, body: JSON.stringify({ message }) }
}

describe('a call that reads', () => {
  test.each<ApiFault>([{ kind: 'answer', code: 502 }, { kind: 'answer', code: 500, body: '<html>' }, { kind: 'cut' }])(
    'is made again after %j',
    async (fault) => {
      await using github = await judged(failing(fault, [1, 2]))
      expect(await list(apiOf(github))).toEqual([])
      expect(github.calls).toHaveLength(3)
    }
  )

  test('is given up after three tries', async () => {
    await using github = await judged(failing({ kind: 'answer', code: 503 }))
    await expect(list(apiOf(github))).rejects.toMatchObject({ trouble: 'no-answer', code: 503 })
    expect(github.calls).toHaveLength(3)
  })

  test('of something that is not there is made once', async () => {
    await using github = await judged()
    await expect(
      apiOf(github).rest.pulls.get({ owner: 'octo-org', repo: 'octo-app', pull_number: 8 })
    ).rejects.toMatchObject({ trouble: 'refused', code: 404 })
    expect(github.calls).toHaveLength(1)
  })
})

test('a call that makes something is made once, whatever happens to it', async () => {
  for (const fault of [
    { kind: 'answer', code: 502 },
    { kind: 'cut', isDone: true }
  ] as const) {
    await using github = await judged(failing(fault))
    await expect(create(apiOf(github), 'x')).rejects.toMatchObject({ trouble: 'no-answer' })
    expect(github.calls).toHaveLength(1)
  }
})

describe('a limit', () => {
  test.each([
    ['retry-after', limit(403, { 'retry-after': '7' }), 7_000],
    ['retry-after', limit(429, { 'retry-after': '0' }), 0],
    [
      'the time of its end',
      limit(403, {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': '1767225612',
        date: 'Thu, 01 Jan 2026 00:00:00 GMT'
      }),
      12_000
    ]
  ])('is waited for as long as GitHub asks, by %s (%#)', async (_, fault, ms) => {
    const clock = new SteppingClock()
    await using github = await judged(failing(fault, [1]))
    await create(apiOf(github, { clock }), 'x')
    expect(clock.now()).toBe(ms)
    expect(github.store.commentsOn(7)).toHaveLength(1)
  })

  test.each([
    ['asks for two minutes', limit(403, { 'retry-after': '120' })],
    ['does not say for how long', limit(403, {})]
  ])('that %s is more than there is time for', async (_, fault) => {
    const clock = new SteppingClock()
    await using github = await judged(failing(fault))
    await expect(list(apiOf(github, { clock }))).rejects.toMatchObject({ trouble: 'rate-limit' })
    expect([clock.now(), github.calls.length]).toEqual([0, 1])
  })
})

test('a redirect is not followed', async () => {
  const location = { location: 'https://elsewhere.example/' }
  const fault = { kind: 'answer', code: 301, headers: location, body: '{"message":"Moved Permanently"}' } as const
  await using github = await judged(failing(fault))
  await expect(list(apiOf(github))).rejects.toThrow('GitHub answered HTTP 301: Moved Permanently')
  expect(github.calls).toHaveLength(1)
})

test('the next page is not asked of another server: the token is for GitHub alone', async () => {
  await using other = await judged()
  const link = { link: `<${other.apiUrl}/repos/octo-org/octo-app/issues/7/comments?page=2>; rel="next"` }
  await using github = await judged(failing({ kind: 'answer', code: 200, headers: link, body: '[]' }, [1]))
  await expect(list(apiOf(github))).rejects.toMatchObject({ trouble: 'refused' })
  expect(other.calls).toEqual([])
})

test('what the server says of its future gets into no log', async () => {
  const headers = { deprecation: '@1', sunset: '::error::x', link: '<https://evil.example>; rel="deprecation"' }
  const warn = jest.spyOn(console, 'warn')
  await using github = await judged(failing({ kind: 'answer', code: 200, headers, body: '[]' }, [1]))
  expect(await list(apiOf(github))).toEqual([])
  expect(warn).not.toHaveBeenCalled()
  warn.mockRestore()
})

test('what the token may not is told with what would do', async () => {
  await using github = await judged({ permissions: { contents: 'read' } })
  await expect(create(apiOf(github), 'x')).rejects.toMatchObject({
    trouble: 'not-permitted',
    accepted: 'issues=write; pull_requests=write',
    message: 'GitHub answered HTTP 403: Resource not accessible by integration'
  })
})

test('what is wrong with single fields is told', async () => {
  await using github = await judged()
  await expect(create(apiOf(github), ' ')).rejects.toMatchObject({
    message: 'GitHub answered HTTP 422: Validation Failed: body missing_field'
  })
})

test('a server that never answers is left when no time is left, and no other call is made then', async () => {
  const clock = { now: () => performance.now(), sleep: async () => undefined }
  await using github = await judged(failing({ kind: 'hang' }))
  const api = openGitHub({
    access: accessTo(github),
    exchange: directly,
    clock,
    budget: new Budget(clock, 100),
    stop: new AbortController().signal,
    version: '0.0.0'
  })
  await expect(list(api)).rejects.toMatchObject({ trouble: 'no-time' })
  await expect(list(api)).rejects.toMatchObject({ trouble: 'no-time' })
  expect(github.calls).toHaveLength(1)
})

test('a run that is told to stop ends the call', async () => {
  const stop = new AbortController()
  await using github = await judged({ ...failing({ kind: 'hang' }), onCall: () => stop.abort(new Error('enough')) })
  const clock = new SteppingClock()
  const api = openGitHub({
    access: accessTo(github),
    exchange: directly,
    clock,
    budget: new Budget(clock, 20_000),
    stop: stop.signal,
    version: '0.0.0'
  })
  await expect(list(api)).rejects.toThrow('enough')
})

test('an Enterprise Server is asked below its own path', async () => {
  await using github = await judged({ isEnterprise: true, token: TOKEN })
  expect(await list(apiOf(github))).toEqual([])
  expect(await apiOf(github).graphql('query { viewer { login } }')).toEqual({
    viewer: { login: 'github-actions[bot]' }
  })
})
