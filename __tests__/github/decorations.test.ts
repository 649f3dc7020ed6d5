import { describe, expect, test } from '@jest/globals'
import { type GitHub, type GitHubOptions, startGitHub } from '../../runner/github/github-server.ts'
import { Budget } from '../../src/github/budget.ts'
import { Decorations } from '../../src/github/decorations.ts'
import type { GitHubNews, GitHubPlan, OpenOnGitHub } from '../../src/model/github.ts'
import { RecordingLog, SteppingClock } from '../support/fakes.ts'
import { accessTo, changes, directly, judged, SHA } from './support/talking.ts'

const LOG_URL = 'https://github.example/log'
const PLAN: GitHubPlan = {
  comment: { key: 'greeter', part: 'greeter', pullRequest: 7, commit: SHA },
  deployment: {
    ref: SHA,
    environment: 'staging',
    task: 'deploy:greeter',
    isTransient: false,
    isProduction: false,
    checkRunId: undefined,
    logUrl: LOG_URL
  },
  isForks: false
}

const NEWS: GitHubNews = {
  state: 'success',
  description: 'Version 4 is live',
  url: 'https://greeter.example',
  part: { title: 'greeter: version 4 is live', cells: { App: 'greeter' }, body: 'words', isOpen: false }
}

class Telling {
  readonly log = new RecordingLog()
  readonly kept: OpenOnGitHub[] = []
  readonly stop = new AbortController()
  ids: object = {}
  readonly #github: GitHub

  constructor(github: GitHub) {
    this.#github = github
  }

