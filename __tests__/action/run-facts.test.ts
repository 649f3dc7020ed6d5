import { expect, test } from '@jest/globals'
import { readRunFacts } from '../../src/action/run-facts.ts'
import { Workspace } from '../support/deploying.ts'

const HEAD = '1'.repeat(40)
const SHA = '2'.repeat(40)

test.each([
  { event: 'pull_request', head: HEAD, commit: HEAD },
  { event: 'pull_request_review', head: HEAD, commit: HEAD },
  { event: 'pull_request_target', head: HEAD, commit: SHA },
  { event: 'pull_request', head: '--upload-pack=x', commit: SHA },
  { event: 'push', head: undefined, commit: SHA }
])('By $event, with the head $head, a run is for the commit $commit', ({ event, head, commit }) => {
  using workspace = new Workspace()
  workspace.write('event.json', JSON.stringify(head ? { pull_request: { number: 7, head: { sha: head } } } : {}))
  const env = { GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: `${workspace.path}/event.json`, GITHUB_SHA: SHA }
  expect(readRunFacts(env, '/w').commit).toBe(commit)
})

const FORKS = { sha: HEAD, repo: { full_name: 'someone/shop' } }
const OWN = { sha: HEAD, repo: { full_name: 'acme/shop' } }

test.each([
  { event: 'pull_request', head: FORKS, actor: 'ada', secretless: 'fork' },
  { event: 'pull_request_review', head: FORKS, actor: 'ada', secretless: 'fork' },
  { event: 'pull_request_review_comment', head: FORKS, actor: 'ada', secretless: 'fork' },
  { event: 'pull_request_review', head: OWN, actor: 'dependabot[bot]', secretless: 'dependabot' },
  { event: 'pull_request_review', head: OWN, actor: 'ada', secretless: undefined },
  { event: 'pull_request_target', head: FORKS, actor: 'ada', secretless: undefined },
  { event: 'push', head: undefined, actor: 'dependabot[bot]', secretless: undefined }
])('$event by $actor for $head is without secrets: $secretless', ({ event, head, actor, secretless }) => {
  using workspace = new Workspace()
  workspace.write('event.json', JSON.stringify(head ? { pull_request: { number: 7, head } } : {}))
  const facts = readRunFacts(
    {
      GITHUB_EVENT_NAME: event,
      GITHUB_EVENT_PATH: `${workspace.path}/event.json`,
      GITHUB_ACTOR: actor,
      GITHUB_REPOSITORY: 'acme/shop'
    },
    '/w'
  )
  expect(facts).toMatchObject({ secretless, isDependabots: actor === 'dependabot[bot]' })
})

/** What is read of an event, in an environment of a job of acme/shop. */
function factsOf(event: unknown, env: Readonly<Record<string, string>> = {}) {
  using workspace = new Workspace()
  workspace.write('event.json', typeof event === 'string' ? event : JSON.stringify(event))
  const job = { GITHUB_REPOSITORY: 'acme/shop', GITHUB_EVENT_PATH: `${workspace.path}/event.json`, GITHUB_RUN_ID: '1' }
  return readRunFacts({ ...job, GITHUB_SHA: SHA, ...env }, '/w')
}

const PULL = { number: 7, state: 'open', head: OWN }

test.each([
  [PULL, { number: 7, headSha: HEAD, isFork: false, isClosed: false, isMerged: false }],
  [{ ...PULL, head: { ...OWN, ref: 'topic' } }, { head: { repository: 'acme/shop', name: 'topic' } }],
  [{ ...PULL, head: FORKS }, { isFork: true }],
  [{ ...PULL, head: { sha: HEAD, repo: null } }, { isFork: true }],
  [
    { ...PULL, state: 'closed', merged: true },
    { isClosed: true, isMerged: true }
  ],
  [
    { ...PULL, state: 'closed', merged: false },
    { isClosed: true, isMerged: false }
  ],
  [
    { ...PULL, head: null },
    { headSha: undefined, isFork: false }
  ],
  [{ number: '7' }, undefined]
])('of the pull request %j is read %j', (pull_request, expected) => {
  const { pullRequest } = factsOf({ pull_request })
  if (expected) expect(pullRequest).toMatchObject(expected)
  else expect(pullRequest).toBeUndefined()
})

