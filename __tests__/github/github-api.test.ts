import { describe, expect, test } from '@jest/globals'
import type { ApiFault } from '../../runner/github/github-faults.ts'
import { Budget } from '../../src/github/budget.ts'
import { GitHubApi } from '../../src/github/github-api.ts'
import { SteppingClock } from '../support/fakes.ts'
import { accessTo, apiOf, directly, judged, TOKEN } from './support/talking.ts'

const COMMENTS = '/issues/7/comments'

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
      expect(await apiOf(github).list(COMMENTS)).toEqual([])
      expect(github.calls).toHaveLength(3)
    }
  )

  test('is given up after three tries', async () => {
    await using github = await judged(failing({ kind: 'answer', code: 503 }))
    await expect(apiOf(github).get(COMMENTS)).rejects.toMatchObject({ trouble: 'no-answer', code: 503 })
    expect(github.calls).toHaveLength(3)
  })

  test('of something that is not there is made once', async () => {
    await using github = await judged()
    await expect(apiOf(github).get('/pulls/8')).rejects.toMatchObject({ trouble: 'refused', code: 404 })
    expect(github.calls).toHaveLength(1)
  })
})

test('a call that makes something is made once, whatever happens to it', async () => {
  for (const fault of [
    { kind: 'answer', code: 502 },
    { kind: 'cut', isDone: true }
  ] as const) {
    await using github = await judged(failing(fault))
    await expect(apiOf(github).create(COMMENTS, { body: 'x' })).rejects.toMatchObject({ mayHaveHappened: true })
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
    await apiOf(github, { clock }).create(COMMENTS, { body: 'x' })
    expect(clock.now()).toBe(ms)
    expect(github.store.commentsOn(7)).toHaveLength(1)
  })

  test.each([
    ['asks for two minutes', limit(403, { 'retry-after': '120' })],
    ['does not say for how long', limit(403, {})]
  ])('that %s is more than there is time for', async (_, fault) => {
    const clock = new SteppingClock()
    await using github = await judged(failing(fault))
    await expect(apiOf(github, { clock }).get(COMMENTS)).rejects.toMatchObject({ trouble: 'rate-limit' })
    expect([clock.now(), github.calls.length]).toEqual([0, 1])
  })
})

test('what the token may not is told with what would do', async () => {
  await using github = await judged({ permissions: { contents: 'read' } })
  await expect(apiOf(github).create(COMMENTS, { body: 'x' })).rejects.toMatchObject({
    trouble: 'not-permitted',
    accepted: 'issues=write; pull_requests=write',
    message: 'GitHub answered HTTP 403: Resource not accessible by integration'
  })
})

test('what is wrong with single fields is told', async () => {
  await using github = await judged()
  await expect(apiOf(github).create(COMMENTS, { body: ' ' })).rejects.toMatchObject({
    message: 'GitHub answered HTTP 422: Validation Failed: body missing_field'
  })
})

test('a server that never answers is left when no time is left, and no other call is made then', async () => {
  const clock = { now: () => performance.now(), sleep: async () => undefined }
  await using github = await judged(failing({ kind: 'hang' }))
  const api = new GitHubApi({
    access: accessTo(github),
    exchange: directly,
    clock,
    budget: new Budget(clock, 100),
    stop: new AbortController().signal,
    version: '0.0.0'
  })
  await expect(api.get(COMMENTS)).rejects.toMatchObject({ trouble: 'no-time' })
  await expect(api.get(COMMENTS)).rejects.toMatchObject({ trouble: 'no-time' })
  expect(github.calls).toHaveLength(1)
})

test('a run that is told to stop ends the call', async () => {
  const stop = new AbortController()
  await using github = await judged({ ...failing({ kind: 'hang' }), onCall: () => stop.abort(new Error('enough')) })
  const clock = new SteppingClock()
  const api = new GitHubApi({
    access: accessTo(github),
    exchange: directly,
    clock,
    budget: new Budget(clock, 20_000),
    stop: stop.signal,
    version: '0.0.0'
  })
  await expect(api.get(COMMENTS)).rejects.toThrow('enough')
})

test('an Enterprise Server is asked below its own path', async () => {
  await using github = await judged({ isEnterprise: true, token: TOKEN })
  expect(await apiOf(github).list(COMMENTS)).toEqual([])
  expect(await apiOf(github).login()).toBe('github-actions[bot]')
})