  decorations(plan: GitHubPlan = PLAN, open?: OpenOnGitHub): Decorations {
    const clock = new SteppingClock()
    return new Decorations({
      plan,
      access: accessTo(this.#github),
      exchange: directly,
      clock,
      budget: new Budget(clock, 20_000),
      log: this.log,
      version: '0.0.0',
      stamp: 'run/1',
      open,
      keep: (each) => void this.kept.push(each),
      report: (ids) => {
        this.ids = { ...this.ids, ...ids }
      },
      stop: this.stop.signal
    })
  }

  /** A whole run. */
  async whole(plan: GitHubPlan = PLAN, news: GitHubNews = NEWS): Promise<void> {
    const decorations = this.decorations(plan)
    decorations.begin()
    await decorations.end(news)
  }
}

function statesOf({ store }: GitHub): readonly string[] {
  return [...store.deployments.values()].flatMap(({ statuses }) => statuses.map(({ state }) => state))
}

test('a run has a deployment that begins and ends, and a comment; both ids are reported', async () => {
  await using github = await judged()
  const telling = new Telling(github)
  await telling.whole()
  const [deployment] = github.store.deployments.keys()
  const [comment] = github.store.commentsOn(7)
  expect(statesOf(github)).toEqual(['in_progress', 'success'])
  expect(comment?.body).toContain('### greeter: version 4 is live')
  expect(telling.ids).toEqual({ deploymentId: deployment, commentId: comment?.id })
  expect(telling.log.lines).toEqual([])
  expect(telling.kept).toEqual([
    { isTold: false },
    { isTold: false, deployment },
    { isTold: false, deployment, url: NEWS.url },
    { isTold: false, deployment, url: NEWS.url },
    { isTold: true, deployment, url: NEWS.url }
  ])
})

test('a run that was killed while it made the deployment: post finds it, and ends it', async () => {
  await using github = await judged({ faults: [{ path: /statuses$/, calls: [1], fault: { kind: 'hang' } }] })
  const killed = new Telling(github)
  killed.decorations().begin()
  while (github.calls.length < 2) await new Promise((wait) => setTimeout(wait, 5))
  await new Telling(github).decorations(PLAN, { isTold: false }).end({ ...NEWS, state: 'error' })
  killed.stop.abort()
  expect(statesOf(github)).toEqual(['error'])
})

test('a rollback ends the deployment and brings the former one back', async () => {
  await using github = await judged()
  await new Telling(github).whole()
  const second = new Telling(github)
  await second.whole()
  expect(statesOf(github)).toEqual(['in_progress', 'success', 'inactive', 'in_progress', 'success'])
  const open = second.kept.at(-1)
  await new Telling(github)
    .decorations(PLAN, open)
    .end({ ...NEWS, state: 'failure', description: 'Rolled back', isBack: true })
  const [first, ours] = [...github.store.deployments.values()].map(({ statuses }) => statuses.at(-1))
  expect(first).toMatchObject({ state: 'success', environmentUrl: 'https://greeter.example' })
  expect(ours).toMatchObject({ state: 'failure', description: 'Rolled back' })
})

test('94 beside the job’s own environment no second one is made', async () => {
  await using github = await judged()
  const made = github.store.addDeployment({
    ref: SHA,
    task: 'deploy',
    environment: 'production',
    isTransient: false,
    isProduction: true,
    description: '',
    payload: {}
  })
  github.store.checkRuns.set(5, { id: 5, deployment: made.id })
  const telling = new Telling(github)
  const deployment = PLAN.deployment && { ...PLAN.deployment, checkRunId: '5' }
  await telling.whole({ ...PLAN, comment: undefined, deployment })
  expect(changes(github)).toEqual([])
  expect(telling.log.lines).toEqual([expect.stringMatching(/^notice: .*makes no second one/)])
  expect(telling.ids).toEqual({})
})

describe('a comment', () => {
  test('goes to the pull request of the commit where none is named', async () => {
    await using github = await judged()
    github.store.openPullRequest(8, { state: 'closed', commits: [SHA] })
    github.store.openPullRequest(9, { headSha: SHA })
    const comment = PLAN.comment && { ...PLAN.comment, pullRequest: undefined }
    await new Telling(github).whole({ ...PLAN, comment, deployment: undefined })
    expect(github.store.commentsOn(9)).toHaveLength(1)
  })

  test('is left out where no pull request has the commit, in a line', async () => {
    await using github = await judged()
    const telling = new Telling(github)
    const comment = PLAN.comment && { ...PLAN.comment, pullRequest: undefined }
    await telling.whole({ ...PLAN, comment, deployment: undefined })
    expect(telling.log.lines).toEqual(['No comment: no pull request belongs to this run.'])
  })
})

test('a preview that is removed is told in the comment first: its deployments may take all the time', async () => {
  await using github = await judged()
  for (const _ of [1, 2]) await new Telling(github).whole({ ...PLAN, comment: undefined })
  const before = github.calls.length
  await new Telling(github).decorations(PLAN).end({ ...NEWS, state: 'inactive', isRemoved: true })
  const paths = github.calls.slice(before).map(({ path }) => path)
  expect(paths[0]).toBe('/issues/7/comments')
  expect(paths.at(-1)).toMatch(/statuses$/)
})

describe('what is missing', () => {
  const failing = async (options: GitHubOptions, plan: GitHubPlan = PLAN) => {
    await using github = await judged(options)
    const telling = new Telling(github)
    await telling.whole(plan)
    return telling.log.lines
  }

  test('is one warning with the lines to add, where the token may not', async () => {
    expect(await failing({ permissions: { contents: 'read' } })).toEqual([
      'warning: The GitHub deployment and the pull request comment were not written: the GitHub token may not ' +
        '(x-accepted-github-permissions: deployments=write and issues=read; pull_requests=read). Add `deployments: write` ' +
        'and `pull-requests: write` to the job’s `permissions:`.',
      'What to add to the workflow:',
      'permissions:',
      '  contents: read',
      '  deployments: write',
      '  pull-requests: write'
    ])
  })

  test('is one warning without a header to quote on an Enterprise Server', async () => {
    const [warning = ''] = await failing({ permissions: { deployments: 'write', issues: 'read' }, isEnterprise: true })
    expect(warning).toBe(
      'warning: The pull request comment was not written: the GitHub token may not. Add `pull-requests: write` to the ' +
        'job’s `permissions:`.'
    )
  })

  test('is one warning without lines for a personal access token, to which `permissions:` is nothing', async () => {
    const body = JSON.stringify({ message: 'Resource not accessible by personal access token' })
    const headers = { 'x-accepted-github-permissions': 'deployments=write' }
    const fault = { kind: 'answer', code: 403, headers, body } as const
    expect(await failing({ faults: [{ path: /deployments/, fault }] })).toEqual([
      'warning: The GitHub deployment was not written: the GitHub token may not (x-accepted-github-permissions: ' +
        'deployments=write). Give the personal access token in `github-token` `deployments: write`.'
    ])
  })

  test('is a notice without lines for a fork, whose token nobody can give more', async () => {
    expect(
      await failing({ permissions: { issues: 'read' } }, { ...PLAN, deployment: undefined, isForks: true })
    ).toEqual([
      'notice: The pull request comment was not written: GitHub gives the run of a fork’s pull request a token that only reads.'
    ])
  })

  test.each([
    ['deployments', 404, 'Not Found'],
    ['deployments', 409, 'Conflict'],
    ['comments', 410, 'Issues are disabled'],
    ['comments', 403, 'Repository was archived so is read-only.']
  ])('is a warning for %s that are answered with %d', async (what, code, message) => {
    const fault = { kind: 'answer', code, body: JSON.stringify({ message }) } as const
    const [warning, ...others] = await failing({ faults: [{ path: new RegExp(what), fault }] })
    expect(warning).toMatch(
      new RegExp(`^warning: The .* is missing or out of date: GitHub answered HTTP ${code}: ${message}`)
    )
    expect(others).toEqual([])
  })

  test.each(['null', '{}', '[null]', '[]'])('is told as such where every answer is %s', async (body) => {
    await using github = await startGitHub({ faults: [{ fault: { kind: 'answer', code: 200, body } }] })
    const telling = new Telling(github)
    await telling.whole()
    expect(telling.log.lines).toEqual([
      expect.stringMatching(
        /^warning: The GitHub deployment .*GitHub’s API gave an answer of another form than is documented/
      ),
      expect.stringMatching(
        /^warning: The pull request comment .*GitHub’s API gave an answer of another form than is documented/
      )
    ])
  })

  test('is not told of a beginning that its end made good', async () => {
    const fault = { kind: 'answer', code: 422, body: '{}' } as const
    expect(await failing({ faults: [{ method: 'POST', path: /statuses/, calls: [1], fault }] })).toEqual([])
  })
})

test('a run that is cancelled leaves the rest to post', async () => {
  await using github = await judged()
  const telling = new Telling(github)
  const decorations = telling.decorations()
  decorations.begin()
  while (statesOf(github).length === 0) await new Promise((wait) => setTimeout(wait, 5))
  telling.stop.abort()
  await decorations.end(NEWS)
  expect(statesOf(github)).toEqual(['in_progress'])
  expect(telling.kept.at(-1)).toMatchObject({ isTold: false })
  expect(telling.log.lines).toEqual([])
})