test.each<[string, unknown, Readonly<Record<string, string>>, number | undefined]>([
  ['pull_request', { pull_request: PULL }, {}, 7],
  ['pull_request_target', { pull_request: PULL }, {}, 7],
  ['issue_comment on a pull request', { issue: { number: 8, pull_request: {} } }, {}, 8],
  ['issue_comment on an issue', { issue: { number: 8 } }, {}, undefined],
  ['workflow_run of a branch here', { workflow_run: { pull_requests: [{ number: 9 }] } }, {}, 9],
  ['workflow_run of a fork', { workflow_run: { pull_requests: [] } }, {}, undefined],
  ['workflow_run of two', { workflow_run: { pull_requests: [{ number: 9 }, { number: 10 }] } }, {}, undefined],
  ['merge_group', {}, { GITHUB_REF: `refs/heads/gh-readonly-queue/main/pr-12-${SHA}` }, 12],
  ['push', {}, { GITHUB_REF: 'refs/heads/main' }, undefined],
  ['workflow_dispatch', { inputs: {} }, {}, undefined],
  ['schedule', { schedule: '0 0 * * *' }, {}, undefined],
  ['release', { release: { tag_name: 'v1' } }, {}, undefined],
  ['deployment', { deployment: { id: 1 } }, {}, undefined]
])('a run by %s belongs to the right pull request', (_, event, env, number) => {
  expect(factsOf(event, env).pullRequestNumber).toBe(number)
})

test('what another workflow ran for is read', () => {
  const run = { head_sha: HEAD, head_branch: 'topic', head_repository: { full_name: 'ada/shop' } }
  expect(factsOf({ workflow_run: run })).toMatchObject({
    builtCommit: HEAD,
    builtBranch: { repository: 'ada/shop', name: 'topic' },
    commit: SHA
  })
})

test.each(['', '{', '[]', 'null', '"x"', '{"pull_request": 7, "issue": [], "workflow_run": {"pull_requests": {}}}'])(
  'an event that is %j says nothing, and harms nobody',
  (event) => {
    expect(factsOf(event)).toMatchObject({ pullRequest: undefined, pullRequestNumber: undefined, commit: SHA })
  }
)

test('an event of 20 MB is read', () => {
  expect(factsOf({ pull_request: PULL, filler: 'x'.repeat(20_000_000) }).pullRequestNumber).toBe(7)
})

test('a run without an event, or without any variable, has fewer facts', () => {
  const facts = readRunFacts({}, '/w')
  expect(facts).toMatchObject({ repository: undefined, repositoryUrl: undefined, runUrl: undefined, commit: undefined })
  expect(facts).toMatchObject({ pullRequest: undefined, tag: undefined, workspace: '/w' })
  expect(readRunFacts({ GITHUB_EVENT_PATH: '/nowhere/event.json' }, '/w').pullRequest).toBeUndefined()
})

test('GitHub is where the runner says', () => {
  const env = {
    GITHUB_SERVER_URL: 'https://git.example.com',
    GITHUB_API_URL: 'https://git.example.com/api/v3',
    GITHUB_RUN_ATTEMPT: '2'
  }
  expect(factsOf({}, env)).toMatchObject({
    runUrl: 'https://git.example.com/acme/shop/actions/runs/1/attempts/2',
    apiUrl: 'https://git.example.com/api/v3'
  })
  expect(factsOf({}).apiUrl).toBe('https://api.github.com')
})

test.each([
  [{ GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v1.2.0' }, 'v1.2.0'],
  [{ GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: 'main' }, undefined]
])('the tag of %j is %j', (env, tag) => {
  expect(factsOf({}, env).tag).toBe(tag)
})
